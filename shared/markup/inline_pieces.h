// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/styled_line.h"

namespace salon {

/// The words of one block as the parser gives them, until they are lines; finds ||spoilers|| in them.
class InlinePieces
{
public:
    /// Adds text without line breaks. Two bars by themselves in it may mark a spoiler, unless `isLiteral`; so may not
    /// the first bar if it `isEscaped`.
    void addText(const QString &text, TextStyles styles, int target, bool isLiteral, bool isEscaped = false);
    void addBreak();
    [[nodiscard]] bool isEmpty() const { return m_pieces.isEmpty(); }
    /// At least one line; this is empty then.
    [[nodiscard]] QList<StyledLine> takeLines();

private:
    struct Piece
    {
        enum class Kind
        {
            Text,
            Break,
            Bars
        };
        Kind kind = Kind::Text;
        QString text{};
        TextStyles styles{};
        int target = -1;
        bool isPaired = false;
    };
    void pairBars();
    [[nodiscard]] bool mayOpen(qsizetype index) const;
    [[nodiscard]] bool mayClose(qsizetype index) const;

    QList<Piece> m_pieces{};
};

} // namespace salon
