// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// What is free in a folder, but for a GiB (of a small disk a twentieth) that others may need. No limit for a folder
/// that is not there.
[[nodiscard]] qint64 spareBytesIn(const QString &folder);

} // namespace salon
