// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/timer_queue.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <memory>
#include <unordered_map>
#include <vector>

namespace salon {

/// Event dispatcher over epoll, level-triggered, through Qt's public interface only: the cost of a turn depends on the
/// sockets that have something to say and not on all that are open. For worker threads (no GUI events).
class EpollEventDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    /// Nothing if the system has no descriptors left.
    static std::unique_ptr<EpollEventDispatcher> create();
    ~EpollEventDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    /// The notifiers of one descriptor.
    struct Descriptor
    {
        std::array<QSocketNotifier *, 3> notifiers{}; ///< by QSocketNotifier::Type
        quint32 generation = 0; ///< tells a stale event of a descriptor's number from the number's next use
        quint32 kernelEvents = 0; ///< what epoll was told
        bool known = false; ///< to epoll
        bool dirty = false;
    };

    EpollEventDispatcher(int epoll, int wake);

    static quint32 wantedEvents(const Descriptor &descriptor);
    void tellKernel(int fd, Descriptor &descriptor);
    void tellKernelAll();
    int wait(bool withSockets, int timeoutMs);
    void markDirty(int fd, Descriptor &descriptor);
    [[nodiscard]] int timeoutMs(bool canWait, bool withTimers) const;

    const int m_epoll;
    const int m_wake;
    std::atomic<bool> m_woken = false; ///< m_wake is readable, or about to be
    bool m_wokenByItself = false; ///< by this thread: no need to go through the kernel
    std::atomic<bool> m_interrupted = false;
    std::unordered_map<int, Descriptor> m_descriptors;
    std::vector<int> m_dirty;
    quint32 m_lastGeneration = 0;
    TimerQueue m_timers;
};

} // namespace salon
