// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/formatted_text.h"

namespace salon {

/// A formatted text as HTML: text escaped, tags of our own only, links to http, https and mailto only.
[[nodiscard]] QString htmlOf(const FormattedText &text);

} // namespace salon
