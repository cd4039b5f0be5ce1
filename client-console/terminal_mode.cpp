// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/terminal_mode.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace salon::console {
namespace {

constexpr std::array Crashes{ SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGQUIT };

// What handlers of signals may look at.
volatile std::sig_atomic_t marksPastes = 0;
volatile std::sig_atomic_t isAway = 0;
volatile std::sig_atomic_t wakeUp = -1;
termios before{}; ///< as the program found the terminal
termios ours{}; ///< as it was when it was left
std::array<struct sigaction, Crashes.size()> handlersBefore{};

void put(const char (&sequence)[9])
{
    (void)!::write(STDOUT_FILENO, sequence, sizeof sequence - 1);
}

void leaveTerminal()
{
    if (marksPastes != 0)
        put("\033[?2004l");
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

void handle(int signal, void (*handler)(int), struct sigaction *old = nullptr)
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, old);
}

/// Ctrl+Z. The signal comes again, with its usual meaning, when this returns.
void goAway(int signal)
{
    const int error = errno;
    ::tcgetattr(STDIN_FILENO, &ours);
    leaveTerminal();
    isAway = 1;
    handle(signal, SIG_DFL);
    ::raise(signal);
    errno = error;
}

/// In the background the terminal is still another program's; it comes again with the foreground.
void comeBack(int)
{
    const int error = errno;
    if (isAway != 0 && ::tcgetpgrp(STDIN_FILENO) == ::getpgrp()) {
        isAway = 0;
        handle(SIGTSTP, &goAway);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &ours);
        if (marksPastes != 0)
            put("\033[?2004h");
        (void)!::write(wakeUp, "", 1);
    }
    errno = error;
}

/// The signal comes again, for the handler of before, when this returns.
void crash(int signal)
{
    leaveTerminal();
    for (std::size_t i = 0; i < Crashes.size(); ++i) {
        if (Crashes[i] == signal)
            ::sigaction(signal, &handlersBefore[i], nullptr);
    }
    ::raise(signal);
}

} // namespace

TerminalMode::TerminalMode(QObject *parent)
    : QObject(parent)
{
    ::tcgetattr(STDIN_FILENO, &before);
    if (::pipe(m_pipe.data()) == 0) {
        for (const int end : m_pipe) {
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
            ::fcntl(end, F_SETFL, O_NONBLOCK);
        }
        m_notifier.setSocket(m_pipe[0]);
        m_notifier.setEnabled(true);
    }
    wakeUp = m_pipe[1];
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes{};
        while (::read(m_pipe[0], bytes.data(), bytes.size()) > 0) {}
        Q_EMIT resumed();
    });
    handle(SIGTSTP, &goAway);
    handle(SIGCONT, &comeBack);
    for (std::size_t i = 0; i < Crashes.size(); ++i)
        handle(Crashes[i], &crash, &handlersBefore[i]);
}

TerminalMode::~TerminalMode()
{
    setMarksPastes(false);
    handle(SIGTSTP, SIG_DFL);
    handle(SIGCONT, SIG_DFL);
    for (std::size_t i = 0; i < Crashes.size(); ++i)
        ::sigaction(Crashes[i], &handlersBefore[i], nullptr);
    wakeUp = -1;
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

bool TerminalMode::raiseSignalOf(char key)
{
    constexpr std::array Keys{ std::pair(VINTR, SIGINT), std::pair(VSUSP, SIGTSTP), std::pair(VQUIT, SIGQUIT) };
    const bool isAtTerminal = (before.c_lflag & ISIG) != 0 && ::tcgetpgrp(STDIN_FILENO) == ::getpgrp();
    for (const auto &[place, signal] : Keys) {
        const cc_t theirs = before.c_cc[place];
        if (isAtTerminal && theirs != cc_t(_POSIX_VDISABLE) && theirs == static_cast<unsigned char>(key)) {
            ::kill(0, signal);
            return true;
        }
    }
    return false;
}

void TerminalMode::setMarksPastes(bool on)
{
    if (bool(marksPastes) == on || ::isatty(STDOUT_FILENO) == 0)
        return;
    marksPastes = on ? 1 : 0;
    if (on)
        put("\033[?2004h");
    else
        put("\033[?2004l");
}

} // namespace salon::console
