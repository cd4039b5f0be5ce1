// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/mark_piles.h"

#include "shared/base/text_limits.h"

#include <algorithm>

namespace salon {

QString withoutMarkPiles(const QString &text)
{
    constexpr char16_t FirstMark = 0x300;
    if (std::ranges::none_of(text, [](QChar c) { return c.unicode() >= FirstMark; }))
        return text;
    QString kept;
    kept.reserve(text.size());
    qsizetype marks = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t code = text[i].unicode();
        qsizetype width = 1;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            code = QChar::surrogateToUcs4(text[i], text[i + 1]);
            width = 2;
        }
        marks = QChar::isMark(code) ? marks + 1 : 0;
        if (marks <= text_limits::MaxCombiningMarks)
            kept.append(QStringView(text).sliced(i, width));
        i += width - 1;
    }
    return kept;
}

} // namespace salon
