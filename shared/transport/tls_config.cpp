// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tls_config.h"

#include <QSslCipher>
#include <QSslEllipticCurve>

namespace salon {

using namespace Qt::StringLiterals;

namespace {

QList<QSslCipher> allowedCiphers()
{
    static const QList<QSslCipher> allowed = [] {
        QList<QSslCipher> found;
        for (const auto name : { "TLS_AES_128_GCM_SHA256"_L1, "TLS_AES_256_GCM_SHA384"_L1,
                 "TLS_CHACHA20_POLY1305_SHA256"_L1, "ECDHE-ECDSA-AES128-GCM-SHA256"_L1,
                 "ECDHE-RSA-AES128-GCM-SHA256"_L1, "ECDHE-ECDSA-AES256-GCM-SHA384"_L1, "ECDHE-RSA-AES256-GCM-SHA384"_L1,
                 "ECDHE-ECDSA-CHACHA20-POLY1305"_L1, "ECDHE-RSA-CHACHA20-POLY1305"_L1 }) {
            if (const QSslCipher cipher{ QString(name) }; !cipher.isNull())
                found.append(cipher);
        }
        return found;
    }();
    return allowed;
}

QSslConfiguration commonConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (const auto ciphers = allowedCiphers(); !ciphers.isEmpty())
        configuration.setCiphers(ciphers);
    QList<QSslEllipticCurve> curves;
    for (const auto name : { "X25519"_L1, "prime256v1"_L1, "secp384r1"_L1 }) {
        if (const auto curve = QSslEllipticCurve::fromShortName(QString(name)); curve.isValid())
            curves.append(curve);
    }
    if (!curves.isEmpty())
        configuration.setEllipticCurves(curves);
    configuration.setSslOption(QSsl::SslOptionDisableCompression, true);
    configuration.setSslOption(QSsl::SslOptionDisableLegacyRenegotiation, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return configuration;
}

} // namespace

QSslConfiguration serverTlsConfiguration(const TlsIdentity &identity)
{
    QSslConfiguration configuration = commonConfiguration();
    configuration.setLocalCertificateChain(identity.chain);
    configuration.setPrivateKey(identity.key);
    // No client certificates, so no authorities to load for each connection.
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({});
    return configuration;
}

QSslConfiguration clientTlsConfiguration(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration configuration = commonConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!authorities.isEmpty())
        configuration.setCaCertificates(authorities);
    return configuration;
}

QString tlsLibraryName()
{
    return QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : QString();
}

} // namespace salon
