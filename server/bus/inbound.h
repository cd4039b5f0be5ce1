// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/connection_info.h"
#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "shared/protocol/codec.h"

#include <QList>

namespace salon::server {

/// What one connection sent during a turn of its worker's loop, in order.
struct InboundBatch
{
    ConnectionId connection{};
    QList<Envelope> messages{};
};

/// The domain side as the network side sees it. All calls arrive in the domain thread, per connection in the order
/// opened, received…, closed. Implemented by dispatch.
class Inbound
{
public:
    virtual ~Inbound() = default;
    virtual void connectionOpened(const ConnectionInfo &info) = 0;
    /// Batches of many connections at once: one call per worker turn, so that crossing threads costs little.
    virtual void messagesReceived(const QList<InboundBatch> &batches) = 0;
    virtual void connectionClosed(ConnectionId connection, const Error &reason) = 0;
};

} // namespace salon::server
