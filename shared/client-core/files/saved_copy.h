// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QString>

namespace salon {

/// Copies a fetched file to where a person wants it. Blocks: call it in a lane. `target`: a folder, in which it gets
/// `name`, or the file to make. What is there is never overwritten: a taken name becomes "photo (2).jpg". It can be
/// run by nobody, and is marked as come from the network where the system knows such a mark. Where it is. Errors:
/// CannotOpenFile{path}, StorageFull.
[[nodiscard]] Result<QString> saveCopy(const QString &from, const QString &target, const QString &name);

} // namespace salon
