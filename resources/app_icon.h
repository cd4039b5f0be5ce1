// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>

namespace salon {

/// The application icon with a bitmap of its own for every size from 16 to 512 px.
[[nodiscard]] QIcon appIcon();

} // namespace salon
