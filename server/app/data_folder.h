// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QString>

namespace salon::server {

/// Folder for the data when none is named: $STATE_DIRECTORY (systemd; for a service of Windows windows_service sets
/// it), else the platform's place for a program's data (Linux: $XDG_DATA_HOME/salon-server).
[[nodiscard]] QString defaultDataFolder();

/// Makes the folder, readable by its owner only, and proves that files can be written there. Fails with
/// CannotOpenFile{folder}, the reason in `detail`.
Result<> prepareDataFolder(const QString &folder);

} // namespace salon::server
