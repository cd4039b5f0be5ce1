// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/coloured_signs.h"

namespace salon {

namespace {

constexpr QChar Selector(0xFE0F);
constexpr QChar Keycap(0x20E3);

bool isKey(char32_t c)
{
    return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*';
}

/// What the Unicode standard lets be an emoji by a selector are symbols, and these few.
bool isPictograph(char32_t c)
{
    if (c < 0xA9)
        return false;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Symbol_Other || category == QChar::Symbol_Math || category == QChar::Symbol_Modifier
        || c == 0x203C || c == 0x2049 || c == 0x2139 || c == 0x3030 || c == 0x303D;
}

} // namespace

QList<TextRange> colouredSigns(const QString &text, qsizetype most)
{
    QList<TextRange> found;
    for (qsizetype at = text.indexOf(Selector, 1); at > 0; at = text.indexOf(Selector, at + 1)) {
        const bool isPair = at > 1 && text[at - 1].isLowSurrogate() && text[at - 2].isHighSurrogate();
        const char32_t sign = isPair ? QChar::surrogateToUcs4(text[at - 2], text[at - 1]) : text[at - 1].unicode();
        const bool isKeycap = at + 1 < text.size() && text[at + 1] == Keycap;
        if (!isPictograph(sign) && !(isKey(sign) && isKeycap))
            continue;
        const qsizetype first = at - (isPair ? 2 : 1);
        const qsizetype end = at + (isKeycap ? 2 : 1);
        if (!found.isEmpty() && found.last().start + found.last().length == first) {
            found.last().length += end - first;
            continue;
        }
        if (found.size() >= most)
            break;
        found.append(TextRange{ first, end - first });
    }
    return found;
}

} // namespace salon
