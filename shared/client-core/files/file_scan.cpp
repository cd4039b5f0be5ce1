// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/file_scan.h"

#include "shared/base/file_name.h"
#include "shared/base/job_lane.h"
#include "shared/base/safe_file.h"
#include "shared/client-core/files/image_header.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QMimeDatabase>
#include <algorithm>

namespace salon {
namespace {

constexpr quint32 MostFiles = 100; ///< when no bound is known
constexpr int MaxLookedAt = 20'000; ///< things in a folder

/// Error: CannotOpenFile, FileTooLarge.
Result<OutgoingFile> look(const QFileInfo &info, quint64 maxBytes)
{
    const QString path = info.canonicalFilePath();
    QFile file;
    if (path.isEmpty() || !safe_file::open(file, path, safe_file::Use::Read))
        return fail(ErrorCode::CannotOpenFile, {}, { info.filePath() });
    OutgoingFile found;
    found.path = path;
    found.name = safeFileName(info.fileName());
    found.size = quint64(file.size());
    found.modifiedMs = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    if (maxBytes > 0 && found.size > maxBytes)
        return fail(ErrorCode::FileTooLarge, found.name, { QString::number(maxBytes) });
    if (const std::optional<ImageHeader> image = readImageHeader(file)) {
        found.mediaType = image->mediaType;
        found.width = quint32(image->size.width());
        found.height = quint32(image->size.height());
    } else {
        const QMimeType type = QMimeDatabase().mimeTypeForFile(found.name, QMimeDatabase::MatchExtension);
        found.mediaType = type.isDefault() ? QString() : type.name();
    }
    return found;
}

/// Also on systems where a dot hides nothing.
bool isHidden(const QString &base, const QFileInfo &file)
{
    return file.isHidden() || file.filePath().mid(base.size()).contains(QStringLiteral("/."));
}

/// "a/b" of "/base/a/b/c.txt", each part a safe name.
QString safeFolders(const QString &base, const QFileInfo &file)
{
    QStringList folders;
    const QString below = file.path().mid(base.size());
    for (const QString &folder : below.split(u'/', Qt::SkipEmptyParts))
        folders.append(safeFileName(folder));
    return folders.join(u'/');
}

tl::unexpected<Error> tooMany(quint32 limit)
{
    return fail(ErrorCode::TooManyFiles, {}, { QString::number(limit) });
}

Result<ScannedFiles> scanFolder(const QFileInfo &folder, const ScanLimits &limits)
{
    ScannedFiles scanned;
    scanned.folder = safeFileName(folder.fileName());
    const QString base = folder.canonicalFilePath();
    // The iterator does not follow links to folders, and leaves hidden folders with what is in them out.
    QDirIterator iterator(base, QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    for (int looked = 0; iterator.hasNext(); ++looked) {
        iterator.next();
        const QFileInfo info = iterator.fileInfo();
        if (looked >= MaxLookedAt)
            return tooMany(limits.files);
        if (info.isDir() && !info.isSymLink())
            continue;
        const QString folders = safeFolders(base, info);
        const bool isTaken
            = info.isFile() && !isHidden(base, info) && !info.isSymLink() && checkFilePath(folders).has_value();
        Result<OutgoingFile> file
            = isTaken ? look(info, limits.fileBytes) : Result<OutgoingFile>(fail(ErrorCode::CannotOpenFile));
        if (!file && file.error().code == ErrorCode::FileTooLarge)
            return tl::unexpected(file.error());
        if (!file) {
            ++scanned.skipped;
            continue;
        }
        file->folderPath = folders;
        scanned.files.append(*file);
        if (quint32(scanned.files.size()) > limits.files)
            return tooMany(limits.files);
    }
    if (scanned.files.isEmpty())
        return fail(ErrorCode::CannotOpenFile, {}, { folder.filePath() });
    std::ranges::sort(scanned.files, {}, [](const OutgoingFile &file) { return file.path; });
    return scanned;
}

} // namespace

Result<ScannedFiles> scanFilesNow(const QStringList &paths, const ScanLimits &limits)
{
    const ScanLimits bounded{ limits.fileBytes, limits.files > 0 ? limits.files : MostFiles };
    if (paths.isEmpty())
        return fail(ErrorCode::CannotOpenFile, {}, { QString() });
    if (quint32(paths.size()) > bounded.files)
        return tooMany(bounded.files);
    if (paths.size() == 1 && QFileInfo(paths.first()).isDir())
        return scanFolder(QFileInfo(QFileInfo(paths.first()).canonicalFilePath()), bounded);
    ScannedFiles scanned;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isDir())
            return tooMany(1);
        const Result<OutgoingFile> file = look(info, bounded.fileBytes);
        if (!file)
            return tl::unexpected(file.error());
        scanned.files.append(*file);
    }
    return scanned;
}

Answer<ScannedFiles> scanFiles(JobLane &lane, const QStringList &paths, const ScanLimits &limits)
{
    return lane.run([paths, limits] { return scanFilesNow(paths, limits); });
}

} // namespace salon
