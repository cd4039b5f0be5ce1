// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QByteArray>
#include <QString>

namespace salon::server {

/// Lets `usesLeft` people register until `expiresMs`. The code itself is told once and not kept.
struct Invitation
{
    QByteArray codeHash{}; ///< hashCode() of the code
    AccountId maker{}; ///< invalid: the operator
    quint32 usesLeft = 1;
    qint64 createdMs = 0; ///< since 1970 UTC
    qint64 expiresMs = 0;
};

/// A fresh code of 128 random bits, 26 characters of lower-case base32 without look-alikes (Crockford's alphabet).
[[nodiscard]] QString makeCode();

/// What is kept of a code: SHA-256 of its normal form (lower case, without spaces and dashes; o, i, l read as 0, 1, 1).
[[nodiscard]] QByteArray hashCode(const QString &code);

/// Whether two codes are the same; takes the same time wherever they differ.
[[nodiscard]] bool sameCode(const QString &left, const QString &right);

} // namespace salon::server
