// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/formatted_text.h"

namespace salon {

/// Comments, strings, numbers and keywords of a block of code, ascending and without overlap, at most `limit` of them;
/// nothing for a language that is not known. Reads the text once: what is wrong in it is coloured wrongly, no more.
[[nodiscard]] QList<StyledRange> codeColours(const QString &code, const QString &language, qsizetype limit);

} // namespace salon
