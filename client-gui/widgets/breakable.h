// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// For labels that wrap: `text` with places in very long words where a line may end (zero-width spaces). A label is at
/// least as wide as its longest word, and what others wrote must not push a dialog's buttons off the screen.
[[nodiscard]] QString breakable(const QString &text);

} // namespace salon
