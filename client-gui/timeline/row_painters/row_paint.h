// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/row_layout.h"

#include <QDate>
#include <QModelIndex>
#include <QRect>

class QPainter;

namespace salon {

class AttachmentSource;

/// How one row is shown this time.
struct RowPaint
{
    const Tokens &tokens;
    const TimelineMetrics &metrics;
    QRect clip{}; ///< in the row's coordinates
    QDate today{};
    RowLayout::Part hoveredPart = RowLayout::Part::None;
    int hoveredIndex = -1; ///< of the reaction or block of code that is hovered
    bool isHovered = false;
    qreal flash = 0; ///< 1: the row was just jumped to; fades to 0
    bool isFocused = false;
    qsizetype selectedFrom = 0;
    qsizetype selectedTo = 0;
    QList<TextRange> found{}; ///< words that were searched for
    bool isWholeSelected = false; ///< a system line inside a selection
    AttachmentsLayout::Hit hoveredFile{};
    QModelIndex index{}; ///< the row's
    AttachmentSource *files = nullptr; ///< null: only what the messages say
};

/// Day separator and "new messages" line above a row. The painter's origin is the row's top left corner, here and
/// below.
void paintFurniture(QPainter &painter, const RowLayout &layout, const RowPaint &paint);
/// What somebody wrote: ground, avatar, name, time, state, text, and the notice of a failed message.
void paintMessage(QPainter &painter, const RowLayout &layout, const RowPaint &paint);
/// The parts of it that not every message has: what it answers, marks behind the text, reactions, buttons on code.
void paintReply(QPainter &painter, const RowLayout &layout, const RowPaint &paint);
void paintTail(QPainter &painter, const RowLayout &layout, const RowPaint &paint);
void paintReactions(QPainter &painter, const RowLayout &layout, const RowPaint &paint);
void paintCodeButtons(QPainter &painter, const RowLayout &layout, const RowPaint &paint);
/// Pictures and files sent with it.
void paintAttachments(QPainter &painter, const RowLayout &layout, const RowPaint &paint);
/// A system line, a folded run or a gap.
void paintSystem(QPainter &painter, const RowLayout &layout, const RowPaint &paint);

/// The day's name in a pill, floating over the rows while they are scrolled.
void paintStickyDay(QPainter &painter, const QString &day, const QRect &viewport, const Tokens &tokens);

} // namespace salon
