// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/terminal_text.h"

namespace salon {
namespace {

bool isBidiControl(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

QString escaped(const QString &text, bool keepLineFeed)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code == u'\n' && keepLineFeed)
            out += c;
        else if (code < 0x20)
            out += QChar(char16_t(0x2400 + code)); // Control Pictures
        else if (code == 0x7f)
            out += QChar(u'\u2421');
        else if ((code >= 0x80 && code < 0xa0) || code == 0x2028 || code == 0x2029 || isBidiControl(code))
            out += QStringLiteral("\\u{") + QString::number(code, 16).toUpper().rightJustified(4, u'0') + u'}';
        else
            out += c;
    }
    return out;
}

} // namespace

QString safeForTerminal(const QString &text)
{
    return escaped(text, true);
}

QString safeLineForTerminal(const QString &text)
{
    return escaped(text, false);
}

} // namespace salon
