// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/byte_channel.h"

#include <QAbstractSocket>
#include <memory>

namespace salon {

/// A TCP connection without TLS. An idle connection holds no buffers, and what is not read stays with the peer, but for
/// 64 KiB on Windows.
class TcpChannel : public ByteChannel
{
public:
    TcpChannel();
    ~TcpChannel() override;

    /// channelReady() follows at once. `sendBufferBytes` bounds what the system holds for a slow reader (0: its own).
    virtual bool adopt(qintptr descriptor, int sendBufferBytes);
    /// channelReady() or channelEnded() follows.
    void connectTo(const QHostAddress &address, quint16 port);

    qint64 read(char *data, qint64 maxBytes) override;
    bool write(const char *data, qint64 bytes) override;
    [[nodiscard]] qint64 pendingBytes() const override;
    void shutdownSending() override;
    void abort() override;
    [[nodiscard]] PeerAddress peer() const override;

protected:
    TcpChannel(std::unique_ptr<QAbstractSocket> socket, QIODevice::OpenMode mode);

    bool adoptDescriptor(qintptr descriptor, int sendBufferBytes);
    virtual void socketConnected();
    virtual Error errorOf(QAbstractSocket::SocketError error) const;
    void end(const Error &reason);

    std::unique_ptr<QAbstractSocket> m_socket;
    bool m_connected = false;

private:
    void applyOptions();

    const QIODevice::OpenMode m_mode;
};

} // namespace salon
