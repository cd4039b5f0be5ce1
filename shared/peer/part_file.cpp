// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/part_file.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>
#include <limits>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qint64 HashedAtOnce = 2 * 1024 * 1024;
constexpr qint64 SyncedAtOnce = 32 * 1024 * 1024; ///< little is left to wait for at the end
constexpr int MaxNames = 1000;
constexpr qsizetype TagBytes = 16;
constexpr qint64 LeftToOthers = 1024LL * 1024 * 1024;
constexpr qint64 LeftToOthersPart = 20; ///< of a small disk

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

#ifdef Q_OS_UNIX
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
int renameWithoutReplacing(const QByteArray &from, const QByteArray &to)
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
    if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK)
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
#endif

} // namespace

qint64 spareBytesIn(const QString &folder)
{
    const QStorageInfo disk(folder);
    if (!disk.isValid() || !disk.isReady())
        return std::numeric_limits<qint64>::max();
    return disk.bytesAvailable() - std::min(LeftToOthers, disk.bytesTotal() / LeftToOthersPart);
}

PartFile::PartFile(PeerEntry offer)
    : m_offer(std::move(offer))
{
}

QString PartFile::pathOf(const PeerEntry &offer)
{
    // The number of an offer is chosen by who makes it: two people may choose the same one.
    const QByteArray tag
        = QCryptographicHash::hash(offer.person + offer.cid.toRfc4122(), QCryptographicHash::Sha256).left(TagBytes);
    return QFileInfo(offer.filePath).path() + u"/.salon-"_s + QString::fromLatin1(tag.toHex()) + u".part"_s;
}

bool PartFile::reserve(const PeerEntry &offer)
{
    PartFile part(offer);
    return part.openPart(false) || part.openPart(true);
}

void PartFile::remove(const PeerEntry &offer)
{
    QFile::remove(pathOf(offer));
}

bool PartFile::hasRoom(const PeerEntry &offer, const SpareBytes &spare)
{
    const QFileInfo part(pathOf(offer));
    const quint64 there = part.isFile() ? quint64(part.size()) : 0;
    if (there >= offer.fileBytes)
        return true;
    const qint64 room = spare(part.path());
    return room > 0 && offer.fileBytes - there <= quint64(room);
}

QString PartFile::freeName(const QString &path)
{
    const QFileInfo info(path);
    const QString stem = info.path() + u'/' + info.completeBaseName();
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    for (int number = 2; number < MaxNames; ++number) {
        const QString name = stem + u" (%1)"_s.arg(number) + suffix;
        if (!isThere(name))
            return name;
    }
    return {};
}

bool PartFile::openPart(bool isNew)
{
    m_file.close();
    m_hasGap = false;
#ifdef Q_OS_UNIX
    const int descriptor = openFile(pathOf(m_offer), isNew ? O_RDWR | O_CREAT | O_EXCL : O_RDWR);
    if (descriptor < 0)
        return false;
    if (isMineAlone(descriptor)
        && m_file.open(descriptor, QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return true;
    ::close(descriptor);
    return false;
#else
    m_file.setFileName(pathOf(m_offer));
    return m_file.open(
        QIODevice::ReadWrite | QIODevice::Unbuffered | (isNew ? QIODevice::NewOnly : QIODevice::ExistingOnly));
#endif
}

PartFile::Found PartFile::open()
{
    if (openPart(false)) {
        const bool fits = quint64(m_file.size()) <= m_offer.fileBytes || m_file.resize(0);
        return fits ? Found::Part : Found::Failed;
    }
    if (isThere(pathOf(m_offer)))
        return Found::Failed;
#ifdef Q_OS_UNIX
    if (const int descriptor = openFile(m_offer.filePath, O_RDONLY); descriptor >= 0) {
        if (!m_file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
            ::close(descriptor);
    }
#else
    m_file.setFileName(m_offer.filePath);
    m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#endif
    if (m_file.isOpen() && quint64(m_file.size()) == m_offer.fileBytes)
        return Found::Placed;
    return openAnew() ? Found::Part : Found::Failed;
}

bool PartFile::openAnew()
{
    m_hash.reset();
    m_hashed = 0;
    return openPart(true);
}

PartFile::Hashing PartFile::hashMore()
{
    if (m_hashed >= m_file.size())
        return m_file.seek(m_hashed) ? Hashing::Done : Hashing::Failed;
    const QByteArray data = m_file.read(HashedAtOnce);
    if (data.isEmpty())
        return Hashing::Failed;
    m_hash.addData(data);
    m_hashed += data.size();
    return Hashing::More;
}

bool PartFile::write(const QByteArray &data)
{
    m_hasGap = m_hasGap || !append(data);
    return !m_hasGap;
}

bool PartFile::append(const QByteArray &data)
{
    if (m_file.write(data) != data.size())
        return false;
    m_hash.addData(data);
    m_hashed += data.size();
    m_unsynced += data.size();
    return m_unsynced < SyncedAtOnce || sync();
}

bool PartFile::sync()
{
    m_unsynced = 0;
#ifdef Q_OS_UNIX
    return ::fsync(m_file.handle()) == 0;
#else
    return m_file.flush();
#endif
}

PartFile::Placing PartFile::place(const QString &path)
{
    const QString part = pathOf(m_offer);
    if (!isRight()) {
        m_file.close();
        QFile::remove(part);
        return Placing::Damaged;
    }
#ifdef Q_OS_UNIX
    if (!sync())
        return Placing::Failed;
    const int error = renameWithoutReplacing(QFile::encodeName(part), QFile::encodeName(path));
    if (error == 0)
        syncFolder(QFileInfo(path).path());
    return error == 0 ? Placing::Placed : error == EEXIST ? Placing::Taken : Placing::Failed;
#else
    if (isThere(path))
        return Placing::Taken;
    m_file.close();
    if (QFile::rename(part, path))
        return Placing::Placed;
    return isThere(path) && openPart(false) ? Placing::Taken : Placing::Failed;
#endif
}

} // namespace salon
