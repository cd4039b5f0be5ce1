// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QPainter;
class QRect;
class QString;

namespace salon {

/// One emoji in the middle of `rect`, as large as it fits; drawn once for each size and kept as a picture.
void paintEmoji(QPainter &painter, const QRect &rect, const QString &emoji);

} // namespace salon
