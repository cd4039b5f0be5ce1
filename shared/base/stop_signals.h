// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <memory>

#ifndef Q_OS_WIN
class QSocketNotifier;
#endif

namespace salon {

/// Turns the system's signals into Qt's: SIGTERM and SIGINT (on Windows Ctrl+C, closing the console, shutting down, and
/// WM_CLOSE to the main thread) ask to stop, and end the process at once when they come a second time; SIGHUP, which
/// Windows does not have, asks to reload. SIGPIPE is ignored.
/// One per process, main thread; who is told to stop in another way says it with requestStop().
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    /// As if the system had asked, from any thread; before there is a StopSignals, the next one hears it.
    static void requestStop();
    /// The same for reloading; nobody who could hear it: nothing.
    static void requestReload();

Q_SIGNALS:
    void stopRequested();
    void reloadRequested();

private:
    static void setInstance(StopSignals *signalsOfSystem);

#ifdef Q_OS_WIN
    struct CloseFilter;
    std::unique_ptr<CloseFilter> m_closeFilter;
#else
    void readPipe();

    std::unique_ptr<QSocketNotifier> m_notifier;
#endif
};

} // namespace salon
