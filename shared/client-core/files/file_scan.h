// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/outgoing_file.h"
#include "shared/client-core/session/answer.h"

#include <QStringList>

namespace salon {

class JobLane;

/// What a person chose to send, ready for Workspace::sendFiles().
struct ScannedFiles
{
    QList<OutgoingFile> files{}; ///< in the order chosen; of a folder: sorted by path
    QString folder{}; ///< name of the folder that they are; empty: single files
    int skipped = 0; ///< hidden files, links, pipes, devices and what cannot be read, within a folder
};

/// Bounds of a scan, from ServerLimits; 0: no bound known. However many there are, the scan ends soon after.
struct ScanLimits
{
    quint64 fileBytes = 0;
    quint32 files = 100;
};

/// Looks at what was dropped, pasted as addresses or chosen: files, or exactly one folder with all that is below it.
/// Links within a folder are not followed, hidden files there are left out (a hidden file that is named itself is
/// taken); sizes, kinds and the sizes of images are read. Blocks: call it in a lane. Errors: TooManyFiles{limit} (also
/// for a folder among others, and more than one: TooManyFiles{1}), FileTooLarge{limit}, CannotOpenFile{path} (not
/// there, unreadable, no regular file, or a folder without any file).
[[nodiscard]] Result<ScannedFiles> scanFilesNow(const QStringList &paths, const ScanLimits &limits);

/// The same in `lane`.
[[nodiscard]] Answer<ScannedFiles> scanFiles(JobLane &lane, const QStringList &paths, const ScanLimits &limits);

} // namespace salon
