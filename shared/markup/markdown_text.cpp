// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/markdown_text.h"

#include "shared/markup/code_language.h"
#include "shared/markup/inline_pieces.h"
#include "shared/markup/links.h"
#include "shared/markup/markdown_source.h"

#include <algorithm>
#include <md4c.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxLanguageChars = 20;

QString fromParser(const MD_CHAR *text, MD_SIZE size, QString *number = nullptr)
{
    return restored(QString::fromUtf8(text, qsizetype(size)), number);
}

QString fromParser(const MD_ATTRIBUTE &attribute, QString *number = nullptr)
{
    return fromParser(attribute.text, attribute.size, number).trimmed();
}

/// Takes what the parser finds, in the order of the text. Its functions are called by the parser.
class MarkdownReader
{
public:
    MarkdownReader(const QByteArray &source, TextCollector &collector)
        : m_source(source)
        , m_collector(collector)
    {
    }

    bool read();

private:
    struct List
    {
        bool isNumbered = false;
        unsigned number = 0;
        QChar delimiter = u'.';
    };
    struct OpenLink
    {
        QString address{};
        QString title{};
        int target = -1;
        QString shown{}; ///< what stands for it
    };

    void enterBlock(MD_BLOCKTYPE type, void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size);

    void enterList(const List &list);
    void enterItem();
    void enterCode(const MD_ATTRIBUTE &info);
    void takeNumber(const QString &number);
    void openLink(const MD_ATTRIBUTE &address, const MD_ATTRIBUTE &title);
    void closeLink();
    void addPiece(const QString &text, bool isLiteral, bool isEscaped = false);
    void addCode();
    void flush();
    [[nodiscard]] FormattedParagraph nextParagraph();
    [[nodiscard]] TextStyles styles() const;

    const QByteArray &m_source;
    TextCollector &m_collector;
    InlinePieces m_pieces{};
    QList<List> m_lists{};
    QList<OpenLink> m_links{};
    QString m_marker{}; ///< of an item that has no line yet
    int m_quotes = 0;
    int m_bold = 0;
    int m_italic = 0;
    int m_struck = 0;
    int m_code = 0;
    bool m_isCodeBlock = false;
    bool m_needsRoom = false; ///< above the next line
    bool m_isFirst = true;
    QString m_codeText{};
    QString m_codeInfo{};
};

bool MarkdownReader::read()
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        static_cast<MarkdownReader *>(self)->enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
        static_cast<MarkdownReader *>(self)->leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        static_cast<MarkdownReader *>(self)->enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *self) {
        static_cast<MarkdownReader *>(self)->leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
        static_cast<MarkdownReader *>(self)->addText(type, text, size);
        return 0;
    };
    return md_parse(m_source.constData(), MD_SIZE(m_source.size()), &parser, this) == 0;
}

void MarkdownReader::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    flush();
    switch (type) {
    case MD_BLOCK_QUOTE:
        ++m_quotes;
        m_needsRoom = true;
        break;
    case MD_BLOCK_UL:
        enterList({});
        break;
    case MD_BLOCK_OL: {
        const auto *list = static_cast<const MD_BLOCK_OL_DETAIL *>(detail);
        enterList({ true, list->start, QLatin1Char(list->mark_delimiter) });
        break;
    }
    case MD_BLOCK_LI:
        enterItem();
        break;
    case MD_BLOCK_H:
        ++m_bold;
        break;
    case MD_BLOCK_CODE:
        enterCode(static_cast<const MD_BLOCK_CODE_DETAIL *>(detail)->info);
        break;
    case MD_BLOCK_HR:
        m_needsRoom = true;
        addPiece(u"———"_s, true);
        flush();
        m_needsRoom = true;
        break;
    default:
        break;
    }
}

void MarkdownReader::leaveBlock(MD_BLOCKTYPE type)
{
    flush();
    switch (type) {
    case MD_BLOCK_QUOTE:
        --m_quotes;
        m_needsRoom = true;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        m_lists.removeLast();
        m_needsRoom = m_needsRoom || m_lists.isEmpty();
        break;
    case MD_BLOCK_LI:
        if (!m_marker.isEmpty())
            m_collector.addText(nextParagraph(), {});
        break;
    case MD_BLOCK_H:
        --m_bold;
        m_needsRoom = true;
        break;
    case MD_BLOCK_CODE:
        addCode();
        break;
    case MD_BLOCK_P:
        m_needsRoom = true;
        break;
    default:
        break;
    }
}

void MarkdownReader::enterList(const List &list)
{
    if (!m_marker.isEmpty()) // of an item that consists of this list
        m_collector.addText(nextParagraph(), {});
    m_needsRoom = m_needsRoom || m_lists.isEmpty();
    m_lists.append(list);
}

void MarkdownReader::enterItem()
{
    List &list = m_lists.back();
    m_marker = list.isNumbered ? QString::number(list.number++) + list.delimiter : u"•"_s;
}

void MarkdownReader::enterCode(const MD_ATTRIBUTE &info)
{
    QString number;
    m_isCodeBlock = true;
    m_codeText.clear();
    m_codeInfo = fromParser(info, &number);
    takeNumber(number);
}

/// What the item's marker is in the text; the parser counts by itself.
void MarkdownReader::takeNumber(const QString &number)
{
    if (!number.isEmpty() && !m_marker.isEmpty() && !m_lists.isEmpty() && m_lists.back().isNumbered)
        m_marker = number + m_lists.back().delimiter;
}

