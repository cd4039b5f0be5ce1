// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/line_splitter.h"

#include <utility>

namespace salon {

QStringList LineSplitter::feed(QByteArrayView bytes)
{
    QStringList lines;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        if (m_held.size() + part.size() > MaxLineBytes) {
            m_skipping = true;
            m_held.clear();
        }
        if (!m_skipping)
            m_held.append(part);
        if (end < 0)
            break;
        endLine(lines);
        bytes = bytes.sliced(end + 1);
    }
    return lines;
}

QStringList LineSplitter::finish()
{
    QStringList lines;
    if (!m_held.isEmpty() || m_skipping)
        endLine(lines);
    return lines;
}

bool LineSplitter::takeDropped()
{
    return std::exchange(m_dropped, false);
}

void LineSplitter::endLine(QStringList &lines)
{
    if (std::exchange(m_skipping, false)) {
        m_dropped = true;
        m_held.clear();
        return;
    }
    if (m_held.endsWith('\r'))
        m_held.chop(1);
    lines.append(QString::fromUtf8(std::exchange(m_held, {})));
}

} // namespace salon
