// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/timer_queue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace salon {

using namespace std::chrono_literals;

TimerQueue::Clock::time_point TimerQueue::dueAfter(Clock::time_point from, const Timer &timer)
{
    const auto due = from + timer.interval;
    // Qt promises 5 % for coarse timers and a second for very coarse ones: use it to let them fall together.
    auto grain = 0ms;
    if (timer.type == Qt::VeryCoarseTimer)
        grain = 500ms;
    else if (timer.type == Qt::CoarseTimer)
        grain = std::min<std::chrono::milliseconds>(timer.interval / 20, 100ms);
    if (grain <= 1ms)
        return due;
    const auto sinceStart = due.time_since_epoch();
    const auto rest = sinceStart % grain;
    return rest == decltype(rest)::zero() ? due : due + (grain - rest);
}

void TimerQueue::add(int id, qint64 intervalMs, Qt::TimerType type, QObject *object)
{
    remove(id);
    Timer timer;
    timer.id = id;
    timer.interval = std::chrono::milliseconds(std::max<qint64>(intervalMs, 0));
    timer.type = type;
    timer.object = object;
    timer.serial = ++m_lastSerial;
    timer.due = dueAfter(Clock::now(), timer);
    m_order.insert({ timer.due, timer.serial, id });
    m_timers.emplace(id, timer);
}

bool TimerQueue::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    m_order.erase({ found->second.due, found->second.serial, id });
    m_timers.erase(found);
    return true;
}

bool TimerQueue::removeAll(QObject *object)
{
    std::vector<int> ids;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            ids.push_back(id);
    }
    for (const int id : ids)
        remove(id);
    return !ids.empty();
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::of(QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> found;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            found.append(QAbstractEventDispatcher::TimerInfo(id, int(timer.interval.count()), timer.type));
    }
    return found;
}

int TimerQueue::remainingMs(int id) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(found->second.due - Clock::now());
    return int(std::max<qint64>(left.count(), 0));
}

std::optional<TimerQueue::Clock::time_point> TimerQueue::nextDue() const
{
    if (m_order.empty())
        return {};
    return m_order.begin()->due;
}

int TimerQueue::activateDue()
{
    if (m_order.empty())
        return 0;
    const auto now = Clock::now();
    std::vector<Due> due;
    for (auto it = m_order.begin(); it != m_order.end() && it->due <= now; ++it)
        due.push_back(*it);
    int sent = 0;
    for (const Due &entry : due) {
        const auto found = m_timers.find(entry.id);
        // An earlier handler may have stopped it, started another one with its id, or (in a nested loop) sent it.
        if (found == m_timers.end() || found->second.serial != entry.serial || found->second.due != entry.due
            || found->second.inHandler)
            continue;
        Timer &timer = found->second;
        m_order.erase(entry);
        // Overslept rounds are not made up for.
        timer.due = dueAfter(timer.due + timer.interval > now ? timer.due : now, timer);
        timer.inHandler = true;
        QTimerEvent event(timer.id);
        ++sent;
        QCoreApplication::sendEvent(timer.object, &event);
        const auto after = m_timers.find(entry.id);
        if (after == m_timers.end() || after->second.serial != entry.serial)
            continue;
        after->second.inHandler = false;
        m_order.insert({ after->second.due, after->second.serial, entry.id });
    }
    return sent;
}

} // namespace salon
