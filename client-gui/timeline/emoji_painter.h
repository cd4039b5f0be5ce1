// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRect;

namespace salon {

/// `font` with the coloured emoji of the system before whatever monochrome font happens to have the sign too.
[[nodiscard]] QFont withEmoji(QFont font);

/// One emoji in the middle of `rect`, as large as it fits; drawn once for each size and kept as a picture.
void paintEmoji(QPainter &painter, const QRect &rect, const QString &emoji);

} // namespace salon
