// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>
#include <QList>
#include <QString>
#include <QTextLayout>

namespace salon {

/// `font` with the coloured emoji of the system before whatever monochrome font happens to have the sign too.
[[nodiscard]] QFont withEmoji(QFont font);

/// `font` for text that is nothing but emoji: the coloured font of the system alone, where it has all that `emoji`
/// consists of. With other fonts to choose from, Qt takes the selector inside a joined emoji or a keycap from another
/// one and draws the parts one beside the other.
[[nodiscard]] QFont signFont(const QFont &font, QStringView emoji);

/// What gives the emoji of a text laid out in another font their colours, each drawn as one sign; at most `most`
/// ranges.
[[nodiscard]] QList<QTextLayout::FormatRange> signFormats(const QString &text, qsizetype most);

} // namespace salon
