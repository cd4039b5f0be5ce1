// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>

namespace salon {

/// Fonts and lengths that a formatted text is laid out with.
struct TextMetrics
{
    QFont body{};
    QFont code{};
    int quoteIndent = 12; ///< of each level, the bar included
    int barWidth = 2;
    int listIndent = 20; ///< of each level
    int codePadding = 8; ///< inside a block of code
    int blockGap = 4; ///< above and below a block of code
    int radius = 4; ///< of chips and blocks
    int copySize = 20; ///< of the button in a block of code
};

} // namespace salon
