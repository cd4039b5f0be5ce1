// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace salon::test {

/// Runs the event loop until `condition` holds; false if it does not within `ms`. Unlike QTest::qWaitFor() it looks
/// after every event, so that a round trip takes no longer than it must.
template <class Condition>
bool waitUntil(Condition condition, int ms = 10'000)
{
    const QDeadlineTimer deadline(ms);
    QTimer tick; // for conditions that no event of this thread announces
    tick.start(5);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace salon::test
