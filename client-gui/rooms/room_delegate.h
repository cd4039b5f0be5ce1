// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/rooms/section_list_view.h"

namespace salon {

/// One row of the room list: # or lock, or the person's avatar with presence; the name, bold when unread; counts.
class RoomDelegate : public SectionDelegate
{
public:
    using SectionDelegate::SectionDelegate;

protected:
    void paintRow(QPainter &painter, const Row &row, const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const QRect &place, const Row &row, const QModelIndex &index) const;
};

} // namespace salon
