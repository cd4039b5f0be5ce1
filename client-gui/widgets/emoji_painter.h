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

/// `emoji` as it is drawn with the emoji font in front: Qt takes the selector inside a joined emoji for a sign of its
/// own and would draw the parts one beside the other.
[[nodiscard]] QString drawnEmoji(QString emoji);

/// One emoji in the middle of `rect`, as large as it fits; drawn once for each size and kept as a picture.
void paintEmoji(QPainter &painter, const QRect &rect, const QString &emoji);

} // namespace salon
