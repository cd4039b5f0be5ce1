// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace salon {
namespace {

#ifdef Q_OS_WIN

constexpr int ReplaceAttempts = 20;
constexpr DWORD ReplacePauseMs = 15;

bool syncToDisk(const QFile &file)
{
    return _commit(file.handle()) == 0;
}

/// Who may read is said when the file is made, by its access list: Windows has no such bits to change afterwards.
bool setPermissions(QFile &, QFileDevice::Permissions)
{
    return true;
}

/// Nothing, or what went wrong. A virus scanner or an indexer may have the old file open for a moment.
QString replaceFile(const QString &from, const QString &to)
{
    const auto native = [](const QString &path) {
        return QDir::toNativeSeparators(path).toStdWString();
    };
    for (int attempt = 1;; ++attempt) {
        if (MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
            return {};
        const DWORD error = GetLastError();
        const bool mayPass
            = (error == ERROR_SHARING_VIOLATION || error == ERROR_ACCESS_DENIED) && !QFileInfo(to).isDir();
        if (!mayPass || attempt == ReplaceAttempts)
            return qt_error_string(int(error));
        Sleep(ReplacePauseMs);
    }
}

#else

bool syncToDisk(const QFile &file)
{
#ifdef F_FULLFSYNC
    // fsync() of macOS leaves it in the disk's own memory. Some file systems know only that one.
    if (::fcntl(file.handle(), F_FULLFSYNC) == 0)
        return true;
#endif
    return ::fsync(file.handle()) == 0;
}

bool setPermissions(QFile &file, QFileDevice::Permissions permissions)
{
    return file.setPermissions(permissions); // the umask took some away
}

/// The new name is in the folder, which power loss could otherwise take back. File systems that cannot do it are left
/// to their own ways.
void syncFolderOf(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

/// Nothing, or what went wrong.
QString replaceFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return qt_error_string(errno);
    syncFolderOf(to);
    return {};
}

#endif

} // namespace

Result<> writePrivateFile(const QString &path, const QByteArray &data, bool publicReadable)
{
    // QSaveFile makes its file readable by all first: whoever opens it in that moment reads the secret written later.
    QFile file(path + QStringLiteral(".new-%1").arg(QRandomGenerator::system()->generate64(), 0, 36));
    const QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const auto permissions = publicReadable ? ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther : ownerOnly;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, permissions))
        return fail(ErrorCode::CannotOpenFile, file.errorString(), { path });
    const bool written = file.write(data) == data.size() && setPermissions(file, permissions) && syncToDisk(file);
    const QString problem = file.errorString();
    file.close();
    const QString refused = written ? replaceFile(file.fileName(), path) : problem;
    if (written && refused.isEmpty())
        return {};
    file.remove();
    return fail(ErrorCode::CannotOpenFile, refused, { path });
}

Result<> moveForGood(const QString &from, const QString &to)
{
    QFile file(from);
    const bool synced
        = file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered) && syncToDisk(file);
    const QString problem = file.errorString();
    file.close();
    const QString refused = synced ? replaceFile(from, to) : problem;
    if (!synced || !refused.isEmpty())
        return fail(ErrorCode::CannotOpenFile, refused, { to });
    return {};
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
