// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// A name that others gave, made one that may be given to a file on any system: the last component without control,
/// bidirectional and reserved characters, not a device of Windows, no dot in front, no dot or space at the end, at most
/// 120 bytes with the extension kept. Never empty. Idempotent.
[[nodiscard]] QString safeFileName(const QString &name);

} // namespace salon
