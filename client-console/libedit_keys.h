// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <histedit.h>
#include <string>

namespace salon::console {

/// What keys do, beside those of libedit's Emacs mode.
void bindKeys(EditLine *editor);

/// An escape sequence that means nothing: libedit would take its end for typed text.
[[nodiscard]] bool isUnknownSequence(const std::wstring &key);

} // namespace salon::console
