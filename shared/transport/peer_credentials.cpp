// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/peer_credentials.h"

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>
#endif

namespace salon {

std::optional<PeerCredentials> peerCredentials(qintptr descriptor)
{
#if defined(Q_OS_LINUX)
    ucred found{};
    socklen_t length = sizeof(found);
    if (getsockopt(int(descriptor), SOL_SOCKET, SO_PEERCRED, &found, &length) != 0 || found.pid == 0)
        return {};
    return PeerCredentials{ found.uid, found.gid, found.pid };
#elif defined(Q_OS_MACOS) || defined(Q_OS_FREEBSD)
    uid_t user = 0;
    gid_t group = 0;
    if (getpeereid(int(descriptor), &user, &group) != 0)
        return {};
    return PeerCredentials{ user, group, 0 };
#else
    Q_UNUSED(descriptor)
    return {};
#endif
}

bool isOwnUser(const PeerCredentials &peer)
{
#ifdef Q_OS_UNIX
    return peer.userId == 0 || peer.userId == getuid();
#else
    Q_UNUSED(peer)
    return false;
#endif
}

} // namespace salon
