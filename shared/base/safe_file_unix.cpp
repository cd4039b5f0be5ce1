// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/safe_file.h"

#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace salon::safe_file {
namespace {

/// A descriptor of a file, never of a link, a pipe or a device; -1 with errno.
int openFile(const QString &path, int flags)
{
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR);
    struct stat about
    {
    };
    if (descriptor < 0 || (::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)))
        return descriptor;
    ::close(descriptor);
    errno = EACCES;
    return -1;
}

bool isMineAlone(int descriptor)
{
    struct stat about
    {
    };
    if (::fstat(descriptor, &about) != 0 || about.st_uid != ::geteuid())
        return false;
    // Some file systems know no locks.
    return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/// 0, or errno; EEXIST if something has the name `to`.
int renameFile(const QByteArray &from, const QByteArray &to)
{
#ifdef Q_OS_LINUX
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
        return errno;
#endif
    if (::link(from.constData(), to.constData()) == 0) {
        ::unlink(from.constData());
        return 0;
    }
    // NOLINTNEXTLINE(misc-redundant-expression): two of them are one on Linux, and not on macOS
    if (errno != EPERM && errno != ENOTSUP && errno != EOPNOTSUPP && errno != EMLINK)
        return errno;
    // Without links: the name is taken by an empty file first, which is ours to replace.
    const int taken = ::open(to.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (taken < 0)
        return errno;
    ::close(taken);
    return ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
}

void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

bool open(QFile &file, const QString &path, Use use)
{
    const int flags = use == Use::Read ? O_RDONLY : use == Use::Write ? O_RDWR : O_RDWR | O_CREAT | O_EXCL;
    const int descriptor = openFile(path, flags);
    if (descriptor < 0)
        return false;
    const auto mode = use == Use::Read ? QIODevice::ReadOnly : QIODevice::ReadWrite;
    if ((use == Use::Read || isMineAlone(descriptor))
        && file.open(descriptor, mode | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return true;
    ::close(descriptor);
    return false;
}

void beginSync([[maybe_unused]] QFile &file, [[maybe_unused]] qint64 offset, [[maybe_unused]] qint64 bytes)
{
#ifdef Q_OS_LINUX
    constexpr qint64 Step = 2 * 1024 * 1024;
    const qint64 begin = offset / Step * Step;
    const qint64 end = (offset + bytes) / Step * Step;
    if (end > begin)
        ::sync_file_range(file.handle(), begin, end - begin, SYNC_FILE_RANGE_WRITE);
#endif
}

bool sync(QFile &file)
{
#ifdef F_FULLFSYNC
    // fsync() of macOS leaves it in the disk's own memory. Some file systems know only that one.
    if (::fcntl(file.handle(), F_FULLFSYNC) == 0)
        return true;
#endif
    return ::fsync(file.handle()) == 0;
}

Renaming renameWithoutReplacing(QFile &, const QString &from, const QString &to)
{
    const int error = renameFile(QFile::encodeName(from), QFile::encodeName(to));
    if (error == 0)
        syncFolder(QFileInfo(to).path());
    return error == 0 ? Renaming::Done : error == EEXIST ? Renaming::Taken : Renaming::Failed;
}

} // namespace salon::safe_file
