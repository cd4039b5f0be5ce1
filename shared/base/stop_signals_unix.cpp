// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/stop_signals.h"

#include <QSocketNotifier>
#include <QtGlobal>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace salon {
namespace {

std::atomic<int> stopCount{ 0 };
std::atomic<int> writeEnd{ -1 };

/// Only async-signal-safe calls here (signal-safety(7)).
void handleSignal(int number)
{
    if (number != SIGHUP && stopCount++ > 0)
        ::_exit(128 + number);
    const int before = errno; // of whatever this interrupts
    const char byte = number == SIGHUP ? 'H' : 'T';
    const auto written = ::write(writeEnd, &byte, 1);
    Q_UNUSED(written);
    errno = before;
}

void catchSignal(int number)
{
    struct sigaction action = {};
    action.sa_handler = &handleSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    setInstance(this);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file above the allowed size is a write error like a full disk
    int ends[2] = { -1, -1 };
    if (::pipe(ends) != 0) {
        qErrnoWarning("no pipe: signals end the process at once");
        return;
    }
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, ::fcntl(end, F_GETFL) | O_NONBLOCK);
    }
    writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignals::readPipe);
    for (const int number : { SIGTERM, SIGINT, SIGHUP })
        catchSignal(number);
}

StopSignals::~StopSignals()
{
    setInstance(nullptr);
    if (!m_notifier)
        return;
    for (const int number : { SIGTERM, SIGINT, SIGHUP })
        std::signal(number, SIG_DFL);
    const int readEnd = int(m_notifier->socket());
    m_notifier.reset();
    ::close(readEnd);
    ::close(writeEnd.exchange(-1));
}

void StopSignals::readPipe()
{
    char bytes[16];
    const auto count = ::read(int(m_notifier->socket()), bytes, sizeof bytes);
    for (auto i = 0; i < count; ++i) {
        if (bytes[i] == 'H')
            Q_EMIT reloadRequested();
        else
            Q_EMIT stopRequested();
    }
}

} // namespace salon
