// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/name_finder.h"
#include "shared/markup/styled_line.h"

namespace salon {

/// Puts a FormattedText together line by line, finds links and names in it and keeps it within its bounds.
class TextCollector
{
public:
    /// `names` must outlive this.
    explicit TextCollector(const MarkupNames &names);

    /// Index of the target of a link, or -1 when there are too many already.
    [[nodiscard]] int addLink(const QString &url);
    /// Adds a paragraph with `line` as its text; addresses and names that stand in it, outside of code and links, get
    /// their targets.
    void addText(FormattedParagraph paragraph, const StyledLine &line);
    /// Adds a block of code, coloured by its language.
    void addCode(FormattedParagraph paragraph);
    /// What was collected; this is empty then.
    [[nodiscard]] FormattedText take();

private:
    [[nodiscard]] StyledLine withLinks(const StyledLine &line);
    [[nodiscard]] StyledLine withNames(const StyledLine &line);
    [[nodiscard]] int addTarget(TextTarget target);
    void add(FormattedParagraph paragraph);

    NameFinder m_names;
    FormattedText m_text{};
    qsizetype m_rangesLeft = FormattedText::MaxRanges;
};

} // namespace salon
