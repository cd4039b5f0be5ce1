// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/rooms/section_list_view.h"

namespace salon {

/// One row of the room list: # or lock, or the person's avatar with presence; the name, bold when unread; counts. A
/// house while the other of a direct conversation is linked without the server, a server while they could be. A
/// muted room steps back: a bell with a stroke, its name muted, its count outlined.
class RoomDelegate : public SectionDelegate
{
public:
    using SectionDelegate::SectionDelegate;

    [[nodiscard]] QRect badgeRect(const QRect &row, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const Row &row, const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const QRect &place, const Row &row, const QModelIndex &index) const;
    /// Of a strip of icons: something is unread.
    void paintDot(QPainter &painter, const QRect &picture, const Row &row, const QModelIndex &index) const;
    /// Returns the width it took.
    int paintCount(QPainter &painter, const QRect &rest, const QModelIndex &index) const;
};

} // namespace salon
