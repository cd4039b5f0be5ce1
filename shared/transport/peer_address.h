// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QHostAddress>
#include <QString>

namespace salon {

/// Who is at the other end of a socket, in the forms that logs and limits need.
struct PeerAddress
{
    QString text{}; ///< "192.0.2.7:51234", "[2001:db8::1]:4242" or "unix"
    QString prefix{}; ///< IPv4 /32 or IPv6 /64, what limits count by; empty when `local`
    bool local = false; ///< loopback or a local socket

    static PeerAddress of(const QHostAddress &address, quint16 port);
    static PeerAddress localSocket();
    friend bool operator==(const PeerAddress &, const PeerAddress &) = default;
};

/// Peer of an accepted TCP or local socket that no object owns yet, so that limits are checked before anything is spent
/// on it. Fails with ConnectionLost when the peer is already gone.
Result<PeerAddress> peerOfDescriptor(qintptr descriptor);

/// This machine's side of a connected or bound socket. Fails with ConnectionLost.
Result<PeerAddress> ownAddressOfDescriptor(qintptr descriptor);

/// Closes an accepted descriptor that no object owns.
void closeDescriptor(qintptr descriptor);

} // namespace salon
