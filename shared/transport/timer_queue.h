// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractEventDispatcher>

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace salon {

/// The timers of one event dispatcher, by due time. Coarse timers are due together where their tolerance allows it, so
/// that thousands of them wake the thread seldom.
class TimerQueue
{
public:
    using Clock = std::chrono::steady_clock;

    void add(int id, qint64 intervalMs, Qt::TimerType type, QObject *object);
    bool remove(int id);
    bool removeAll(QObject *object);
    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> of(QObject *object) const;
    /// Milliseconds until due, 0 if overdue, -1 for an unknown id.
    [[nodiscard]] int remainingMs(int id) const;
    /// When the next timer is due; nothing without timers. Timers whose handler runs just now don't count.
    [[nodiscard]] std::optional<Clock::time_point> nextDue() const;
    /// Sends each timer that is due now its event, once. Handlers may do anything, nested event loops included.
    int activateDue();

private:
    struct Timer
    {
        int id = 0;
        std::chrono::milliseconds interval{};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
        Clock::time_point due{};
        quint64 serial = 0; ///< tells a timer from a later one with the same id
        bool inHandler = false;
    };
    struct Due
    {
        Clock::time_point due;
        quint64 serial;
        int id;
        friend auto operator<=>(const Due &, const Due &) = default; // NOLINT(modernize-use-nullptr): the compiler's 0
    };

    static Clock::time_point dueAfter(Clock::time_point from, const Timer &timer);

    std::unordered_map<int, Timer> m_timers;
    std::set<Due> m_order; ///< all but those in their handler
    quint64 m_lastSerial = 0;
};

} // namespace salon
