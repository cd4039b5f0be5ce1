// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/terminal_markup.h"

#include "shared/base/terminal_text.h"

#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

struct StyleLook
{
    TextStyle style;
    QLatin1StringView codes; ///< of ECMA-48 SGR
    QLatin1StringView mark; ///< round it where there are no colours; empty: none
};

/// Marks open in this order, and close in the other one.
constexpr std::array Looks{
    StyleLook{ TextStyle::Spoiler, {}, "||"_L1 },
    StyleLook{ TextStyle::Strike, "9"_L1, "~"_L1 },
    StyleLook{ TextStyle::Bold, "1"_L1, "*"_L1 },
    StyleLook{ TextStyle::Italic, "3"_L1, "_"_L1 },
    StyleLook{ TextStyle::Code, "36"_L1, "`"_L1 },
    StyleLook{ TextStyle::Link, "4"_L1, {} },
    StyleLook{ TextStyle::Mention, "1;36"_L1, {} },
    StyleLook{ TextStyle::MentionsMe, "1;7;33"_L1, {} },
    StyleLook{ TextStyle::Room, "36"_L1, {} },
    StyleLook{ TextStyle::Keyword, "35"_L1, {} },
    StyleLook{ TextStyle::String, "32"_L1, {} },
    StyleLook{ TextStyle::Comment, "2"_L1, {} },
    StyleLook{ TextStyle::Number, "33"_L1, {} },
};

constexpr auto Fence = "```"_L1;

struct Piece
{
    QString text{};
    TextStyles styles{};
    int target = -1;
};

/// The whole paragraph as pieces without a hole between them.
QList<Piece> piecesOf(const FormattedParagraph &paragraph)
{
    QList<Piece> pieces;
    qsizetype at = 0;
    for (const StyledRange &range : paragraph.ranges) {
        const qsizetype start = std::clamp(range.start, at, paragraph.text.size());
        const qsizetype end = std::clamp(range.start + range.length, start, paragraph.text.size());
        if (start > at)
            pieces.append({ paragraph.text.mid(at, start - at), {}, -1 });
        if (end > start)
            pieces.append({ paragraph.text.mid(start, end - start), range.styles, range.target });
        at = end;
    }
    if (at < paragraph.text.size())
        pieces.append({ paragraph.text.mid(at), {}, -1 });
    return pieces;
}

QString safePiece(QString text)
{
    return safeForTerminal(text.replace(u'\t', "    "_L1));
}

QString codesOf(TextStyles styles)
{
    QStringList codes;
    for (const StyleLook &look : Looks) {
        if (styles.testFlag(look.style) && !look.codes.isEmpty())
            codes.append(look.codes);
    }
    return codes.join(u';');
}

/// Each line by itself: what stands in front of the next one has a look of its own.
QString painted(const Ansi &ansi, TextStyles styles, const QString &safe)
{
    const QString codes = codesOf(styles);
    QStringList lines = safe.split(u'\n');
    for (QString &line : lines)
        line = ansi.painted(codes, line);
    return lines.join(u'\n');
}

/// What closes and opens where one piece ends and the next one begins, in a terminal without colours.
QString marksBetween(TextStyles before, TextStyles after)
{
    QString marks;
    for (auto look = Looks.rbegin(); look != Looks.rend(); ++look) {
        if (before.testFlag(look->style) && !after.testFlag(look->style))
            marks += look->mark;
    }
    for (const StyleLook &look : Looks) {
        if (after.testFlag(look.style) && !before.testFlag(look.style))
            marks += look.mark;
    }
    return marks;
}

/// The address of a link whose words are another text: nobody shall be led elsewhere than they read.
QString addressBeside(const QString &words, const QString &url)
{
    const bool isSame = words == url || u"mailto:"_s + words == url || u"http://"_s + words == url
        || u"https://"_s + words == url || words + u'/' == url;
    return isSame ? QString() : u" ("_s + safeLineForTerminal(url) + u')';
}

class Painter
{
public:
    Painter(const FormattedText &text, const Ansi &ansi, const MarkupLayout &layout)
        : m_text(text)
        , m_ansi(ansi)
        , m_layout(layout)
    {
    }

