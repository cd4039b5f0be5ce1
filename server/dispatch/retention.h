// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace salon::server {

class CommandContext;
struct AgeFound;
struct SweptTexts;

/// Removes what is older than the rules of its room allow: after the start, every hour, and when a rule changes. One
/// room after the other, in small steps between which everything else has its turn; what a stop interrupts is gone on
/// with after the next start. Domain thread.
class Retention : public QObject
{
    Q_OBJECT

public:
    explicit Retention(CommandContext &context);

    /// Looks at all rooms as soon as this turn is over.
    void lookAtAll();

private:
    void lookAt(RoomId room);
    void next();
    void findFloor(Seq from);
    void takeAge(const AgeFound &found);
    void raise(Seq floor);
    void sweep();
    void takeSwept(const Result<SweptTexts> &swept);
    void finishRoom();

    CommandContext &m_context;
    QTimer m_hourly;
    QList<RoomId> m_waiting;
    RoomId m_room{}; ///< that is worked on; invalid: none
};

} // namespace salon::server
