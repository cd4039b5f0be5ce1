// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/text_limits.h"

#include <QList>
#include <QString>
#include <utility>

namespace salon::test {

/// Texts as large as a message may be that are known to keep parsers of Markdown busy; for tests and the benchmark.
inline QList<std::pair<const char *, QString>> hostileTexts()
{
    const auto full = [](const QString &pattern) {
        return pattern.repeated(text_limits::MaxTextBytes / pattern.toUtf8().size());
    };
    const auto both = [](const QString &open, const QString &close) {
        const qsizetype count = text_limits::MaxTextBytes / (open.toUtf8().size() + close.toUtf8().size());
        return open.repeated(count) + close.repeated(count);
    };
    QString ticks; // each run of another length
    for (int length = 1; ticks.size() + length < text_limits::MaxTextBytes; ++length)
        ticks += QString(length, u'`') + u' ';
    QString lists; // a triangle of items
    for (int depth = 0; lists.size() + 2 * depth + 4 < text_limits::MaxTextBytes; ++depth)
        lists += QString(qsizetype(2) * depth, u' ') + QStringLiteral("- a\n");
    return {
        { "open brackets", full(QStringLiteral("[")) },
        { "closed brackets", full(QStringLiteral("]")) },
        { "brackets in brackets", both(QStringLiteral("["), QStringLiteral("]")) },
        { "links in links", both(QStringLiteral("["), QStringLiteral("](a)")) },
        { "open links", full(QStringLiteral("[a](")) },
        { "open links with angles", full(QStringLiteral("[a](<b")) },
        { "images", full(QStringLiteral("![[]()")) },
        { "images in images", both(QStringLiteral("!["), QStringLiteral("](a)")) },
        { "emphasis that does not end", full(QStringLiteral("*a ")) },
        { "emphasis that does not begin", full(QStringLiteral("a* ")) },
        { "emphasis of both kinds", full(QStringLiteral("*a_ ")) },
        { "emphasis in emphasis", both(QStringLiteral("*a **b "), QStringLiteral("c** d*")) },
        { "stars", full(QStringLiteral("*")) },
        { "underscores", full(QStringLiteral("_")) },
        { "stars and words", full(QStringLiteral("**a**")) },
        { "struck", full(QStringLiteral("~~a~")) },
        { "ticks of all lengths", ticks },
        { "ticks", full(QStringLiteral("`a")) },
        { "quotes", full(QStringLiteral(">")) },
        { "quotes with spaces", full(QStringLiteral("> ")) + QStringLiteral("a") },
        { "quotes line by line", full(QStringLiteral(">>>>>>>>a\n")) },
        { "lists in lists", full(QStringLiteral("- ")) },
        { "numbers in numbers", full(QStringLiteral("1. ")) },
        { "lists deeper and deeper", lists },
        { "items", full(QStringLiteral("-\n")) },
        { "fences", full(QStringLiteral("```\n")) },
        { "open tags", full(QStringLiteral("<")) },
        { "tags", full(QStringLiteral("<a ")) },
        { "comments", full(QStringLiteral("<!--")) },
        { "entities", full(QStringLiteral("&a")) },
        { "escapes", full(QStringLiteral("\\")) },
        { "spoilers", full(QStringLiteral("||a")) },
        { "spoilers that do not end", full(QStringLiteral("||a ")) },
        { "bars", full(QStringLiteral("|")) },
        { "addresses", full(QStringLiteral("http://a ")) },
        { "addresses in one", full(QStringLiteral("http://")) },
        { "addresses that lead nowhere", full(QStringLiteral("http://[")) },
        { "brackets behind an address", QStringLiteral("http://a") + QString(text_limits::MaxTextBytes - 8, u')') },
        { "mail", full(QStringLiteral("mailto:")) },
        { "colons", full(QStringLiteral(":")) },
        { "names", full(QStringLiteral("@a#b ")) },
        { "definitions", full(QStringLiteral("[a]: b\n")) },
        { "titles", full(QStringLiteral("[a](b \"")) },
        { "empty lines", QString(text_limits::MaxTextBytes, u'\n') },
        { "spaces", full(QStringLiteral(" ")) },
        { "tabs", full(QStringLiteral("\t")) },
        { "headings", full(QStringLiteral("# ")) },
        { "headings line by line", full(QStringLiteral("# a\n")) },
        { "underlines", full(QStringLiteral("a\n-\n")) },
        { "tables", full(QStringLiteral("|a")) + QStringLiteral("\n") + QStringLiteral("|-") },
        { "code with strings", QStringLiteral("```cpp\n") + full(QStringLiteral("\"a\" ")).left(16000) },
        { "code with open comments", QStringLiteral("```cpp\n") + full(QStringLiteral("/*")).left(16000) },
        { "code with numbers", QStringLiteral("```js\n") + full(QStringLiteral("1 ")).left(16000) },
        { "code with tags", QStringLiteral("```html\n") + full(QStringLiteral("<a ")).left(16000) },
        { "emoji", full(QStringLiteral("😀")) },
        { "joiners", full(QStringLiteral("👩\u200D")) },
        { "flags", full(QStringLiteral("🇫")) },
        { "marks", QStringLiteral("a") + full(QStringLiteral("\u0301")) },
        { "isolates", full(QStringLiteral("\u2066")) },
    };
}

} // namespace salon::test
