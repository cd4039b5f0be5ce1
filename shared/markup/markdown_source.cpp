// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/markdown_source.h"

#include "shared/markup/links.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr char16_t FirstOwn = 0xFDD0; // noncharacters: nobody can mean them
constexpr char16_t LastOwn = 0xFDEF;
constexpr QChar Guard(0xFDD0); ///< for the parser a letter like any other, for people nothing
constexpr char16_t FirstShield = 0xFDD1;
constexpr QStringView Shielded = u"*_~|\\";
constexpr QChar NumberMark(0xFDE0);
constexpr char16_t FirstDigit = 0xFDE1; // to 0xFDEA
constexpr qsizetype MaxMarkerDigits = 9;

bool isOwn(QChar c)
{
    return c.unicode() >= FirstOwn && c.unicode() <= LastOwn;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

QString withoutOwn(QString text)
{
    for (QChar &c : text) {
        if (isOwn(c) || c.isNull())
            c = QChar::ReplacementCharacter;
    }
    return text;
}

/// Signs of emphasis inside addresses become ones that mean nothing to the parser.
QString withShieldedAddresses(QString text)
{
    for (qsizetype colon = text.indexOf(u':'); colon >= 0; colon = text.indexOf(u':', colon + 1)) {
        for (const qsizetype schemeLength : { 4, 5, 6 }) { // http, https and salon, mailto
            const qsizetype at = colon - schemeLength;
            const qsizetype length = at >= 0 ? addressLength(text, at) : 0;
            if (length <= schemeLength)
                continue;
            for (qsizetype i = colon; i < at + length; ++i) {
                if (const qsizetype kind = Shielded.indexOf(text[i]); kind >= 0)
                    text[i] = QChar(char16_t(FirstShield + kind));
            }
            colon = at + length - 1;
            break;
        }
    }
    return text;
}

/// How many digits, when they and a full stop or bracket and white space mark an item; else 0.
qsizetype numberLength(QStringView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && digits <= MaxMarkerDigits && isDigit(text[digits]))
        ++digits;
    const bool isMarker = digits > 0 && digits <= MaxMarkerDigits && digits < text.size()
        && (text[digits] == u'.' || text[digits] == u')')
        && (digits + 1 == text.size() || text[digits + 1] == u' ' || text[digits + 1] == u'\t');
    return isMarker ? digits : 0;
}

/// What stands before the words of a line: quotes and markers of lists.
struct LineStart
{
    qsizetype length = 0;
    qsizetype quotes = 0;
    bool isItem = false;
    qsizetype numberAt = -1; ///< of the last marker, if that is a number
    qsizetype guardAt = -1; ///< a number that is followed by another marker, and so cannot be kept as one
};

LineStart startOf(QStringView line)
{
    LineStart start;
    qsizetype at = 0;
    const auto next = [&start](bool isItem, qsizetype numberAt) {
        if (start.numberAt >= 0 && start.guardAt < 0)
            start.guardAt = start.numberAt;
        start.numberAt = numberAt;
        start.isItem = start.isItem || isItem;
    };
    while (at < line.size()) {
        const QChar c = line[at];
        const bool isBullet = (c == u'-' || c == u'*' || c == u'+') && at + 1 < line.size()
            && (line[at + 1] == u' ' || line[at + 1] == u'\t');
        if (c == u' ' || c == u'\t') {
            ++at;
        } else if (c == u'>') {
            next(false, -1);
            start.quotes += start.guardAt < 0 ? 1 : 0;
            ++at;
        } else if (isBullet) {
            next(true, -1);
            at += 2;
        } else if (const qsizetype digits = numberLength(line.sliced(at)); digits > 0) {
            next(true, at);
            at += digits + 1;
        } else {
            break;
        }
    }
    start.length = at;
    return start;
}

/// The number at the beginning of `line` in a form that the parser takes for a word.
QString encodedNumber(QStringView line)
{
    QString encoded(NumberMark);
    for (qsizetype i = 0; i < line.size() && isDigit(line[i]); ++i)
        encoded += QChar(char16_t(FirstDigit + (line[i].unicode() - u'0')));
    return encoded;
}

/// "===" or "---" below a line: a heading to the parser, to people a line of their signature.
bool isUnderline(QStringView words)
{
    const QStringView line = words.trimmed();
    return !line.isEmpty() && (line.count(u'=') == line.size() || line.count(u'-') == line.size());
}

QString withoutDefinition(QString line)
{
    return line.replace("]:"_L1, u']' + QString(Guard) + u':');
}

/// White space and quotes at the beginning.
qsizetype indentOf(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\t' || line[at] == u'>'))
        ++at;
    return at;
}

bool isFence(QStringView words)
{
    return words.startsWith(u"```") || words.startsWith(u"~~~");
}

