// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <functional>

namespace salon::console {

/// Lines that are ready to be printed, broken at words for a terminal of so many columns. What does not fit goes on
/// under the text and never at the edge: a text of others cannot look like a line of the program there. Bars of quotes
/// are repeated, colours go on. A word that is an address, without blanks of any sort, and longer than a row is left
/// whole, for those who click or copy it. `width`: columns of a character; below 0: none.
[[nodiscard]] QString wrappedLines(const QString &text, int columns, const std::function<int(char32_t)> &width);

} // namespace salon::console
