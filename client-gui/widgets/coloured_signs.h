// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/search/search_words.h"

#include <QList>
#include <QString>

namespace salon {

/// Where `text` has emoji, each whole: with its selector, skin tone and what is joined to it; flags and keycaps too.
/// Signs that are letters or black symbols unless a selector follows (copyright, check mark) count only with one.
/// Neighbours are one range; at most `most` of them.
[[nodiscard]] QList<TextRange> colouredSigns(const QString &text, qsizetype most);

} // namespace salon
