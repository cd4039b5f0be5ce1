// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/epoll_event_dispatcher_linux.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <limits>
#include <utility>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace salon {

namespace {

constexpr int MaxEventsPerTurn = 256;
constexpr quint64 WakeToken = std::numeric_limits<quint64>::max();

constexpr std::array<quint32, 3> EventOfType{ EPOLLIN, EPOLLOUT, EPOLLPRI };

quint64 tokenOf(int fd, quint32 generation)
{
    return (quint64(generation) << 32) | quint32(fd);
}

} // namespace

std::unique_ptr<EpollEventDispatcher> EpollEventDispatcher::create()
{
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    const int wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = WakeToken;
    if (epoll < 0 || wake < 0 || epoll_ctl(epoll, EPOLL_CTL_ADD, wake, &event) != 0) {
        if (epoll >= 0)
            close(epoll);
        if (wake >= 0)
            close(wake);
        return {};
    }
    return std::unique_ptr<EpollEventDispatcher>(new EpollEventDispatcher(epoll, wake));
}

EpollEventDispatcher::EpollEventDispatcher(int epoll, int wake)
    : m_epoll(epoll)
    , m_wake(wake)
{
}

EpollEventDispatcher::~EpollEventDispatcher()
{
    close(m_wake);
    close(m_epoll);
}

bool EpollEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    Q_EMIT awake();
    // A turn that delivers posted events does not wait: whoever runs the loop turn by turn looks at what they changed.
    // (Events posted while these are sent may be left for the next turn; m_wokenByItself is set again then.)
    const bool posted = std::exchange(m_wokenByItself, false);
    QCoreApplication::sendPostedEvents();
    if (m_interrupted)
        return false;

    const bool withTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const bool canWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !posted && !m_wokenByItself;
    const int timeout = timeoutMs(canWait, withTimers);
    if (timeout != 0)
        Q_EMIT aboutToBlock();
    if (m_interrupted)
        return false;
    int handled = wait(!flags.testFlag(QEventLoop::ExcludeSocketNotifiers), m_wokenByItself ? 0 : timeout);
    if (withTimers)
        handled += m_timers.activateDue();
    return handled > 0;
}

int EpollEventDispatcher::timeoutMs(bool canWait, bool withTimers) const
{
    if (!canWait)
        return 0;
    const auto due = withTimers ? m_timers.nextDue() : std::nullopt;
    if (!due)
        return -1;
    // Rounded up: a timer must not be due a moment after waking, or the loop would spin.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - TimerQueue::Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

int EpollEventDispatcher::wait(bool withSockets, int timeoutMs)
{
    if (!withSockets) {
        pollfd wake{ m_wake, POLLIN, 0 };
        if (poll(&wake, 1, timeoutMs) > 0) {
            eventfd_t count = 0;
            eventfd_read(m_wake, &count);
            m_woken = false;
        }
        return 0;
    }
    tellKernelAll();
    std::array<epoll_event, MaxEventsPerTurn> events{};
    const int count = epoll_wait(m_epoll, events.data(), int(events.size()), timeoutMs);
    int handled = 0;
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[size_t(i)];
        if (event.data.u64 == WakeToken) {
            eventfd_t value = 0;
            eventfd_read(m_wake, &value);
            // After the read: a wake-up in between is not lost, because whatever it announces was there before it, and
            // this thread looks again before it waits the next time.
            m_woken = false;
            continue;
        }
        const int fd = int(quint32(event.data.u64));
        const auto generation = quint32(event.data.u64 >> 32);
        for (size_t type = 0; type < EventOfType.size(); ++type) {
            // Errors and hang-ups concern every notifier, as with Qt's own dispatcher.
            if (!(event.events & (EventOfType[type] | EPOLLERR | EPOLLHUP)))
                continue;
            // Looked up each time: a handler may have deleted the notifier, or closed and reused the number.
            const auto found = m_descriptors.find(fd);
            if (found == m_descriptors.end() || found->second.generation != generation)
                break;
            if (QSocketNotifier *notifier = found->second.notifiers[type]) {
                QEvent activation(QEvent::SockAct);
                QCoreApplication::sendEvent(notifier, &activation);
                ++handled;
            }
        }
    }
    return handled;
}

void EpollEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    const auto [it, isNew] = m_descriptors.try_emplace(fd);
    Descriptor &descriptor = it->second;
    if (isNew)
        descriptor.generation = ++m_lastGeneration;
    descriptor.notifiers[size_t(notifier->type())] = notifier;
    markDirty(fd, descriptor);
}

void EpollEventDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    const auto found = m_descriptors.find(fd);
    if (found == m_descriptors.end() || found->second.notifiers[size_t(notifier->type())] != notifier)
        return;
    Descriptor &descriptor = found->second;
    descriptor.notifiers[size_t(notifier->type())] = nullptr;
    if (wantedEvents(descriptor) != 0) {
        markDirty(fd, descriptor);
        return;
    }
    // At once: the descriptor may be closed next, and its number used again.
    if (descriptor.known)
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr);
    m_descriptors.erase(found);
}

quint32 EpollEventDispatcher::wantedEvents(const Descriptor &descriptor)
{
    quint32 events = 0;
    for (size_t type = 0; type < EventOfType.size(); ++type) {
        if (descriptor.notifiers[type])
            events |= EventOfType[type];
    }
    return events;
}

void EpollEventDispatcher::markDirty(int fd, Descriptor &descriptor)
{
    // Told before the next wait only: sockets switch their write notifier on and off within a turn.
    if (descriptor.dirty)
        return;
    descriptor.dirty = true;
    m_dirty.push_back(fd);
}

void EpollEventDispatcher::tellKernelAll()
{
    for (const int fd : m_dirty) {
        const auto found = m_descriptors.find(fd);
        if (found != m_descriptors.end() && found->second.dirty)
            tellKernel(fd, found->second);
    }
    m_dirty.clear();
}

void EpollEventDispatcher::tellKernel(int fd, Descriptor &descriptor)
{
    descriptor.dirty = false;
    const quint32 wanted = wantedEvents(descriptor);
    if (descriptor.known && wanted == descriptor.kernelEvents)
        return;
    epoll_event event{};
    event.events = wanted;
    event.data.u64 = tokenOf(fd, descriptor.generation);
    int result = epoll_ctl(m_epoll, descriptor.known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event);
    if (result != 0 && errno == ENOENT)
        result = epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    else if (result != 0 && errno == EEXIST)
        result = epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event);
    if (result != 0) {
        qErrnoWarning("epoll_ctl of descriptor %d failed", fd);
        return;
    }
    descriptor.known = true;
    descriptor.kernelEvents = wanted;
}

void EpollEventDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(timerId, interval, timerType, object);
}

bool EpollEventDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollEventDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollEventDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.of(object);
}

int EpollEventDispatcher::remainingTime(int timerId)
{
    return m_timers.remainingMs(timerId);
}

void EpollEventDispatcher::wakeUp()
{
    // Posting to oneself, once a turn, must not cost three system calls.
    if (QThread::currentThread() == thread()) {
        m_wokenByItself = true;
        return;
    }
    if (!m_woken.exchange(true))
        eventfd_write(m_wake, 1);
}

void EpollEventDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

} // namespace salon
