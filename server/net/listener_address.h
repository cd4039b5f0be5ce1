// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/endpoint.h"

namespace salon::server {

/// One entry of the setting `listen`: an endpoint, and whether TLS is spoken there.
struct ListenerAddress
{
    Endpoint endpoint{};
    bool tls = true; ///< never on local sockets, which the file system guards

    /// Reads "*:7256", "plain+127.0.0.1:0", "unix:/run/salon.sock" and whatever Endpoint reads. Fails with
    /// InvalidAddress{text}.
    static Result<ListenerAddress> parse(const QString &text);
    [[nodiscard]] QString toString() const;
    /// Speaks without TLS where others than this machine can listen in.
    [[nodiscard]] bool isCleartextBeyondThisMachine() const;

    friend bool operator==(const ListenerAddress &, const ListenerAddress &) = default;
};

} // namespace salon::server
