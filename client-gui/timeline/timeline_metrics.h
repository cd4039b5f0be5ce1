// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"
#include "client-gui/timeline/text_metrics.h"

#include <QFont>

namespace salon {

/// Every length that rows of the timeline are laid out with, worked out once for a width, a zoom and a density.
struct TimelineMetrics
{
    TimelineMetrics() = default;
    /// `endWidth`: of a column that is kept free after the times.
    TimelineMetrics(const Tokens &tokens, int width, bool isCompact, int endWidth = 0);

    int width = 0;
    bool isCompact = false;
    int endWidth = 0; ///< of the column after the times
    QFont body{};
    QFont largeEmoji{};
    TextMetrics text{}; ///< of the body
    QFont name{};
    QFont meta{};
    QFont day{};
    int sideMargin = 0;
    int avatarSize = 0; ///< 0 in the compact timeline
    int textX = 0;
    int textWidth = 0;
    int timeRight = 0; ///< right edge of the column with time and state
    int endRight = 0; ///< of the column after it
    int markSize = 0;
    int groupGap = 0; ///< above the first message of a group
    int rowGap = 0; ///< above and below the text of each message
    int nameHeight = 0;
    int metaHeight = 0;
    int lineHeight = 0; ///< of body text, for estimates
    int dayHeight = 0;
    int unreadHeight = 0;
    int systemGap = 0;
    int replyHeight = 0; ///< the line that quotes what is answered
    int chipHeight = 0; ///< of a reaction
    int chipPadding = 0;
    int chipGap = 0;
    int chipEmoji = 0;
    int tailGap = 0; ///< before each mark behind the text
    int noticeHeight = 0; ///< line with the reason and the actions of a failed message
    int fileGap = 0; ///< around pictures and cards
    int pictureWidth = 0; ///< the most
    int pictureHeight = 0;
    int pictureLeast = 0; ///< of each side
    int cardWidth = 0; ///< of a file
    int cardHeight = 0;
    int filePadding = 0;
    int fileIcon = 0;
    int fileSlot = 0; ///< a button on a card
    int fileLine = 0; ///< of a folder that is open
    int uploadHeight = 0; ///< line that says how far one's own files came
    int estimatedRow = 0;
};

} // namespace salon
