// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/login_proof.h"
#include "shared/transport/tls_config.h"
#include "shared/transport/tls_identity.h"

namespace salon {

/// Who this device is to other devices: the key that people know it by, a certificate of its own for TLS, and the name
/// that its person goes by.
struct PeerIdentity
{
    DeviceKey key{};
    TlsIdentity tls{};
    QSslConfiguration acceptor{}; ///< serverTlsConfiguration(tls), made once
    QString name{};

    static PeerIdentity of(const DeviceKey &key, const TlsIdentity &tls, const QString &name)
    {
        return { key, tls, serverTlsConfiguration(tls), name };
    }
};

} // namespace salon
