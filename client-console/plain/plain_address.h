// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/plain/plain_options.h"
#include "shared/transport/endpoint.h"

#include <QCoreApplication>

namespace salon::console {

/// Where a plain conversation takes place.
struct PlainAddress
{
    Q_DECLARE_TR_FUNCTIONS(salon::console::PlainAddress)

public:
    enum class Transport
    {
        Tcp,
        Udp,
        Local
    };

    Transport transport = Transport::Tcp;
    Endpoint endpoint{}; ///< with a port, never a service
    /// Reads "tcp://host:port" (the scheme may be left out), "udp://host:port" and "unix:path". A port is a number or
    /// the name of a service; a host is a name, an IPv4 address, an IPv6 address in brackets, "<broadcast>" for UDP, or
    /// empty: every interface to listen on, this machine to connect to. To listen, the port alone will do. Asks the
    /// system's table of services; a failure is a sentence for the person.
    static tl::expected<PlainAddress, QString> parse(const QString &text, PlainOptions::Way way);

    [[nodiscard]] bool isUdp() const { return transport == Transport::Udp; }
    /// As parse() reads it.
    [[nodiscard]] QString toString() const;
};

} // namespace salon::console
