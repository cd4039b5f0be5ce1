// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/all.h"

#include <QObject>
#include <memory>

namespace salon {

class People;
class RoomSync;
class Session;

/// What a person asks the server about rooms and people; what the answers tell of them is taken over. Names and topics
/// are checked here first, with the same error codes as the server's. Everything fails with ConnectionLost while
/// offline.
class RoomCommands : public QObject
{
    Q_OBJECT
public:
    RoomCommands(Session &session, RoomSync &sync, People &people, QObject *parent = nullptr);

    Answer<RoomId> create(RoomKind kind, const QString &name, const QString &topic, const QList<AccountId> &members);
    Answer<RoomId> join(RoomId room);
    Answer<> leave(RoomId room);
    Answer<> invite(RoomId room, AccountId person);
    Answer<> removePerson(RoomId room, AccountId person, bool ban);
    Answer<> liftBan(RoomId room, AccountId person);
    /// All of them, up to MaxBans.
    Answer<QList<Profile>> listBans(RoomId room);
    Answer<> rename(RoomId room, const QString &name);
    Answer<> setTopic(RoomId room, const QString &topic);
    /// Those that differ from `before`, what the person saw when they chose: what others have set meanwhile stays.
    Answer<> setRules(RoomId room, const RoomRules &rules, const RoomRules &before);
    Answer<RoomId> openDirect(const QList<AccountId> &people);
    Answer<RoomList> list(const QString &query, quint32 offset);
    Answer<PeopleList> findPeople(const QString &query, quint32 offset);
    /// One page. Waits while the server asks for patience, so that a large room is listed to its end.
    Answer<MemberList> listMembers(RoomId room, quint32 offset);

private:
    static constexpr qsizetype MaxBans = 2000;
    using BansPromise = std::shared_ptr<QPromise<Result<QList<Profile>>>>;
    void askBans(RoomId room, const QList<Profile> &before, const BansPromise &promise);
    void askMembers(const ListMembers &request, const std::shared_ptr<QPromise<Result<MemberList>>> &promise);
    Answer<RoomId> open(const auto &request);

    Session &m_session;
    RoomSync &m_sync;
    People &m_people;
};

} // namespace salon
