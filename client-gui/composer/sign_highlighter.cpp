// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/sign_highlighter.h"

#include "client-gui/widgets/emoji_font.h"
#include "shared/markup/formatted_text.h"

namespace salon {

SignHighlighter::SignHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void SignHighlighter::highlightBlock(const QString &text)
{
    for (const QTextLayout::FormatRange &sign : signFormats(text, FormattedText::MaxRanges))
        setFormat(sign.start, sign.length, sign.format);
}

} // namespace salon
