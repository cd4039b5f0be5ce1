// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace salon {

/// A server's private key with its certificate chain (own certificate first) and pin.
struct TlsIdentity
{
    QSslKey key{};
    QList<QSslCertificate> chain{};
    QByteArray pin{}; ///< spkiPin(chain.first())
};

/// Reads `certificatePath` (chain in PEM) and `keyPath` (PEM without password). Fails with CannotOpenFile{path}, also
/// when the file holds no certificate or key, or when they do not belong together.
Result<TlsIdentity> loadIdentity(const QString &certificatePath, const QString &keyPath);

/// Reads server-key.pem and server-cert.pem in `directory`; makes both when neither exists: ECDSA P-256, self-signed,
/// valid for 20 years, key file 0600, certificate 0644, each written in one step. A key without a certificate gets a
/// new one (the pin stays); a certificate without its key is an error, so that a lost key is never replaced silently.
/// `hostNames` go into a new certificate beside "localhost".
Result<TlsIdentity> loadOrCreateIdentity(const QString &directory, const QStringList &hostNames = {});

/// A new self-signed identity that is kept nowhere. Fails with Internal.
Result<TlsIdentity> makeIdentity(const QStringList &hostNames = {});

/// SHA-256 of the certificate's DER SubjectPublicKeyInfo: 32 bytes; empty for a null certificate.
QByteArray spkiPin(const QSslCertificate &certificate);

/// base64url without padding, as in join links and READY lines; and back (empty if it isn't 32 bytes so written).
QString pinText(const QByteArray &pin);
QByteArray pinFromText(const QString &text);

/// The fingerprint as people read and compare it, the same in every program: hexadecimal digits in groups of four.
QString fingerprintText(const QByteArray &pin);

} // namespace salon
