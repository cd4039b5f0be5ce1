// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <memory>

class QSocketNotifier;

namespace salon {

/// Turns the system's signals into Qt's: SIGTERM and SIGINT (on Windows Ctrl+C, closing the console, shutting down)
/// ask to stop, and end the process at once when they come a second time; SIGHUP asks to reload. SIGPIPE is ignored.
/// One per process, main thread.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested();
    void reloadRequested();

private:
    void readPipe();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace salon
