// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <memory>

class QSocketNotifier;
class QThread;

namespace salon {

/// Standard input as lines, from a terminal, a pipe or a file, without ever blocking the thread it lives in. Bytes that
/// are not UTF-8 become U+FFFD; a line longer than the limit is cut there and its rest dropped. One per process.
class StandardInput : public QObject
{
    Q_OBJECT

public:
    explicit StandardInput(qsizetype maxLineBytes, QObject *parent = nullptr);
    ~StandardInput() override;

    /// Begins to read; signals come from the event loop only.
    void start();

Q_SIGNALS:
    /// Without its line end. The last line counts even when the input ends without one.
    void lineRead(const QString &line);
    void ended();

private:
    void readAvailable();
    void take(QByteArrayView bytes);
    void finish();

    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QThread> m_thread;
    QByteArray m_line;
    qsizetype m_maxLineBytes;
    bool m_dropping = false;
};

} // namespace salon
