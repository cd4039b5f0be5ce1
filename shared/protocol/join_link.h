// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/protocol/limits.h"

#include <QByteArray>
#include <QString>

namespace salon {

/// Where a server is and how to get in: salon://host:port/?key=PIN&invite=CODE. The key is the SHA-256 of the
/// server's SubjectPublicKeyInfo in base64url without padding. Also read from "host", "host:port", "[v6]:port".
struct JoinLink
{
    QString host{}; ///< name or address, IPv6 without brackets; "unix:/path" is kept whole for local sockets
    quint16 port = wire_limits::DefaultPort;
    QByteArray pin{}; ///< 32 bytes or empty
    QString invitation{};
    bool plain = false; ///< salon+plain://: no TLS, allowed on loopback only

    [[nodiscard]] QString toString() const;
    /// Fails with InvalidAddress.
    static Result<JoinLink> parse(const QString &text);
    friend bool operator==(const JoinLink &, const JoinLink &) = default;
};

} // namespace salon
