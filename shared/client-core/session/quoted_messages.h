// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/recent_changes.h"

#include <QHash>
#include <QObject>

namespace salon {

class History;

/// Messages that others answer, kept for those who show them: asked for one after the other when they are first wanted,
/// from the mirror or else the server, and kept in their present form. A bounded number; what was looked at longest ago
/// goes first.
class QuotedMessages : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype Max = 512;

    struct Quote
    {
        enum class State
        {
            Asked, ///< changed() will tell
            Known,
            Gone, ///< never was, was before this reader's time, or is removed
            Failed ///< could not be asked for; once more when the server is back
        };
        State state = State::Asked;
        RoomEvent message{}; ///< with Known; a deleted one is Known too
    };

    explicit QuotedMessages(History &history, QObject *parent = nullptr);

    /// What is known of it now; asks if that is nothing.
    [[nodiscard]] Quote want(RoomId room, Seq seq);

Q_SIGNALS:
    void changed(salon::RoomId room, salon::Seq seq);

private:
    using Key = std::pair<RoomId, Seq>;

    void askSoon();
    void askNext();
    void settle(const Key &key, const Quote &quote);
    void eventsAppended(const QList<RoomEvent> &events);
    void forget(RoomId room);
    void trim(RoomId room, Seq floor);
    void tryFailedAgain();

    History &m_history;
    QHash<Key, Quote> m_quotes;
    QList<Key> m_order; ///< of the first wish
    QList<Key> m_wanted; ///< to be asked for; the last one first, as it is what somebody looks at
    RecentChanges m_missed; ///< while one is under way
    bool m_isAsking = false;
};

} // namespace salon
