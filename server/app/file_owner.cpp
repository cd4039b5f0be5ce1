// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/file_owner.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <QScopeGuard>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace salon::server {

#ifdef Q_OS_UNIX

FileOwner FileOwner::of(const QString &path)
{
    FileOwner owner;
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return owner;
    owner.m_known = Known{ info.st_uid, info.st_gid, {} };
    if (S_ISREG(info.st_mode))
        owner.m_known->mode = mode_t(info.st_mode & 07777);
    return owner;
}

void FileOwner::give(const QString &file) const
{
    if (!m_known)
        return;
    // Everything on the descriptor: in a folder of somebody else the name may be another file a moment later.
    const int descriptor
        = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    const auto close = qScopeGuard([descriptor] { ::close(descriptor); });
    struct stat info = {};
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode) || info.st_nlink != 1 || info.st_uid != ::geteuid())
        return;
    // Only root may give files away; for others they are their own already.
    if (::fchown(descriptor, m_known->user, m_known->group) == 0 && m_known->mode)
        ::fchmod(descriptor, *m_known->mode);
}

#else

FileOwner FileOwner::of(const QString & /*path*/)
{
    return {};
}

void FileOwner::give(const QString & /*file*/) const
{
}

#endif

} // namespace salon::server
