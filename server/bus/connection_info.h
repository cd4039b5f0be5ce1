// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/strong_id.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace salon::server {

/// One transport connection of any listener, numbered by the network side from 1; never reused while the process lives.
using ConnectionId = StrongId<struct ConnectionIdTag>;

/// What the network side knows of a connection that just became usable (after the TLS handshake).
struct ConnectionInfo
{
    ConnectionId id{};
    QString peer{}; ///< "192.0.2.7:51234", "[::1]:4242" or "unix"
    QString addressPrefix{}; ///< IPv4 /32 or IPv6 /64, what limits count by; empty for loopback and unix (exempt)
    bool local = false; ///< loopback or unix socket
    /// SHA-256 of the SPKI that this listener presented, as login proofs sign it; empty without TLS.
    QByteArray serverPin{};
};

} // namespace salon::server

Q_DECLARE_METATYPE(salon::server::ConnectionId)
