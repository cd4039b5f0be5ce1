// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <memory>

#ifndef Q_OS_WIN
#include <QTimer>

class QSocketNotifier;
#endif

namespace salon {

/// The bytes of standard input, a terminal, a pipe or a file, without ever blocking the thread.
class StandardBytes : public QObject
{
    Q_OBJECT

public:
    explicit StandardBytes(QObject *parent = nullptr);
    ~StandardBytes() override;

    void start();
    /// Leaves what comes with the system, which then stops the writer (on Windows once one more part has come).
    void setPaused(bool paused);

Q_SIGNALS:
    void bytesRead(const QByteArray &bytes);
    void ended();

private:
#ifdef Q_OS_WIN
    struct Reader;
    std::shared_ptr<Reader> m_reader;
#else
    void readAvailable();
    void listen();

    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
    bool m_paused = false;
    bool m_isOver = false;
#endif
};

/// All of standard input. Blocks until its end: for the start of a program only.
[[nodiscard]] QByteArray wholeStandardInput();

} // namespace salon
