// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_metrics.h"

#include "client-gui/widgets/emoji_font.h"

#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>

namespace salon {

TimelineMetrics::TimelineMetrics(const Tokens &tokens, int rowWidth, bool compact, int keptWidth)
    : width(rowWidth)
    , isCompact(compact)
    , endWidth(keptWidth)
    , body(tokens.font(TextRole::Body))
    , name(tokens.font(TextRole::Name))
    , meta(tokens.font(TextRole::Meta))
    , day(tokens.font(TextRole::DaySeparator))
{
    body = withEmoji(body);
    largeEmoji = body;
    largeEmoji.setPointSizeF(body.pointSizeF() * 2.4);
    text.body = body;
    text.code = withEmoji(tokens.font(TextRole::Code));
    text.quoteIndent = tokens.space(Space::Medium);
    text.barWidth = tokens.px(2);
    text.listIndent = tokens.px(20);
    text.codePadding = tokens.space(Space::Small);
    text.blockGap = tokens.space(Space::Tight);
    text.radius = tokens.px(4);
    text.copySize = tokens.px(22);
    const QFontMetrics bodyMetrics(body);
    const QFontMetrics metaMetrics(meta);
    sideMargin = tokens.space(Space::Large);
    avatarSize = isCompact ? 0 : tokens.messageAvatar();
    markSize = tokens.px(14);
    textX = sideMargin + (isCompact ? 0 : avatarSize + tokens.space(Space::Medium));
    const int timeWidth
        = std::max(metaMetrics.horizontalAdvance(QStringLiteral("00:00 AM")), tokens.px(40)) + markSize + tokens.px(6);
    const int room = width - textX - sideMargin - tokens.space(Space::Medium) - timeWidth - endWidth;
    textWidth = std::clamp(room, tokens.px(80), bodyMetrics.averageCharWidth() * Tokens::TextColumnCharacters);
    timeRight = std::min(width - sideMargin - endWidth, textX + textWidth + tokens.space(Space::Medium) + timeWidth);
    endRight = timeRight + endWidth;
    groupGap = isCompact ? tokens.px(4) : tokens.space(Space::Medium);
    rowGap = tokens.px(2);
    nameHeight = std::max(QFontMetrics(name).height(), tokens.px(20));
    metaHeight = metaMetrics.height();
    lineHeight = std::max(int(QFontInfo(body).pixelSize() * Tokens::BodyLineHeight), bodyMetrics.height());
    dayHeight = metaMetrics.height() + 2 * tokens.space(Space::Medium);
    unreadHeight = metaMetrics.height() + tokens.space(Space::Medium);
    systemGap = tokens.px(4);
    replyHeight = std::max(metaMetrics.height(), tokens.px(18)) + tokens.px(2);
    chipEmoji = tokens.px(16);
    chipHeight = std::max(metaMetrics.height() + tokens.px(6), tokens.px(24));
    chipPadding = tokens.px(7);
    chipGap = tokens.space(Space::Tight);
    tailGap = tokens.px(6);
    noticeHeight = metaMetrics.height() + tokens.space(Space::Small);
    fileGap = tokens.space(Space::Tight);
    pictureWidth = std::min(textWidth, tokens.px(420));
    pictureHeight = tokens.px(320);
    pictureLeast = tokens.px(32);
    cardWidth = std::min(textWidth, tokens.px(420));
    filePadding = tokens.space(Space::Small);
    fileIcon = tokens.px(28);
    fileSlot = tokens.touchTarget();
    cardHeight = std::max(nameHeight + metaHeight + 2 * tokens.space(Space::Small), tokens.px(56));
    fileLine = std::max(metaHeight + tokens.px(8), tokens.touchTarget());
    uploadHeight = std::max(metaHeight + tokens.px(12), tokens.touchTarget() + tokens.px(6));
    estimatedRow = lineHeight + 2 * rowGap + (nameHeight + groupGap) / 2 + lineHeight / 2;
}

} // namespace salon
