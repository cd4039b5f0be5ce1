// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// The text without combining marks beyond text_limits::MaxCombiningMarks in a row: a pile of thousands takes seconds
/// to lay out and covers other lines.
[[nodiscard]] QString withoutMarkPiles(const QString &text);

} // namespace salon
