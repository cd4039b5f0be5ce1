// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/line_splitter.h"
#include "shared/base/standard_bytes.h"

#include <QObject>

namespace salon {

/// Lines of standard input, a terminal, a pipe or a file, without ever blocking the thread. The end of input ends the
/// lines and nothing else.
class StandardInput : public QObject
{
    Q_OBJECT

public:
    explicit StandardInput(QObject *parent = nullptr);

    void start() { m_bytes.start(); }

Q_SIGNALS:
    void lineRead(const QString &line);
    /// A line was longer than LineSplitter::MaxLineBytes.
    void lineDropped();
    void ended();

private:
    void take(const QStringList &lines);

    LineSplitter m_splitter;
    StandardBytes m_bytes;
};

} // namespace salon