void MarkdownReader::enterSpan(MD_SPANTYPE type, void *detail)
{
    switch (type) {
    case MD_SPAN_EM:
        ++m_italic;
        break;
    case MD_SPAN_STRONG:
        ++m_bold;
        break;
    case MD_SPAN_DEL:
        ++m_struck;
        break;
    case MD_SPAN_CODE:
        ++m_code;
        break;
    case MD_SPAN_A: {
        const auto *link = static_cast<const MD_SPAN_A_DETAIL *>(detail);
        openLink(link->href, link->title);
        break;
    }
    case MD_SPAN_IMG: {
        const auto *image = static_cast<const MD_SPAN_IMG_DETAIL *>(detail);
        openLink(image->src, image->title);
        break;
    }
    default:
        break;
    }
}

void MarkdownReader::leaveSpan(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
        --m_italic;
        break;
    case MD_SPAN_STRONG:
        --m_bold;
        break;
    case MD_SPAN_DEL:
        --m_struck;
        break;
    case MD_SPAN_CODE:
        --m_code;
        break;
    case MD_SPAN_A:
    case MD_SPAN_IMG:
        closeLink();
        break;
    default:
        break;
    }
}

void MarkdownReader::openLink(const MD_ATTRIBUTE &address, const MD_ATTRIBUTE &title)
{
    OpenLink link{ fromParser(address), fromParser(title), -1, {} };
    if (const auto url = linkTarget(link.address))
        link.target = m_collector.addLink(*url);
    m_links.append(std::move(link));
}

void MarkdownReader::closeLink()
{
    OpenLink &link = m_links.back();
    const bool isShown = link.target >= 0 ? !link.shown.trimmed().isEmpty()
                                          : link.shown == link.address || u"mailto:"_s + link.shown == link.address;
    if (!isShown && !link.address.isEmpty() && link.target >= 0)
        addPiece(link.address, true);
    const QString address = isShown || link.target >= 0 ? QString() : link.address;
    const QString title = link.title;
    m_links.removeLast();
    for (const QString &rest : { address, title }) { // words that would be lost
        if (!rest.isEmpty())
            addPiece(u" (%1)"_s.arg(rest).replace(u'\n', u' '), true);
    }
}

void MarkdownReader::addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size)
{
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        m_pieces.addBreak();
        return;
    case MD_TEXT_NULLCHAR:
        addPiece(QString(QChar(QChar::ReplacementCharacter)), true);
        return;
    case MD_TEXT_CODE:
        if (m_isCodeBlock)
            m_codeText += fromParser(text, size);
        else
            addPiece(fromParser(text, size), true);
        return;
    default:
        break;
    }
    const MD_CHAR *begin = m_source.constData();
    const bool isEscaped
        = std::less<>()(begin, text) && std::less<>()(text, begin + m_source.size()) && text[-1] == '\\';
    QString number;
    const QString words = fromParser(text, size, &number);
    takeNumber(number);
    addPiece(words, type != MD_TEXT_NORMAL, isEscaped);
}

void MarkdownReader::addPiece(const QString &text, bool isLiteral, bool isEscaped)
{
    if (!m_links.isEmpty())
        m_links.back().shown += text;
    const int target = m_links.isEmpty() ? -1 : m_links.back().target;
    m_pieces.addText(text, styles(), target, isLiteral, isEscaped);
}

void MarkdownReader::addCode()
{
    m_isCodeBlock = false;
    m_needsRoom = true;
    FormattedParagraph code = nextParagraph();
    const bool isName = m_codeInfo.size() <= MaxLanguageChars && !m_codeInfo.contains(u' ');
    if (isName)
        code.language = m_codeInfo;
    else // somebody began to write on the line of the fence
        m_codeText.prepend(m_codeInfo + u'\n');
    if (m_codeText.endsWith(u'\n'))
        m_codeText.chop(1);
    code.text = std::exchange(m_codeText, {});
    m_collector.addCode(std::move(code));
    m_needsRoom = true;
}

void MarkdownReader::flush()
{
    if (m_pieces.isEmpty())
        return;
    const QList<StyledLine> lines = m_pieces.takeLines();
    for (const StyledLine &line : lines)
        m_collector.addText(nextParagraph(), line);
}

FormattedParagraph MarkdownReader::nextParagraph()
{
    FormattedParagraph paragraph;
    paragraph.startsBlock = std::exchange(m_needsRoom, false) && !std::exchange(m_isFirst, false);
    m_isFirst = false;
    paragraph.quoteDepth = std::min(m_quotes, FormattedText::MaxDepth);
    paragraph.listDepth = std::min(int(m_lists.size()), FormattedText::MaxDepth - paragraph.quoteDepth);
    paragraph.marker = std::exchange(m_marker, {});
    return paragraph;
}

TextStyles MarkdownReader::styles() const
{
    TextStyles styles;
    styles.setFlag(TextStyle::Bold, m_bold > 0);
    styles.setFlag(TextStyle::Italic, m_italic > 0);
    styles.setFlag(TextStyle::Strike, m_struck > 0);
    styles.setFlag(TextStyle::Code, m_code > 0);
    styles.setFlag(TextStyle::Link, !m_links.isEmpty() && m_links.back().target >= 0);
    return styles;
}

} // namespace

bool collectMarkdown(const QString &text, TextCollector &collector)
{
    const QByteArray source = parserSource(text);
    return MarkdownReader(source, collector).read();
}

bool collectMarkdownLine(const QString &text, TextCollector &collector)
{
    const QByteArray source = parserLine(text);
    return MarkdownReader(source, collector).read();
}

} // namespace salon
