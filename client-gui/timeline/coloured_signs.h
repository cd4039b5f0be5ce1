// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/search/search_words.h"

#include <QList>
#include <QString>

namespace salon {

/// Where `text` has signs that are to be emoji by the selector after them (❤️, 1️⃣), which the font of the text
/// may have, too, in black. Neighbours are one range; at most `most` of them. A selector after anything else means
/// nothing.
[[nodiscard]] QList<TextRange> colouredSigns(const QString &text, qsizetype most);

} // namespace salon
