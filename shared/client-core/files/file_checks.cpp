// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/file_checks.h"

#include "shared/base/file_name.h"

#include <QFileInfo>

namespace salon {
namespace {

constexpr qsizetype MaxListBytes = 40 * 1024; ///< of the 64 KiB of a frame, which has a caption too
constexpr qsizetype FixedEntryBytes = 80;

/// How many of them the frame of their message can name.
qsizetype fitting(const QList<OutgoingFile> &files)
{
    qsizetype bytes = 0;
    for (qsizetype count = 0; count < files.size(); ++count) {
        const OutgoingFile &file = files[count];
        bytes += FixedEntryBytes + file.name.toUtf8().size() + file.folderPath.toUtf8().size()
            + file.mediaType.toUtf8().size();
        if (bytes > MaxListBytes)
            return count;
    }
    return files.size();
}

Result<> checkOne(const OutgoingFile &file, const ServerLimits &limits)
{
    if (const Result<> name = checkFileName(file.name); !name)
        return name;
    if (const Result<> path = checkFilePath(file.folderPath); !path)
        return path;
    const QFileInfo info(file.path);
    if (!info.isFile() || !info.isReadable())
        return fail(ErrorCode::CannotOpenFile, {}, { file.path });
    if (quint64(info.size()) > limits.fileBytes)
        return fail(ErrorCode::FileTooLarge, file.name, { QString::number(limits.fileBytes) });
    return {};
}

} // namespace

Result<> checkOutgoingFiles(const QList<OutgoingFile> &files, const QString &folder, const ServerLimits &limits)
{
    if (limits.fileBytes == 0)
        return fail(ErrorCode::FilesNotAllowed);
    const qsizetype most = limits.files > 0 ? std::min(qsizetype(limits.files), fitting(files)) : fitting(files);
    if (files.size() > most)
        return fail(ErrorCode::TooManyFiles, {}, { QString::number(most) });
    if (files.isEmpty())
        return fail(ErrorCode::CannotOpenFile, {}, { QString() });
    if (!folder.isEmpty()) {
        if (const Result<> name = checkFileName(folder); !name)
            return name;
    }
    for (const OutgoingFile &file : files) {
        if (const Result<> checked = checkOne(file, limits); !checked)
            return checked;
    }
    return {};
}

} // namespace salon
