// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/ids.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

namespace salon {

/// Who is typing where: forgotten after 6 s or when their message comes. Also paces what this device tells: at most one
/// notice per room in 4 s.
class TypingWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr int MaxTypists = 64; ///< per room; more are not shown
    static constexpr int ForgetMs = 6000;
    static constexpr int RepeatMs = 4000;

    explicit TypingWatch(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QList<AccountId> typingIn(RoomId room) const;
    void seen(RoomId room, AccountId account);
    void wrote(RoomId room, AccountId account);
    void clear();
    /// True when it is time to tell the server again.
    [[nodiscard]] bool mayTell(RoomId room);
    /// Own message was sent: the next key stroke tells again.
    void sent(RoomId room);
    /// Forgets those whose time is over; called by a timer.
    void expire();

Q_SIGNALS:
    void changed(salon::RoomId room);

private:
    struct Typist
    {
        AccountId account;
        qint64 untilMs = 0;
    };
    const Clock &m_clock;
    QHash<RoomId, QList<Typist>> m_typists;
    QHash<RoomId, qint64> m_toldMs;
    QTimer m_timer;
};

} // namespace salon
