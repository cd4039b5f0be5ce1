// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <memory>

class QSocketNotifier;

namespace salon {

/// The bytes of standard input, a terminal, a pipe or a file, without ever blocking the thread.
class StandardBytes : public QObject
{
    Q_OBJECT

public:
    explicit StandardBytes(QObject *parent = nullptr);
    ~StandardBytes() override;

    void start();
    /// Leaves what comes with the system, which then stops the writer (except on Windows).
    void setPaused(bool paused);

Q_SIGNALS:
    void bytesRead(const QByteArray &bytes);
    void ended();

private:
    void readAvailable();
    void listen();

    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
    bool m_paused = false;
    bool m_isOver = false;
};

/// All of standard input. Blocks until its end: for the start of a program only.
[[nodiscard]] QByteArray wholeStandardInput();

} // namespace salon
