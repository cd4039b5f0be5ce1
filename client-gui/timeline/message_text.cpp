// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_text.h"

namespace salon {

FormattedText actionText(FormattedText text, const QString &name)
{
    if (text.paragraphs.isEmpty())
        text.paragraphs.append(FormattedParagraph());
    FormattedParagraph &first = text.paragraphs.first();
    const qsizetype shift = name.size() + 1;
    first.text.prepend(u' ').prepend(name);
    for (StyledRange &range : first.ranges)
        range.start += shift;
    StyledRange range;
    range.length = name.size();
    range.styles = TextStyle::Bold;
    first.ranges.prepend(range);
    text.isEmojiOnly = false;
    return text;
}

FormattedText styledText(const QString &words, TextStyles styles)
{
    FormattedParagraph paragraph;
    paragraph.text = words;
    StyledRange range;
    range.length = words.size();
    range.styles = styles;
    paragraph.ranges.append(range);
    FormattedText text;
    text.paragraphs.append(paragraph);
    return text;
}

QString isolated(const QString &text)
{
    constexpr QChar Fsi(0x2068), Pdi(0x2069), Pdf(0x202C);
    int embeddings = 0;
    int isolates = 0;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (code == 0x202A || code == 0x202B || code == 0x202D || code == 0x202E)
            ++embeddings;
        else if (code == 0x202C && embeddings > 0)
            --embeddings;
        else if (code >= 0x2066 && code <= 0x2068)
            ++isolates;
        else if (code == 0x2069 && isolates > 0)
            --isolates;
    }
    return Fsi + text + QString(embeddings, Pdf) + QString(isolates, Pdi) + Pdi;
}

} // namespace salon
