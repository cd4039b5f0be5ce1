// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QString>

namespace salon {

inline constexpr qsizetype MaxFileNameBytes = 120;
inline constexpr qsizetype MaxFilePathBytes = 512;
inline constexpr qsizetype MaxFolderDepth = 16; ///< of a path below a sent folder

/// A name that others gave, made one that may be given to a file on any system: the last component without control,
/// bidirectional and reserved characters, not a device of Windows, no dot in front, no dot or space at the end, at most
/// 120 bytes with the extension kept. Never empty. Idempotent, and passes checkFileName().
[[nodiscard]] QString safeFileName(const QString &name);

/// The name of a file or folder of a message, as both sides accept it: 1 to 120 bytes without control, format,
/// bidirectional and unpaired characters, without / \ and :, no dot or space in front, none at the end, no device of
/// Windows. Error: InvalidFileName{name, safe to show}.
Result<> checkFileName(const QString &name);

/// The folders above a file within a sent folder, "a/b": each a name as above, at most 16 and 512 bytes together;
/// empty: none.
/// Error: InvalidFileName{path, safe to show}.
Result<> checkFilePath(const QString &path);

} // namespace salon
