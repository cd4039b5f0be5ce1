// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace salon {

/// Server keys that this client accepted, by host and port. Used from one thread.
class PinStore
{
public:
    virtual ~PinStore() = default;
    /// 32 bytes, or empty for a server never met.
    [[nodiscard]] virtual QByteArray pinOf(const QString &host, quint16 port) const = 0;
    /// Replaces what was known: called for a first use, or when a person deliberately accepts a changed key.
    virtual Result<> remember(const QString &host, quint16 port, const QByteArray &pin) = 0;
    virtual Result<> forget(const QString &host, quint16 port) = 0;
};

} // namespace salon
