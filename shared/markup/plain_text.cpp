// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/plain_text.h"

#include "shared/markup/links.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int SpacesPerStep = 2;
constexpr int SpacesBeforeCode = 4;

/// What stands before each line of a paragraph; `marker` is only before its first.
QString prefixOf(const FormattedParagraph &paragraph, bool isFirstLine)
{
    QString prefix = u"> "_s.repeated(paragraph.quoteDepth);
    prefix += QString(SpacesPerStep * std::max(0, paragraph.listDepth - 1), u' ');
    if (paragraph.listDepth > 0)
        prefix += isFirstLine && !paragraph.marker.isEmpty() ? paragraph.marker + u' ' : QString(SpacesPerStep, u' ');
    if (paragraph.kind == FormattedParagraph::Kind::Code)
        prefix += QString(SpacesBeforeCode, u' ');
    return prefix;
}

/// Whether the reader sees where a link goes; a text that names another place does not say so.
bool showsTarget(const QString &url, const QString &text)
{
    const QString mailto = u"mailto:"_s;
    return linkTarget(text) == url || linkTarget(mailto + text) == url;
}

QString withTargets(const FormattedParagraph &paragraph, const QList<TextTarget> &targets)
{
    QString line;
    qsizetype at = 0;
    qsizetype start = 0; // of a link that consists of several ranges
    bool goesOn = false;
    const QStringView text(paragraph.text);
    for (qsizetype i = 0; i < paragraph.ranges.size(); ++i) {
        const StyledRange &range = paragraph.ranges[i];
        if (!range.styles.testFlag(TextStyle::Link) || range.target < 0 || range.target >= targets.size())
            continue;
        const qsizetype first = goesOn ? start : range.start;
        const qsizetype end = range.start + range.length;
        start = first;
        goesOn = i + 1 < paragraph.ranges.size() && paragraph.ranges[i + 1].target == range.target
            && paragraph.ranges[i + 1].start == end;
        if (goesOn) // part of it is bold
            continue;
        line += text.sliced(at, end - at);
        at = end;
        const QString &url = targets[range.target].url;
        if (!showsTarget(url, paragraph.text.mid(first, end - first)))
            line += " <"_L1 + url + u'>';
    }
    return line.append(text.sliced(at));
}

QString withoutSpoilers(const FormattedParagraph &paragraph)
{
    QString line;
    qsizetype at = 0;
    bool wasHidden = false;
    for (const StyledRange &range : paragraph.ranges) {
        if (!range.styles.testFlag(TextStyle::Spoiler))
            continue;
        const bool goesOn = wasHidden && range.start == at;
        line += QStringView(paragraph.text).sliced(at, range.start - at);
        if (!goesOn)
            line += u"▒▒▒"_s;
        at = range.start + range.length;
        wasHidden = true;
    }
    return line.append(QStringView(paragraph.text).sliced(at));
}

} // namespace

QString plainText(const FormattedText &text)
{
    QStringList lines;
    for (const FormattedParagraph &paragraph : text.paragraphs) {
        const QString body = withTargets(paragraph, text.targets);
        bool isFirst = true;
        for (const QStringView line : QStringView(body).split(u'\n')) {
            lines.append(prefixOf(paragraph, isFirst).append(line));
            isFirst = false;
        }
    }
    return lines.join(u'\n');
}

QString oneLine(const FormattedText &text, qsizetype limit)
{
    QString line;
    for (const FormattedParagraph &paragraph : text.paragraphs) {
        if (!paragraph.marker.isEmpty())
            line += paragraph.marker + u' ';
        line += withoutSpoilers(paragraph) + u' ';
        if (line.size() > 2 * limit) // enough, however much of it is white space to be folded
            break;
    }
    line = line.simplified();
    if (line.size() <= limit)
        return line;
    qsizetype cut = std::max<qsizetype>(0, limit - 1);
    if (cut > 0 && line[cut - 1].isHighSurrogate())
        --cut;
    return line.left(cut) + u'…';
}

} // namespace salon
