// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/message_lists.h"

#include <QObject>
#include <QSet>

namespace salon {

class Session;

/// Which messages are on one's own list of saved ones, as far as known: the newest of them are asked for after each
/// login, others are learnt from the list itself and from the other devices.
class SavedMessages : public QObject
{
    Q_OBJECT
public:
    static constexpr int PagesAsked = 4; ///< of 50 messages, after a login
    static constexpr qsizetype Max = 10'000;

    explicit SavedMessages(Session &session, QObject *parent = nullptr);

    [[nodiscard]] bool contains(RoomId room, Seq seq) const { return m_saved.contains({ room, seq }); }
    /// Somebody saved it just now, or no longer wants it.
    void set(RoomId room, Seq seq, bool saved);
    /// It is on the list, as the list says.
    void learn(RoomId room, Seq seq);
    /// All that is known of the room is void.
    void forget(RoomId room);
    /// What lies below `floor` is gone.
    void trim(RoomId room, Seq floor);
    /// What was known at the end of the last time.
    void restore(const QList<std::pair<RoomId, Seq>> &saved);

Q_SIGNALS:
    /// The list has a new first one; follows changed().
    void added(salon::RoomId room, salon::Seq seq);
    void changed(salon::RoomId room, salon::Seq seq, bool saved);

private:
    void ask(quint64 before, int pages);
    void compare(const QSet<std::pair<RoomId, Seq>> &listed);

    Session &m_session;
    QSet<std::pair<RoomId, Seq>> m_saved;
    QSet<std::pair<RoomId, Seq>> m_listed; ///< learnt since they were asked for
    int m_connection = 0;
};

} // namespace salon
