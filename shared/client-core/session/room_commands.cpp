// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_commands.h"

#include "shared/base/text_checks.h"
#include "shared/client-core/session/ask.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/room_rules.h"
#include "shared/client-core/session/room_sync.h"

#include <QTimer>

namespace salon {
namespace {

constexpr int AskAgainMs = 1000;

} // namespace

RoomCommands::RoomCommands(Session &session, RoomSync &sync, People &people, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_sync(sync)
    , m_people(people)
{
}

Answer<RoomId> RoomCommands::open(const auto &request)
{
    return ask<RoomId, RoomOpened>(m_session, this, request, [this](const RoomOpened &opened) {
        m_sync.roomOpened(opened.room);
        return opened.room.id;
    });
}

Answer<RoomId> RoomCommands::create(
    RoomKind kind, const QString &name, const QString &topic, const QList<AccountId> &members)
{
    const Result<QString> checkedName = checkRoomName(name);
    if (!checkedName)
        return failedAnswer<RoomId>(checkedName.error());
    const Result<QString> checkedTopic = checkTopic(topic);
    if (!checkedTopic)
        return failedAnswer<RoomId>(checkedTopic.error());
    return open(CreateRoom{ kind, *checkedName, *checkedTopic, members });
}

Answer<RoomId> RoomCommands::join(RoomId room)
{
    return open(JoinRoom{ room });
}

Answer<> RoomCommands::leave(RoomId room)
{
    return ask<void, Done>(m_session, this, LeaveRoom{ room }, [this, room](const Done &) { m_sync.roomLeft(room); });
}

Answer<> RoomCommands::invite(RoomId room, AccountId person)
{
    return order(m_session, this, InviteToRoom{ room, person });
}

Answer<> RoomCommands::removePerson(RoomId room, AccountId person, bool ban)
{
    return order(m_session, this, RemoveFromRoom{ room, person, ban });
}

Answer<> RoomCommands::liftBan(RoomId room, AccountId person)
{
    return order(m_session, this, LiftBan{ room, person });
}

Answer<QList<Profile>> RoomCommands::listBans(RoomId room)
{
    const auto promise = std::make_shared<QPromise<Result<QList<Profile>>>>();
    promise->start();
    askBans(room, {}, promise);
    return promise->future();
}

void RoomCommands::askBans(RoomId room, const QList<Profile> &before, const BansPromise &promise)
{
    const ListBans request{ room, before.isEmpty() ? AccountId() : before.last().id };
    m_session.request<BanList>(request, this, [this, room, before, promise](const Result<BanList> &list) {
        if (!list) {
            promise->addResult(Result<QList<Profile>>(tl::unexpected(list.error())));
            promise->finish();
            return;
        }
        QList<Profile> people = before;
        for (const Profile &person : list->people) {
            if (people.isEmpty() || person.id > people.last().id) // else a server that goes in circles
                people.append(person);
        }
        if (list->more && people.size() > before.size() && people.size() < MaxBans) {
            askBans(room, people, promise);
            return;
        }
        promise->addResult(Result<QList<Profile>>(people));
        promise->finish();
    });
}

Answer<> RoomCommands::rename(RoomId room, const QString &name)
{
    const Result<QString> checked = checkRoomName(name);
    return checked ? order(m_session, this, RenameRoom{ room, *checked }) : failedAnswer(checked.error());
}

Answer<> RoomCommands::setTopic(RoomId room, const QString &topic)
{
    const Result<QString> checked = checkTopic(topic);
    return checked ? order(m_session, this, SetTopic{ room, *checked }) : failedAnswer(checked.error());
}

Answer<> RoomCommands::setRules(RoomId room, const RoomRules &rules, const RoomRules &before)
{
    const QList<QString> changed = rulesThatDiffer(rules, before);
    if (changed.isEmpty())
        return readyAnswer<>({});
    return order(m_session, this, SetRoomRules{ room, rules, changed });
}

Answer<RoomId> RoomCommands::openDirect(const QList<AccountId> &people)
{
    return open(OpenDirect{ people });
}

Answer<RoomList> RoomCommands::list(const QString &query, quint32 offset)
{
    return askFor<RoomList>(m_session, this, ListRooms{ query, offset, 0 });
}

Answer<PeopleList> RoomCommands::findPeople(const QString &query, quint32 offset)
{
    const FindPeople request{ query, offset, 0 };
    return ask<PeopleList, PeopleList>(m_session, this, request, [this](const PeopleList &list) {
        for (const Profile &person : list.people)
            m_people.put(person);
        return list;
    });
}

Answer<MemberList> RoomCommands::listMembers(RoomId room, quint32 offset)
{
    const auto promise = std::make_shared<QPromise<Result<MemberList>>>();
    promise->start();
    askMembers({ room, offset, 0 }, promise);
    return promise->future();
}

void RoomCommands::askMembers(const ListMembers &request, const std::shared_ptr<QPromise<Result<MemberList>>> &promise)
{
    m_session.request<MemberList>(request, this, [this, request, promise](const Result<MemberList> &list) {
        if (!list && list.error().code == ErrorCode::RateLimited) {
            QTimer::singleShot(retryDelayMs(list.error(), AskAgainMs), this,
                [this, request, promise] { askMembers(request, promise); });
            return;
        }
        if (list) {
            for (const MemberEntry &member : list->members)
                m_people.put(member.profile);
        }
        promise->addResult(list);
        promise->finish();
    });
}

} // namespace salon
