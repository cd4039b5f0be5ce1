// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace salon {

/// Cuts what standard input delivers, in pieces of any size, into lines. A line above the limit is dropped whole, and
/// said to be so once. Bytes that are not UTF-8 become U+FFFD.
class LineSplitter
{
public:
    static constexpr qsizetype MaxLineBytes = 64 * 1024;

    /// The lines that `bytes` completed, without their ends (LF or CR LF).
    QStringList feed(QByteArrayView bytes);
    /// At the end of input: what stands there without a line end.
    QStringList finish();
    /// True once after a line was dropped.
    bool takeDropped();

private:
    void endLine(QStringList &lines);

    QByteArray m_held;
    bool m_skipping = false;
    bool m_dropped = false;
};

} // namespace salon
