// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/session/unread_reason.h"

#include <QObject>
#include <memory>

namespace salon {

class History;
class People;
class Rooms;

/// Finds the first unread message of a room, in the mirror or else on the server.
class UnreadFinder : public QObject
{
    Q_OBJECT
public:
    UnreadFinder(History &history, const Rooms &rooms, const People &people, QObject *parent = nullptr);

    /// Fails with NotAMember, or what the history fails with.
    Answer<UnreadReason> find(RoomId room);

private:
    using Promise = std::shared_ptr<QPromise<Result<UnreadReason>>>;
    void searchOn(RoomId room, const UnreadReason &reason, Seq after, int pages, const Promise &promise);

    History &m_history;
    const Rooms &m_rooms;
    const People &m_people;
};

} // namespace salon
