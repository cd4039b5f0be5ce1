// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/text_block.h"

#include <QTextLayout>

#include <memory>

namespace salon {

/// One paragraph of a TextBlock, laid out. For the sources of TextBlock only.
struct TextBlock::Part
{
    std::unique_ptr<QTextLayout> layout{};
    qsizetype start = 0; ///< position of the paragraph's first character in the block
    qreal top = 0;
    qreal height = 0; ///< with the padding of code
    qreal indent = 0; ///< for bars and markers, at the side where the text begins
    qreal left = 0; ///< of the words
    qreal textTop = 0; ///< of the first line, from the part's top
    bool isCode = false;
    bool isRightToLeft = false;
};

} // namespace salon
