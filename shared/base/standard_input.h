// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/line_splitter.h"

#include <QObject>
#include <QTimer>
#include <memory>

class QSocketNotifier;

namespace salon {

/// Lines of standard input, a terminal, a pipe or a file, without ever blocking the thread. The end of input ends the
/// lines and nothing else.
class StandardInput : public QObject
{
    Q_OBJECT

public:
    explicit StandardInput(QObject *parent = nullptr);
    ~StandardInput() override;

    void start();

Q_SIGNALS:
    void lineRead(const QString &line);
    /// A line was longer than LineSplitter::MaxLineBytes.
    void lineDropped();
    void ended();

private:
    void readAvailable();
    void take(const QByteArray &bytes);
    void finish();

    LineSplitter m_splitter;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
};

} // namespace salon
