// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/format_text.h"

#include "shared/base/text_limits.h"
#include "shared/markup/emoji/single_emoji.h"
#include "shared/markup/mark_piles.h"
#include "shared/markup/markdown_text.h"
#include "shared/markup/text_collector.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int MaxLargeEmoji = 3;

void collectPlain(const QString &text, TextCollector &collector)
{
    for (const QStringView line : QStringView(text).split(u'\n'))
        collector.addText({}, { line.toString(), {} });
}

/// A text of signs alone (">", "``` ```") is no empty message.
bool showsSomething(const FormattedText &text)
{
    return std::ranges::any_of(text.paragraphs, [](const FormattedParagraph &paragraph) {
        return !paragraph.marker.isEmpty() || !paragraph.text.trimmed().isEmpty();
    });
}

} // namespace

FormattedText formatText(const QString &text, TextFormat format, const MarkupNames &names)
{
    const QString readable = withoutMarkPiles(text);
    TextCollector collector(names);
    // What is larger than any message comes from nobody who keeps to the rules.
    const bool isMarkdown = format != TextFormat::Plain && text.size() <= text_limits::MaxTextBytes;
    const bool isRead = isMarkdown
        && (format == TextFormat::Action ? collectMarkdownLine(readable, collector)
                                         : collectMarkdown(readable, collector));
    FormattedText formatted = collector.take();
    if (!isRead || !showsSomething(formatted)) {
        collectPlain(readable, collector);
        formatted = collector.take();
    }
    formatted.isEmojiOnly = countEmojiOnly(text, MaxLargeEmoji) > 0;
    return formatted;
}

} // namespace salon
