// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/code_colours.h"

#include "shared/markup/code_language.h"

namespace salon {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

class Colourist
{
public:
    Colourist(QStringView code, const CodeLanguage &language, qsizetype limit)
        : m_code(code)
        , m_language(language)
        , m_limit(limit)
    {
    }

    QList<StyledRange> run()
    {
        while (m_at < m_code.size() && m_ranges.size() < m_limit) {
            const qsizetype before = m_at;
            const bool isDone
                = comment() || (m_isInsideTag || m_language.kind == CodeLanguage::Kind::Programming ? inside() : tag());
            if (!isDone)
                ++m_at;
            Q_ASSERT(m_at > before);
            m_isLineStart = m_isLineStart ? m_code[m_at - 1].isSpace() : m_code[m_at - 1] == u'\n';
        }
        return m_ranges;
    }

private:
    bool inside()
    {
        if (m_isInsideTag && startsWith(u">")) {
            m_isInsideTag = false;
            ++m_at;
            return true;
        }
        return string() || character() || sign() || number() || word();
    }

    [[nodiscard]] bool startsWith(QStringView what) const
    {
        return !what.isEmpty() && m_code.sliced(m_at).startsWith(what);
    }

    bool mark(qsizetype end, TextStyle style)
    {
        m_ranges.append({ m_at, end - m_at, style, -1 });
        m_at = end;
        return true;
    }

    /// Just after the first `what` at or after `from`; the end if there is none.
    [[nodiscard]] qsizetype after(QStringView what, qsizetype from) const
    {
        const qsizetype found = m_code.indexOf(what, from);
        return found < 0 ? m_code.size() : found + what.size();
    }

    [[nodiscard]] qsizetype lineEnd(qsizetype from) const
    {
        const qsizetype end = m_code.indexOf(u'\n', from);
        return end < 0 ? m_code.size() : end;
    }

    bool comment()
    {
        if (startsWith(m_language.blockCommentStart))
            return mark(
                after(m_language.blockCommentEnd, m_at + m_language.blockCommentStart.size()), TextStyle::Comment);
        for (const QString &start : m_language.lineComments) {
            const bool isAllowed = !m_language.hashNeedsSpace || m_at == 0 || m_code[m_at - 1].isSpace();
            if (startsWith(start) && isAllowed)
                return mark(lineEnd(m_at), TextStyle::Comment);
        }
        return false;
    }

    bool string()
    {
        for (const CodeLanguage::Quote &quote : m_language.quotes) {
            if (!startsWith(quote.mark))
                continue;
            qsizetype end = m_at + quote.mark.size();
            while (end < m_code.size() && !m_code.sliced(end).startsWith(quote.mark)
                && (quote.spansLines || m_code[end] != u'\n'))
                end += quote.hasEscapes && m_code[end] == u'\\' && end + 1 < m_code.size() ? 2 : 1;
            if (end < m_code.size() && m_code.sliced(end).startsWith(quote.mark))
                end += quote.mark.size();
            return mark(std::min(end, m_code.size()), TextStyle::String);
        }
        return false;
    }

    /// 'x', '\n', '\u00e9'.
    bool character()
    {
        constexpr qsizetype MaxChars = 12;
        if (!m_language.hasCharacters || m_code[m_at] != u'\'' || m_at + 2 >= m_code.size())
            return false;
        const bool isEscape = m_code[m_at + 1] == u'\\';
        const bool isPair = m_code[m_at + 1].isHighSurrogate();
        qsizetype end = m_at + (isEscape || isPair ? 3 : 2);
        while (isEscape && end < m_code.size() && end - m_at < MaxChars && m_code[end] != u'\'' && m_code[end] != u'\n')
            ++end;
        return end < m_code.size() && m_code[end] == u'\'' && mark(end + 1, TextStyle::String);
    }

    /// #include, @media
    bool sign()
    {
        const bool isDirective = m_language.hasDirectives && m_isLineStart && m_code[m_at] == u'#';
        const bool isAtRule = m_language.hasAtRules && m_code[m_at] == u'@';
        if (!isDirective && !isAtRule)
            return false;
        qsizetype start = m_at + 1;
        while (isDirective && start < m_code.size() && m_code[start] == u' ')
            ++start;
        const qsizetype end = wordEnd(start);
        return end > start && mark(end, TextStyle::Keyword);
    }

    bool number()
    {
        if (!isDigit(m_code[m_at]))
            return false;
        qsizetype end = m_at + 1;
        const auto goesOn = [this](qsizetype i) {
            const QChar c = m_code[i];
            const bool isSeparator = c == u'\'' && m_language.hasCharacters && i + 1 < m_code.size()
                && (isDigit(m_code[i + 1]) || (m_code[i + 1] >= u'a' && m_code[i + 1] <= u'f'));
            const bool isExponent = (c == u'+' || c == u'-') && (m_code[i - 1] == u'e' || m_code[i - 1] == u'E')
                && i + 1 < m_code.size() && isDigit(m_code[i + 1]);
            return c.isLetterOrNumber() || c == u'.' || c == u'_' || isSeparator || isExponent;
        };
        while (end < m_code.size() && goesOn(end))
            ++end;
        return mark(end, TextStyle::Number);
    }

    [[nodiscard]] bool isWordChar(QChar c) const
    {
        return c.isLetterOrNumber() || c == u'_' || c.isSurrogate() || m_language.wordSigns.contains(c);
    }

    [[nodiscard]] qsizetype wordEnd(qsizetype from) const
    {
        while (from < m_code.size() && isWordChar(m_code[from]))
            ++from;
        return from;
    }

    bool word()
    {
        const qsizetype end = wordEnd(m_at);
        if (end == m_at)
            return false;
        constexpr qsizetype MaxKeywordChars = 20;
        QString text = end - m_at <= MaxKeywordChars ? m_code.sliced(m_at, end - m_at).toString() : QString();
        if (m_language.ignoresCase)
            text = text.toLower();
        if (m_language.keywords.contains(text))
            return mark(end, TextStyle::Keyword);
        m_at = end;
        return true;
    }

    /// <name, </name, <?xml, <!DOCTYPE and the entities between tags.
    bool tag()
    {
        qsizetype start = m_at + 1;
        if (m_code[m_at] == u'&') {
            start += startsWith(u"&#") ? 1 : 0;
            const qsizetype end = wordEnd(start);
            return end > start && end < m_code.size() && m_code[end] == u';' && mark(end + 1, TextStyle::Number);
        }
        if (m_code[m_at] != u'<')
            return false;
        while (start < m_code.size() && QStringView(u"/?!").contains(m_code[start]))
            ++start;
        qsizetype end = wordEnd(start);
        while (end > start && end < m_code.size() && QStringView(u":-.").contains(m_code[end]))
            end = wordEnd(end + 1);
        if (end == start)
            return false;
        m_isInsideTag = true;
        return mark(end, TextStyle::Keyword);
    }

    QStringView m_code;
    const CodeLanguage &m_language;
    qsizetype m_limit;
    qsizetype m_at = 0;
    bool m_isInsideTag = false;
    bool m_isLineStart = true;
    QList<StyledRange> m_ranges{};
};

} // namespace

QList<StyledRange> codeColours(const QString &code, const QString &language, qsizetype limit)
{
    const CodeLanguage *known = findCodeLanguage(language);
    if (!known)
        return {};
    return Colourist(code, *known, limit).run();
}

} // namespace salon
