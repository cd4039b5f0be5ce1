// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

namespace salon {

/// How well `pattern` fits `name`, both folded with foldedForSearch(): its letters in order, better when together and
/// at the beginnings of words. Nothing when they are not all there; an empty pattern fits everything with 0.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView pattern, QStringView name);

} // namespace salon
