// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QByteArray>
#include <QString>

namespace salon::server {

/// A content that an account puts up. Each account has parts of its own: what one sent tells nobody else anything.
struct PartId
{
    AccountId account{};
    QByteArray hash{}; ///< SHA-256 that the whole will have

    [[nodiscard]] QString fileName() const;
    friend bool operator==(const PartId &, const PartId &) = default;
};

[[nodiscard]] size_t qHash(const PartId &part, size_t seed = 0);

} // namespace salon::server
