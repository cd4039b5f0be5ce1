// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFile>
#include <QString>

namespace salon {

/// What files of others need from the system: regular files only, never a link, a pipe or a device that somebody put in
/// their place, and nothing overwritten.
namespace safe_file {

enum class Use
{
    Read,
    Write, ///< one that is there; and by this process alone
    Create ///< likewise; fails if there is something of this name
};

/// Opens `path` in `file`, unbuffered. False: there is none, it is no regular file, or somebody else writes it.
bool open(QFile &file, const QString &path, Use use);

/// `bytes` were just written at `offset`: with them whole pieces of 2 MiB begin to go to the disk, so that sync() waits
/// for little in the end. A hint; of no effect where the system has none.
void beginSync(QFile &file, qint64 offset, qint64 bytes);

/// Waits until what was written is on the disk.
bool sync(QFile &file);

enum class Renaming
{
    Done,
    Taken, ///< something has this name
    Failed
};

/// Gives `file`, opened by open() at `from`, the name `to`, on the disk when this comes back.
Renaming renameWithoutReplacing(QFile &file, const QString &from, const QString &to);

} // namespace safe_file
} // namespace salon
