// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/formatted_text.h"

namespace salon {

/// All of it as plain text, a line for each line: "> " before quotes, markers before items, code moved in by four
/// spaces, links with their target behind them ("text <https://…>") where it is not the text itself. Spoilers are
/// shown. For copying; safeForTerminal() is still needed for a terminal.
[[nodiscard]] QString plainText(const FormattedText &text);

/// The same on one line, for previews and notifications: white space folded, targets left out, a spoiler as "▒▒▒". At
/// most `limit` UTF-16 units, "…" at the end of what is cut.
[[nodiscard]] QString oneLine(const FormattedText &text, qsizetype limit = 300);

} // namespace salon
