// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_text.h"

#include "shared/base/text_limits.h"
#include "shared/client-core/text/mention_matcher.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int MaxLargeEmoji = 6;

bool isMark(QChar::Category category)
{
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Mark_SpacingCombining;
}

/// Drops combining marks beyond the limit: a pile of thousands takes seconds to lay out and covers other lines.
QString withoutMarkPiles(const QString &text)
{
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
        marks = isMark(QChar::category(code)) ? marks + 1 : 0;
        if (marks <= text_limits::MaxCombiningMarks)
            kept.append(QStringView(text).mid(i, width));
        i += width - 1;
    }
    return kept;
}

bool isEmojiCode(char32_t code)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 9> ranges{ { { 0x1F000, 0x1FAFF }, { 0x2600, 0x27BF },
        { 0x2B05, 0x2B07 }, { 0x2B1B, 0x2B1C }, { 0x2B50, 0x2B55 }, { 0x231A, 0x231B }, { 0x23E9, 0x23F3 },
        { 0x25FB, 0x25FE }, { 0x2194, 0x21AA } } };
    return std::any_of(ranges.begin(), ranges.end(),
        [code](const auto &range) { return code >= range.first && code <= range.second; });
}

bool isEmojiExtension(char32_t code)
{
    return code == 0x200D || code == 0xFE0F || code == 0x20E3 || (code >= 0x1F3FB && code <= 0x1F3FF)
        || (code >= 0xE0020 && code <= 0xE007F);
}

bool isRegionalIndicator(char32_t code)
{
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

/// Where a link ends: neither the full stop of the sentence nor the bracket around it belongs to it.
qsizetype trimmedLength(QStringView link)
{
    while (!link.isEmpty()) {
        const QChar last = link.back();
        if (last == u')' && link.count(u'(') >= link.count(u')'))
            break;
        if (!QStringView(u".,;:!?'\")]}»…").contains(last))
            break;
        link.chop(1);
    }
    return link.size();
}

} // namespace

QList<MessageText::Span> findLinks(QStringView line)
{
    QList<MessageText::Span> found;
    if (!line.contains(u"://") && !line.contains(u"mailto:", Qt::CaseInsensitive))
        return found;
    // Zl, Zp, Cf and Cc end a link: an invisible or turning character never hides in a target.
    static const QRegularExpression pattern(
        uR"((?<![\p{L}\p{N}])(?:https?://|mailto:)[^\s<>"\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (auto matches = pattern.globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype length = trimmedLength(match.capturedView());
        const QUrl target(line.mid(match.capturedStart(), length).toString(), QUrl::TolerantMode);
        const bool leadsSomewhere
            = target.scheme() == "mailto"_L1 ? !target.path().isEmpty() : !target.host().isEmpty();
        if (target.isValid() && leadsSomewhere)
            found.append({ match.capturedStart(), length, MessageText::Span::Kind::Link, target });
    }
    return found;
}

bool isEmojiOnly(QStringView text)
{
    int count = 0;
    int flagHalves = 0;
    bool joined = false;
    const QList<uint> codes = text.toUcs4();
    if (codes.size() > 12 * MaxLargeEmoji)
        return false;
    for (const char32_t code : codes) {
        if (code == u' ' || code == u'\n')
            continue;
        if (isEmojiExtension(code)) {
            joined = code == 0x200D;
            continue;
        }
        if (!isEmojiCode(code))
            return false;
        if (isRegionalIndicator(code))
            count += flagHalves++ % 2 == 0 ? 1 : 0;
        else if (!joined)
            ++count;
        joined = false;
    }
    return count > 0 && count <= MaxLargeEmoji;
}

MessageText prepareMessageText(const QString &body, const IsKnownLogin &isKnown)
{
    MessageText prepared;
    const QString text = withoutMarkPiles(body);
    prepared.isEmojiOnly = isEmojiOnly(text);
    const auto lines = QStringView(text).split(u'\n');
    prepared.paragraphs.reserve(lines.size());
    for (const QStringView line : lines) {
        MessageText::Paragraph paragraph{ line.toString(), findLinks(line), line.isRightToLeft() };
        if (isKnown && line.contains(u'@')) {
            const auto links = paragraph.spans;
            for (const MentionSpan &mention : findMentions(paragraph.text, isKnown)) {
                const bool insideLink = std::any_of(links.begin(), links.end(), [&mention](const auto &link) {
                    return mention.start >= link.start && mention.start < link.start + link.length;
                });
                if (!insideLink)
                    paragraph.spans.append({ mention.start, mention.length, MessageText::Span::Kind::Mention, {} });
            }
        }
        // U+2028 and U+2029 would break the line a second time inside the layout.
        paragraph.text.replace(QChar(QChar::LineSeparator), u' ').replace(QChar(QChar::ParagraphSeparator), u' ');
        prepared.paragraphs.append(std::move(paragraph));
    }
    return prepared;
}

QString isolated(const QString &text)
{
    constexpr QChar Fsi(0x2068), Pdi(0x2069), Pdf(0x202C);
    int embeddings = 0;
    int isolates = 0;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (code == 0x202A || code == 0x202B || code == 0x202D || code == 0x202E)
            ++embeddings;
        else if (code == 0x202C && embeddings > 0)
            --embeddings;
        else if (code >= 0x2066 && code <= 0x2068)
            ++isolates;
        else if (code == 0x2069 && isolates > 0)
            --isolates;
    }
    return Fsi + text + QString(embeddings, Pdf) + QString(isolates, Pdi) + Pdi;
}

} // namespace salon
