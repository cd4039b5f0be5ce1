// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/tls_identity.h"

#include <QSslConfiguration>

namespace salon {

/// Shared by all connections of a listener: TLS 1.2 and 1.3, Mozilla's intermediate suites, X25519, P-256 and P-384, no
/// session tickets, no client certificate.
QSslConfiguration serverTlsConfiguration(const TlsIdentity &identity);

/// The same limits for the connecting side. `authorities` replaces the system's certificate authorities unless empty.
QSslConfiguration clientTlsConfiguration(const QList<QSslCertificate> &authorities = {});

/// "OpenSSL 3.0.17 1 Jul 2025": the library that TLS uses in this process. Empty when Qt finds none.
[[nodiscard]] QString tlsLibraryName();

} // namespace salon
