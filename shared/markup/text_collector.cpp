// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/text_collector.h"

#include "shared/markup/code_colours.h"
#include "shared/markup/links.h"

#include <algorithm>
#include <utility>

namespace salon {
namespace {

constexpr TextStyles Untouched = TextStyle::Code | TextStyle::Link;

TextTarget::Kind targetKind(NameSpan::Kind kind)
{
    switch (kind) {
    case NameSpan::Kind::Person:
        return TextTarget::Kind::Person;
    case NameSpan::Kind::Everyone:
        return TextTarget::Kind::Everyone;
    case NameSpan::Kind::Room:
        break;
    }
    return TextTarget::Kind::Room;
}

TextStyles nameStyles(const NameSpan &name)
{
    if (name.kind == NameSpan::Kind::Room)
        return TextStyle::Room;
    return name.meansMe ? TextStyle::Mention | TextStyle::MentionsMe : TextStyles(TextStyle::Mention);
}

} // namespace

TextCollector::TextCollector(const MarkupNames &names)
    : m_names(names)
{
}

int TextCollector::addTarget(TextTarget target)
{
    if (const qsizetype known = m_text.targets.indexOf(target); known >= 0)
        return int(known);
    if (m_text.targets.size() >= FormattedText::MaxTargets)
        return -1;
    m_text.targets.append(std::move(target));
    return int(m_text.targets.size() - 1);
}

int TextCollector::addLink(const QString &url)
{
    return addTarget({ TextTarget::Kind::Link, url, 0 });
}

StyledLine TextCollector::withLinks(const StyledLine &line)
{
    QList<LineMark> marks;
    for (const LinkSpan &link : findLinks(line.text, FormattedText::MaxTargets)) {
        if (const int target = addLink(link.url); target >= 0)
            marks.append({ link.start, link.length, TextStyle::Link, target, {} });
    }
    return withMarks(line, marks, Untouched);
}

StyledLine TextCollector::withNames(const StyledLine &line)
{
    QList<LineMark> marks;
    for (const NameSpan &name : m_names.find(line.text)) {
        if (const int target = addTarget({ targetKind(name.kind), {}, name.id }); target >= 0)
            marks.append({ name.start, name.length, nameStyles(name), target, name.shown });
    }
    return withMarks(line, marks, Untouched);
}

void TextCollector::addText(FormattedParagraph paragraph, const StyledLine &line)
{
    StyledLine marked = withNames(withLinks(line));
    paragraph.text = std::move(marked.text);
    paragraph.ranges = std::move(marked.ranges);
    // They would break the line a second time inside a layout.
    paragraph.text.replace(QChar(QChar::LineSeparator), u' ').replace(QChar(QChar::ParagraphSeparator), u' ');
    add(std::move(paragraph));
}

void TextCollector::addCode(FormattedParagraph paragraph)
{
    paragraph.kind = FormattedParagraph::Kind::Code;
    paragraph.text.replace(QChar(QChar::LineSeparator), u' ').replace(QChar(QChar::ParagraphSeparator), u' ');
    paragraph.ranges = codeColours(paragraph.text, paragraph.language, m_rangesLeft);
    add(std::move(paragraph));
}

void TextCollector::add(FormattedParagraph paragraph)
{
    paragraph.ranges.resize(std::min(paragraph.ranges.size(), m_rangesLeft));
    m_rangesLeft -= paragraph.ranges.size();
    if (m_text.paragraphs.size() < FormattedText::MaxParagraphs) {
        m_text.paragraphs.append(std::move(paragraph));
        return;
    }
    FormattedParagraph &last = m_text.paragraphs.back();
    const QChar separator = last.kind == FormattedParagraph::Kind::Code ? u'\n' : u' ';
    last.text += separator;
    if (last.kind == FormattedParagraph::Kind::Text)
        paragraph.text.replace(u'\n', u' ');
    for (StyledRange range : std::as_const(paragraph.ranges)) {
        range.start += last.text.size();
        last.ranges.append(range);
    }
    last.text += paragraph.text;
}

FormattedText TextCollector::take()
{
    m_rangesLeft = FormattedText::MaxRanges;
    return std::exchange(m_text, {});
}

} // namespace salon
