// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/standard_input.h"

namespace salon {

StandardInput::StandardInput(QObject *parent)
    : QObject(parent)
{
    connect(
        &m_bytes, &StandardBytes::bytesRead, this, [this](const QByteArray &bytes) { take(m_splitter.feed(bytes)); });
    connect(&m_bytes, &StandardBytes::ended, this, [this] {
        take(m_splitter.finish());
        Q_EMIT ended();
    });
}

void StandardInput::take(const QStringList &lines)
{
    for (const QString &line : lines)
        Q_EMIT lineRead(line);
    if (m_splitter.takeDropped())
        Q_EMIT lineDropped();
}

} // namespace salon
