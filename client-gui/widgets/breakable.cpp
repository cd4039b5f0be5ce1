// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/breakable.h"

#include <QTextBoundaryFinder>

namespace salon {

namespace {
constexpr int LongestWord = 32; ///< characters as people count them
constexpr int Piece = 12;
constexpr QChar BreakHere(0x200B);
} // namespace

QString breakable(const QString &text)
{
    QString broken;
    broken.reserve(text.size() + text.size() / Piece);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype last = 0;
    int piece = 0;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        const QStringView next = QStringView(text).mid(last, at - last);
        piece = next.front().isSpace() ? 0 : piece + 1;
        if (piece > LongestWord) {
            broken.append(BreakHere);
            piece = LongestWord - Piece + 1;
        }
        broken.append(next);
        last = at;
    }
    return broken;
}

} // namespace salon
