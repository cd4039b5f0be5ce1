// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/formatted_text.h"

namespace salon {

/// A line under construction.
struct StyledLine
{
    QString text{};
    QList<StyledRange> ranges{}; ///< as in FormattedParagraph

    /// Adds text at the end; joins it to the range before when it looks the same.
    void append(QStringView added, TextStyles styles, int target = -1);
};

/// A find in a line: gets styles and a target, and maybe other words.
struct LineMark
{
    qsizetype start = 0;
    qsizetype length = 0;
    TextStyles styles{};
    int target = -1;
    QString shown{}; ///< instead of what stands there; empty: that stays
};

/// The line with its marks (ascending, without overlap). What already has one of `untouched` keeps to itself: marks
/// that touch it are left out.
[[nodiscard]] StyledLine withMarks(const StyledLine &line, const QList<LineMark> &marks, TextStyles untouched);

} // namespace salon