/// Where the words of a heading begin, 0 if it is none.
qsizetype headingLength(QStringView words)
{
    qsizetype signs = 0;
    while (signs < words.size() && words[signs] == u'#')
        ++signs;
    const bool isHeading = signs > 0 && signs <= 6 && (signs == words.size() || words[signs] == u' ');
    return isHeading ? std::min(signs + 1, words.size()) : 0;
}

/// Goes through the lines; knows what is a block of code.
class SourceWriter
{
public:
    void add(QStringView line)
    {
        const LineStart start = startOf(line);
        const QStringView words = line.sliced(start.length);
        if (m_fence.isEmpty() && m_quotes > 0 && start.quotes == 0 && !line.trimmed().isEmpty())
            m_source += u'\n'; // CommonMark would take it into the quote
        const qsizetype indent = indentOf(line);
        const bool isBlank = indent == line.size();
        if (!m_fence.isEmpty() && (start.quotes < m_fenceQuotes || (indent < m_fenceColumn && !isBlank)))
            m_fence.clear(); // with the quote or the item that it stands in
        const bool isCode = !m_fence.isEmpty();
        if (start.isItem && !isCode)
            m_itemColumn = start.length;
        else if (indent < m_itemColumn && !isBlank)
            m_itemColumn = 0;
        if (isCode || start.guardAt < 0)
            followFence(line, words, start.quotes);
        m_source += isCode ? line.toString() : guarded(line, start);
        m_source += u'\n';
        m_quotes = start.quotes;
        m_wasItem = start.isItem || (m_wasItem && words.trimmed() == u"-");
        m_isAfterText = !words.trimmed().isEmpty();
    }
    [[nodiscard]] const QString &source() const { return m_source; }

private:
    [[nodiscard]] QString guarded(QStringView line, const LineStart &start) const
    {
        if (start.guardAt >= 0)
            return line.first(start.guardAt).toString() + Guard
                + withoutDefinition(line.sliced(start.guardAt).toString());
        const QStringView words = line.sliced(start.length);
        QString result = line.first(start.length).toString();
        const bool isEmptyItem = m_wasItem && words.trimmed() == u"-";
        if (start.numberAt >= 0)
            return withoutDefinition(result + withNumber(words, encodedNumber(line.sliced(start.numberAt))));
        if (m_isAfterText && isUnderline(words) && !isEmptyItem)
            result += Guard;
        return withoutDefinition(result.append(words));
    }

    [[nodiscard]] static QString withNumber(QStringView words, const QString &number)
    {
        if (words.isEmpty())
            return u' ' + number;
        if (isFence(words))
            return words.toString() + number;
        const qsizetype heading = headingLength(words);
        return words.first(heading).toString() + number + words.sliced(heading).toString();
    }

    void followFence(QStringView line, QStringView words, qsizetype quotes)
    {
        if (!m_fence.isEmpty()) {
            const QStringView closing = line.trimmed();
            const QStringView end = closing.sliced(closing.lastIndexOf(u'>') + 1).trimmed();
            if (end.size() >= m_fence.size() && end.count(m_fence.front()) == end.size())
                m_fence.clear();
            return;
        }
        for (const QChar sign : { u'`', u'~' }) {
            qsizetype count = 0;
            while (count < words.size() && words[count] == sign)
                ++count;
            if (count < 3 || (sign == u'`' && words.sliced(count).contains(sign)))
                continue;
            m_fence = QString(count, sign);
            m_fenceQuotes = quotes;
            m_fenceColumn = m_itemColumn;
        }
    }

    QString m_source{};
    QString m_fence{}; ///< of the block of code that is open
    qsizetype m_fenceQuotes = 0;
    qsizetype m_fenceColumn = 0;
    qsizetype m_itemColumn = 0; ///< where the words of the item begin that the line is in, 0 if it is in none
    qsizetype m_quotes = 0; ///< of the line before
    bool m_wasItem = false; ///< the line before
    bool m_isAfterText = false;
};

} // namespace

QByteArray parserSource(const QString &text)
{
    const QString shielded = withShieldedAddresses(withoutOwn(text));
    SourceWriter writer;
    for (const QStringView line : QStringView(shielded).split(u'\n'))
        writer.add(line);
    return writer.source().toUtf8();
}

QByteArray parserLine(const QString &text)
{
    const QString line = withShieldedAddresses(withoutOwn(text).replace(u'\n', u' '));
    return (Guard + withoutDefinition(line)).toUtf8();
}

QString restored(QStringView text, QString *number)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (!isOwn(c))
            result += c;
        else if (code >= FirstShield && code < FirstShield + Shielded.size())
            result += Shielded[code - FirstShield];
        else if (number && code == NumberMark.unicode())
            number->clear();
        else if (number && code >= FirstDigit && code < FirstDigit + 10)
            *number += QChar(char16_t(u'0' + (code - FirstDigit)));
    }
    return result;
}

} // namespace salon
