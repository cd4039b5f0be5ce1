// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/pin_store.h"

#include <QHash>

namespace salon {

/// PinStore in a small JSON file (0600, replaced in one step). Reads the file once, in load(); writes on each change.
class PinFile final : public PinStore
{
public:
    explicit PinFile(QString path);

    /// Fails with CannotOpenFile if the file exists and cannot be read or understood (it is then never overwritten).
    Result<> load();

    [[nodiscard]] QByteArray pinOf(const QString &host, quint16 port) const override;
    Result<> remember(const QString &host, quint16 port, const QByteArray &pin) override;
    Result<> forget(const QString &host, quint16 port) override;

private:
    Result<> save() const;

    QString m_path;
    QHash<QString, QByteArray> m_pins; ///< by "host:port", host in lower case
    bool m_damaged = false;
};

} // namespace salon
