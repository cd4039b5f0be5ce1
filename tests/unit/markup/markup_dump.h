// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/formatted_text.h"

#include <QStringList>

namespace salon::test {

inline QString styleLetters(TextStyles styles)
{
    static const QList<std::pair<TextStyle, QChar>> letters{ { TextStyle::Bold, u'B' }, { TextStyle::Italic, u'I' },
        { TextStyle::Strike, u'S' }, { TextStyle::Code, u'C' }, { TextStyle::Spoiler, u'H' }, { TextStyle::Link, u'L' },
        { TextStyle::Mention, u'@' }, { TextStyle::MentionsMe, u'!' }, { TextStyle::Room, u'#' },
        { TextStyle::Keyword, u'k' }, { TextStyle::String, u's' }, { TextStyle::Comment, u'c' },
        { TextStyle::Number, u'n' } };
    QString result;
    for (const auto &[style, letter] : letters) {
        if (styles.testFlag(style))
            result += letter;
    }
    return result;
}

inline QString targetText(const TextTarget &target)
{
    switch (target.kind) {
    case TextTarget::Kind::Link:
        return target.url;
    case TextTarget::Kind::Person:
        return QStringLiteral("person %1").arg(target.id);
    case TextTarget::Kind::Room:
        return QStringLiteral("room %1").arg(target.id);
    case TextTarget::Kind::Everyone:
        break;
    }
    return QStringLiteral("everyone");
}

/// A line for each paragraph: "^" when a block starts, ">" for each quote, "-" for each list, "[marker]", "code(name)",
/// then the text with {letters:text} or {letters:text|target} for each range.
inline QString dump(const FormattedText &text)
{
    QStringList lines;
    for (const FormattedParagraph &paragraph : text.paragraphs) {
        QString line = QString(paragraph.startsBlock ? 1 : 0, u'^') + QString(paragraph.quoteDepth, u'>')
            + QString(paragraph.listDepth, u'-');
        if (!paragraph.marker.isEmpty())
            line += u'[' + paragraph.marker + u']';
        if (paragraph.kind == FormattedParagraph::Kind::Code)
            line += QStringLiteral("code(%1)").arg(paragraph.language);
        qsizetype at = 0;
        for (const StyledRange &range : paragraph.ranges) {
            line += paragraph.text.mid(at, range.start - at) + u'{' + styleLetters(range.styles) + u':'
                + paragraph.text.mid(range.start, range.length);
            if (range.target >= 0)
                line += u'|' + targetText(text.targets.value(range.target));
            line += u'}';
            at = range.start + range.length;
        }
        lines.append(line + paragraph.text.mid(at));
    }
    return lines.join(u'\n');
}

/// Empty when the text keeps what formatted_text.h promises, else what is wrong.
inline QString complaint(const FormattedText &text)
{
    qsizetype ranges = 0;
    if (text.paragraphs.size() > FormattedText::MaxParagraphs || text.targets.size() > FormattedText::MaxTargets)
        return QStringLiteral("too many paragraphs or targets");
    if (!text.paragraphs.isEmpty() && text.paragraphs.front().startsBlock)
        return QStringLiteral("room above the first paragraph");
    for (const FormattedParagraph &paragraph : text.paragraphs) {
        const QString &words = paragraph.text;
        if (paragraph.quoteDepth < 0 || paragraph.listDepth < 0
            || paragraph.quoteDepth + paragraph.listDepth > FormattedText::MaxDepth)
            return QStringLiteral("too deep");
        if (paragraph.kind == FormattedParagraph::Kind::Text && words.contains(u'\n'))
            return QStringLiteral("a line break in a line");
        if (!words.isValidUtf16())
            return QStringLiteral("half a surrogate pair in the text");
        for (const QChar c : words) {
            if (c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF)
                return QStringLiteral("one of our own signs is left");
        }
        qsizetype end = 0;
        for (const StyledRange &range : paragraph.ranges) {
            if (range.start < end || range.length <= 0 || range.start + range.length > words.size())
                return QStringLiteral("a range overlaps, is empty or lies outside");
            end = range.start + range.length;
            if (words[range.start].isLowSurrogate() || words[end - 1].isHighSurrogate())
                return QStringLiteral("a range splits a surrogate pair");
            if (range.target >= text.targets.size())
                return QStringLiteral("a target that is not there");
            ++ranges;
        }
    }
    return ranges > FormattedText::MaxRanges ? QStringLiteral("too many ranges") : QString();
}

} // namespace salon::test
