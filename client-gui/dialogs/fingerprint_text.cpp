// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/fingerprint_text.h"

#include "shared/client-core/text/error_text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace salon {

QString fingerprintLines(const QByteArray &pin)
{
    constexpr qsizetype GroupsInLine = 8;
    const QStringList groups = ErrorText::fingerprint(pin).split(u' ', Qt::SkipEmptyParts);
    QStringList lines;
    for (qsizetype at = 0; at < groups.size(); at += GroupsInLine)
        lines.append(groups.mid(at, GroupsInLine).join(u' '));
    return lines.join(u'\n');
}

} // namespace salon
