// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/inline_pieces.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr QChar Bar = u'|';

/// Where two bars begin that have no third one beside them; -1 if there are none.
qsizetype nextBars(const QString &text, qsizetype from)
{
    for (qsizetype at = text.indexOf(Bar, from); at >= 0; at = text.indexOf(Bar, at)) {
        qsizetype end = at;
        while (end < text.size() && text[end] == Bar)
            ++end;
        if (end - at == 2)
            return at;
        at = end;
    }
    return -1;
}

} // namespace

void InlinePieces::addText(const QString &text, TextStyles styles, int target, bool isLiteral, bool isEscaped)
{
    const auto add = [&](qsizetype from, qsizetype to) {
        if (to > from)
            m_pieces.append({ Piece::Kind::Text, text.mid(from, to - from), styles, target });
    };
    qsizetype at = isEscaped ? std::min<qsizetype>(1, text.size()) : 0;
    add(0, at);
    if (!isLiteral) {
        for (qsizetype bars = nextBars(text, at); bars >= 0; bars = nextBars(text, at)) {
            add(at, bars);
            m_pieces.append({ Piece::Kind::Bars, QString(2, Bar), styles, target });
            at = bars + 2;
        }
    }
    add(at, text.size());
}

void InlinePieces::addBreak()
{
    m_pieces.append({ Piece::Kind::Break });
}

bool InlinePieces::mayOpen(qsizetype index) const
{
    const qsizetype next = index + 1;
    return next < m_pieces.size() && m_pieces[next].kind == Piece::Kind::Text && !m_pieces[next].text.front().isSpace();
}

bool InlinePieces::mayClose(qsizetype index) const
{
    return index > 0 && m_pieces[index - 1].kind == Piece::Kind::Text && !m_pieces[index - 1].text.back().isSpace();
}

void InlinePieces::pairBars()
{
    for (qsizetype open = 0; open < m_pieces.size(); ++open) {
        if (m_pieces[open].kind != Piece::Kind::Bars || !mayOpen(open))
            continue;
        qsizetype close = open + 1;
        while (close < m_pieces.size() && !(m_pieces[close].kind == Piece::Kind::Bars && mayClose(close)))
            ++close;
        if (close == m_pieces.size()) // then none closes a later one either
            return;
        m_pieces[open].isPaired = m_pieces[close].isPaired = true;
        open = close;
    }
}

QList<StyledLine> InlinePieces::takeLines()
{
    pairBars();
    QList<StyledLine> lines(1);
    bool isHidden = false;
    for (const Piece &piece : std::as_const(m_pieces)) {
        if (piece.kind == Piece::Kind::Break)
            lines.append(StyledLine());
        else if (piece.isPaired)
            isHidden = !isHidden;
        else
            lines.back().append(piece.text, isHidden ? piece.styles | TextStyle::Spoiler : piece.styles, piece.target);
    }
    m_pieces.clear();
    return lines;
}

} // namespace salon
