// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/stop_signals.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <atomic>
#include <qt_windows.h>

namespace salon {
namespace {

constexpr UINT EndedByCtrlC = 130; ///< as shells say it
constexpr DWORD PatienceMs = 30'000; ///< Windows has less

std::atomic<int> stopCount{ 0 };

void askToStop()
{
    if (stopCount++ > 0)
        TerminateProcess(GetCurrentProcess(), EndedByCtrlC);
    StopSignals::requestStop();
}

/// Windows calls this in a thread of its own.
BOOL WINAPI handleConsole(DWORD event)
{
    if (event == CTRL_LOGOFF_EVENT)
        return TRUE; // only services are told, of anybody: no reason to stop
    askToStop();
    // When the console is closed or the machine goes down, the process ends as soon as this comes back: main() shall
    // come back first.
    if (event == CTRL_CLOSE_EVENT || event == CTRL_SHUTDOWN_EVENT)
        Sleep(PatienceMs);
    return TRUE;
}

} // namespace

/// Who asks a process without windows to end (QProcess::terminate() does so) sends this to its main thread.
struct StopSignals::CloseFilter final : QAbstractNativeEventFilter
{
    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override
    {
        const auto *what = static_cast<const MSG *>(message);
        if (what->message != WM_CLOSE || what->hwnd)
            return false;
        askToStop();
        return true;
    }
};

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
    , m_closeFilter(std::make_unique<CloseFilter>())
{
    setInstance(this);
    SetConsoleCtrlHandler(&handleConsole, TRUE);
    QCoreApplication::instance()->installNativeEventFilter(m_closeFilter.get());
}

StopSignals::~StopSignals()
{
    SetConsoleCtrlHandler(&handleConsole, FALSE);
    setInstance(nullptr);
}

} // namespace salon
