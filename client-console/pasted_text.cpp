// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/pasted_text.h"

#include <array>

namespace salon::console {
namespace {

/// Signs that are taken for others; those of the private use area stand for the signs themselves.
struct Pair
{
    char16_t inText;
    char16_t inLine;
};

constexpr std::array Pairs{
    Pair{ u'\n', u'\u21B5' },
    Pair{ u'\t', u'\u21E5' },
    Pair{ u'\u21B5', u'\uF21B' },
    Pair{ u'\u21E5', u'\uF21E' },
};

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

} // namespace

QString pastedText(const QByteArray &bytes)
{
    const QString raw = QString::fromUtf8(bytes);
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const bool isSecondOfTwo = raw[i] == u'\n' && i > 0 && raw[i - 1] == u'\r';
        if (isSecondOfTwo)
            continue;
        if (isLineEnd(raw[i]))
            text += u'\n';
        else if (raw[i] == u'\t' || raw[i].category() != QChar::Other_Control)
            text += raw[i];
    }
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QString asOneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        for (const Pair &pair : Pairs) {
            if (c == pair.inText) {
                c = pair.inLine;
                break;
            }
        }
    }
    return line;
}

QString fromOneLine(const QString &line)
{
    QString text = line;
    for (QChar &c : text) {
        for (const Pair &pair : Pairs) {
            if (c == pair.inLine) {
                c = pair.inText;
                break;
            }
        }
    }
    return text;
}

} // namespace salon::console
