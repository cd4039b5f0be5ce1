// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/outgoing_file.h"

namespace salon {

OutgoingFile forwardedFile(const FileEntry &file)
{
    return { {}, file.name, file.mediaType, file.width, file.height, file.path, false, file.size, 0, file.hash };
}

FileEntry entryOf(const OutgoingFile &file)
{
    return { file.hash, file.name, file.size, file.mediaType, file.width, file.height, file.folderPath };
}

QList<FileEntry> entriesOf(const QList<OutgoingFile> &files)
{
    QList<FileEntry> entries;
    entries.reserve(files.size());
    for (const OutgoingFile &file : files)
        entries.append(entryOf(file));
    return entries;
}

} // namespace salon