    QString inlined(const FormattedParagraph &paragraph)
    {
        QString out;
        TextStyles open;
        int link = -1;
        bool isHidden = false;
        for (const Piece &piece : piecesOf(paragraph)) {
            if (piece.target != link)
                out += address(std::exchange(link, linkOf(piece)));
            if (m_layout.hidesSpoilers && piece.styles.testFlag(TextStyle::Spoiler)) {
                if (!std::exchange(isHidden, true))
                    out += m_ansi.styled(Ansi::Style::Muted, u"▒▒▒"_s) /* of one length for all */;
                link = -1;
                m_words.clear();
                continue;
            }
            isHidden = false;
            if (link >= 0)
                m_words += piece.text;
            out += marks(open, piece.styles);
            open = piece.styles;
            out += painted(m_ansi, piece.styles, safePiece(piece.text));
        }
        return out + marks(open, {}) + address(link);
    }

private:
    [[nodiscard]] QString marks(TextStyles before, TextStyles after) const
    {
        if (!m_ansi.isEnabled())
            return marksBetween(before, after);
        const auto spoilers = TextStyles(TextStyle::Spoiler); // one that is shown keeps its marks
        return m_ansi.styled(Ansi::Style::Muted, marksBetween(before & spoilers, after & spoilers));
    }
    [[nodiscard]] int linkOf(const Piece &piece) const
    {
        const bool isLink = piece.target >= 0 && piece.target < m_text.targets.size()
            && m_text.targets[piece.target].kind == TextTarget::Kind::Link;
        return isLink ? piece.target : -1;
    }
    QString address(int link)
    {
        const QString words = std::exchange(m_words, {});
        return link < 0 ? QString() : m_ansi.styled(Ansi::Style::Muted, addressBeside(words, m_text.targets[link].url));
    }

    const FormattedText &m_text;
    const Ansi &m_ansi;
    const MarkupLayout &m_layout;
    QString m_words; ///< of the link so far
};

bool isPlain(const FormattedParagraph &paragraph)
{
    return paragraph.kind == FormattedParagraph::Kind::Text && paragraph.quoteDepth == 0 && paragraph.listDepth == 0;
}

/// Two paragraphs that only a blank line tells apart.
bool needsBlankLine(const FormattedParagraph &above, const FormattedParagraph &below)
{
    return below.startsBlock && above.kind == FormattedParagraph::Kind::Text
        && below.kind == FormattedParagraph::Kind::Text && above.listDepth == 0 && below.listDepth == 0
        && above.quoteDepth == below.quoteDepth;
}

QString bars(const Ansi &ansi, int depth)
{
    return ansi.styled(Ansi::Style::Muted, u"│ "_s.repeated(depth));
}

} // namespace

QString terminalMarkup(const FormattedText &text, const Ansi &ansi, const MarkupLayout &layout)
{
    Painter painter(text, ansi, layout);
    QStringList lines;
    const FormattedParagraph *above = nullptr;
    for (const FormattedParagraph &paragraph : text.paragraphs) {
        const QString quote = bars(ansi, std::max(0, paragraph.quoteDepth));
        if (above && needsBlankLine(*above, paragraph))
            lines.append(quote);
        above = &paragraph;
        const QString step = u"  "_s.repeated(std::max(0, paragraph.listDepth - 1));
        const QString marker = paragraph.marker.isEmpty() ? QString() : safeLineForTerminal(paragraph.marker) + u' ';
        const qsizetype hanging = marker.isEmpty() && paragraph.listDepth > 0 ? 2 : marker.size();
        const QString under = step + QString(hanging, u' ');
        const bool isCode = paragraph.kind == FormattedParagraph::Kind::Code;
        QStringList own = painter.inlined(paragraph).split(u'\n');
        if (isCode) {
            own.prepend(ansi.styled(Ansi::Style::Muted, Fence + safeLineForTerminal(paragraph.language)));
            own.append(ansi.styled(Ansi::Style::Muted, Fence));
        }
        for (qsizetype i = 0; i < own.size(); ++i)
            lines.append(quote + (i == 0 && !marker.isEmpty() ? step + marker : under) + own[i]);
    }
    return lines.join(u'\n' + QString(layout.indent, u' '));
}

bool beginsWithBlock(const FormattedText &text)
{
    return !text.paragraphs.isEmpty() && !isPlain(text.paragraphs.constFirst());
}

bool hasSpoiler(const FormattedText &text)
{
    return std::ranges::any_of(text.paragraphs, [](const FormattedParagraph &paragraph) {
        return std::ranges::any_of(
            paragraph.ranges, [](const StyledRange &range) { return range.styles.testFlag(TextStyle::Spoiler); });
    });
}

} // namespace salon::console
