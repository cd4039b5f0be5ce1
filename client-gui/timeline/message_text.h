// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/formatted_text.h"

#include <QString>

namespace salon {

/// What a person did, as one text: `name` in front of it, as in "Marie waves".
[[nodiscard]] FormattedText actionText(FormattedText text, const QString &name);

/// One paragraph of plain words, all in `styles`.
[[nodiscard]] FormattedText styledText(const QString &words, TextStyles styles);

/// `text` between first strong isolate and pop directional isolate, for sentences that hold names; embeddings that it
/// leaves open are closed.
[[nodiscard]] QString isolated(const QString &text);

} // namespace salon
