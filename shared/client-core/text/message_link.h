// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/protocol/join_link.h"

namespace salon {

/// Where a message is: salon://host:port/room/ID/SEQ, or the whole room: salon://host:port/room/ID. It lets nobody in:
/// who follows it must be a member already.
struct MessageLink
{
    QString host{}; ///< as JoinLink::host
    quint16 port = wire_limits::DefaultPort;
    RoomId room{};
    Seq seq = 0; ///< 0: the room

    [[nodiscard]] QString toString() const;
    /// Fails with InvalidAddress; so does a JoinLink.
    static Result<MessageLink> parse(const QString &text);
    [[nodiscard]] bool leadsTo(const JoinLink &server) const;
    friend bool operator==(const MessageLink &, const MessageLink &) = default;
};

} // namespace salon
