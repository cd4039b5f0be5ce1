// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/ansi.h"
#include "shared/markup/formatted_text.h"

namespace salon::console {

/// How a formatted text is laid out in a terminal.
struct MarkupLayout
{
    qsizetype indent = 0; ///< columns in front of all lines but the first
    bool hidesSpoilers = true;
};

/// The text with its structure as lines: bars in front of quotes, marks of lists, fences round code. With colours,
/// styles are sequences of the terminal; without, they are the marks that one would type. Every piece of it has passed
/// safeForTerminal().
[[nodiscard]] QString terminalMarkup(const FormattedText &text, const Ansi &ansi, const MarkupLayout &layout);

/// The first line is one of a block (quote, list, code), which looks better under a name than beside it.
[[nodiscard]] bool beginsWithBlock(const FormattedText &text);

[[nodiscard]] bool hasSpoiler(const FormattedText &text);

} // namespace salon::console
