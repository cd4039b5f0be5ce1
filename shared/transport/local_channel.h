// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/byte_channel.h"

#include <QLocalSocket>

namespace salon {

/// A local (unix) socket, or a named pipe on Windows.
class LocalChannel final : public ByteChannel
{
public:
    LocalChannel();
    ~LocalChannel() override;

    bool adopt(qintptr descriptor);
    void connectTo(const QString &path);

    qint64 read(char *data, qint64 maxBytes) override;
    bool write(const char *data, qint64 bytes) override;
    [[nodiscard]] qint64 pendingBytes() const override;
    void shutdownSending() override;
    void abort() override;
    [[nodiscard]] PeerAddress peer() const override;

private:
    void end(const Error &reason);

    QLocalSocket m_socket;
    bool m_connected = false;
};

} // namespace salon
