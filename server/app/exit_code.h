// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon::server {

/// How the program ends; the numbers are part of its interface (docs/MANUAL.md).
enum class ExitCode
{
    Ok = 0,
    Failed = 1, ///< anything that has no number of its own
    BadOption = 2, ///< command line or configuration
    CannotListen = 3, ///< address in use, not ours, not permitted, or cleartext refused
    BadDataFolder = 4, ///< cannot be made or written
    DatabaseDamaged = 5,
    AlreadyRunning = 6, ///< another server uses the data folder
    MissingPlugin = 7, ///< Qt's SQLite or TLS plugin is not installed
    BadCertificate = 8 ///< certificate or key cannot be used
};

} // namespace salon::server
