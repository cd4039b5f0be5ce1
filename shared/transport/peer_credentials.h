// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>
#include <optional>

namespace salon {

/// User and process at the other end of a local socket, as the kernel vouches for them.
struct PeerCredentials
{
    quint32 userId = 0;
    quint32 groupId = 0;
    qint64 processId = 0; ///< 0 where the system does not tell
};

/// Nothing for other sockets and on systems that cannot tell.
std::optional<PeerCredentials> peerCredentials(qintptr descriptor);

/// True if the peer is the user that this process runs as, or root.
bool isOwnUser(const PeerCredentials &peer);

} // namespace salon
