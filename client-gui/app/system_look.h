// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QPalette;

namespace salon {

/// What the desktop asks of every program.
struct SystemLook
{
    bool isDark = false;
    bool wantsHighContrast = false;
    bool wantsReducedMotion = false;

    friend bool operator==(const SystemLook &, const SystemLook &) = default;
};

/// Reads the desktop's wishes: the registry on Windows, elsewhere the lightness of `platformPalette`, which must be the
/// platform's own palette and not one that we set.
[[nodiscard]] SystemLook readSystemLook(const QPalette &platformPalette);

} // namespace salon
