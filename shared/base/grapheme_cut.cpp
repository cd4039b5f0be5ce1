// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/grapheme_cut.h"

#include <QTextBoundaryFinder>

namespace salon {

QString cutAtGrapheme(const QString &text, qsizetype maxBytes)
{
    if (text.toUtf8().size() <= maxBytes)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        if (QStringView(text).first(next).toUtf8().size() > maxBytes)
            break;
        end = next;
    }
    return text.first(end);
}

} // namespace salon
