// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/channel.h"

#include <memory>

namespace salon {

class Connection;
class TurnFlusher;

/// A Channel over a transport Connection.
class TransportChannel final : public Channel
{
    Q_OBJECT
public:
    TransportChannel();
    ~TransportChannel() override;

    void open(const JoinLink &address, const QByteArray &pin) override;
    void send(const QByteArray &frame) override;
    void close() override;

    static ChannelFactory factory();

private:
    void framesReceived(const QList<QByteArray> &payloads);
    void ended(const Error &error);

    std::unique_ptr<TurnFlusher> m_flusher;
    std::unique_ptr<Connection> m_connection;
};

} // namespace salon
