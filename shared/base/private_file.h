// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace salon {

/// Writes `data` to `path` in one step (temporary file, fsync, rename, fsync of the
/// folder) readable and writable by the owner only (0600; on Windows an access list),
/// or by all for reading with `publicReadable` (0644). Fails with CannotOpenFile.
Result<> writePrivateFile(const QString &path, const QByteArray &data, bool publicReadable = false);

/// Moves a file that was written to its place, over what is there, so that neither its content nor its name can be
/// taken back by a power cut. Fails with CannotOpenFile; the content may be lost then, whatever a second attempt says.
Result<> moveForGood(const QString &from, const QString &to);

/// Reads a whole file of at most `maxBytes`. Fails with CannotOpenFile; a missing file is such a failure too.
Result<QByteArray> readSmallFile(const QString &path, qint64 maxBytes = 1 << 20);

} // namespace salon
