// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/private_file.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace salon {
namespace {

bool syncToDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// The new name is in the folder, which power loss could otherwise take back. File systems that cannot do it are left
/// to their own ways.
void syncFolderOf(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path) // NTFS keeps a journal of names
#else
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#endif
}

std::filesystem::path nativePath(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

Result<> writePrivateFile(const QString &path, const QByteArray &data, bool publicReadable)
{
    // QSaveFile makes its file readable by all first: whoever opens it in that moment reads the secret written later.
    QFile file(path + QStringLiteral(".new-%1").arg(QRandomGenerator::system()->generate64(), 0, 36));
    const QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, ownerOnly))
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    const auto permissions = publicReadable ? ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther : ownerOnly;
    const bool written = file.write(data) == data.size() && file.setPermissions(permissions) && syncToDisk(file);
    const QString problem = file.errorString();
    file.close();
    std::error_code error;
    if (written)
        std::filesystem::rename(nativePath(file.fileName()), nativePath(path), error);
    if (written && !error) {
        syncFolderOf(path);
        return {};
    }
    file.remove();
    return fail(ErrorCode::CannotOpenFile, written ? QString::fromStdString(error.message()) : problem, { path });
}

Result<QByteArray> readSmallFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    QByteArray data = file.read(maxBytes + 1); // not size(): a device or pipe has none
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    if (data.size() > maxBytes)
        return fail(ErrorCode::CannotOpenFile, QStringLiteral("larger than %1 bytes").arg(maxBytes), { path });
    return data;
}

} // namespace salon
