// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"

namespace salon {

enum class RegistrationPolicy : quint8
{
    Closed = 0,
    Invitation = 1,
    Open = 2
};

/// Limits that a server tells its clients.
struct ServerLimits
{
    quint32 textBytes = 0;
    quint32 lineChars = 0;
    quint32 lines = 0;
    quint32 inFlight = 0;
    quint64 fileBytes = 0; ///< of one file; 0: no files at all
    quint32 files = 0; ///< in one message
    quint32 chunkBytes = 0; ///< the most in one UploadChunk or FileChunk

    static constexpr void fields(auto table)
    {
        using M = ServerLimits;
        table(table.required(1, "textBytes", &M::textBytes), table.required(2, "lineChars", &M::lineChars),
            table.required(3, "lines", &M::lines), table.required(4, "inFlight", &M::inFlight),
            table.optional(5, "fileBytes", &M::fileBytes), table.optional(6, "files", &M::files),
            table.optional(7, "chunkBytes", &M::chunkBytes));
    }
    friend bool operator==(const ServerLimits &, const ServerLimits &) = default;
};

/// First message of a connection.
struct Hello
{
    static constexpr auto Type = MessageType::Hello;
    QList<quint32> versions{};
    QList<QString> features{};
    QString client{}; ///< program and version, for the operator
    QString locale{}; ///< BCP 47, "fr" or "en-GB"

    static constexpr void fields(auto table)
    {
        table(table.required(1, "versions", &Hello::versions, 8), table.optional(2, "features", &Hello::features, 64),
            table.optional(3, "client", &Hello::client, 64), table.optional(4, "locale", &Hello::locale, 35));
    }
    friend bool operator==(const Hello &, const Hello &) = default;
};

/// Answer to Hello: who the server is and what both sides can do.
struct Welcome
{
    static constexpr auto Type = MessageType::Welcome;
    quint32 version = 0;
    QByteArray serverId{}; ///< 16 bytes, stable over restarts and renames
    QString name{};
    QByteArray epoch{}; ///< 16 bytes, new after a restore: sequence numbers of another epoch mean nothing
    QList<QString> features{};
    RegistrationPolicy registration = RegistrationPolicy::Closed;
    QByteArray nonce{}; ///< 32 bytes that a login proof signs
    ServerLimits limits{};
    QString software{};

    static constexpr void fields(auto table)
    {
        using M = Welcome;
        table(table.required(1, "version", &M::version), table.required(2, "serverId", &M::serverId, 16),
            table.required(3, "name", &M::name, 512), table.required(4, "epoch", &M::epoch, 16),
            table.optional(5, "features", &M::features, 64), table.required(6, "registration", &M::registration),
            table.required(7, "nonce", &M::nonce, 32), table.required(8, "limits", &M::limits),
            table.optional(9, "software", &M::software, 64));
    }
    friend bool operator==(const Welcome &, const Welcome &) = default;
};

/// "It is done": the reply of requests that have nothing else to say.
struct Done
{
    static constexpr auto Type = MessageType::Done;
    static constexpr void fields(auto table) { table(); }
    friend bool operator==(const Done &, const Done &) = default;
};

/// "It was not done": a code, its parameters, and when to try again if that can help.
struct Failed
{
    static constexpr auto Type = MessageType::Failed;
    quint32 code = 0; ///< an ErrorCode, possibly one this build does not know
    QList<QString> params{};
    std::optional<quint32> retryAfterMs{}; ///< present: temporary; absent: permanent

    static constexpr void fields(auto table)
    {
        table(table.required(1, "code", &Failed::code), table.optional(2, "params", &Failed::params, 8),
            table.optional(3, "retryAfterMs", &Failed::retryAfterMs));
    }
    friend bool operator==(const Failed &, const Failed &) = default;
};

/// Heartbeat, from either side after 30 s of silence.
struct Ping
{
    static constexpr auto Type = MessageType::Ping;
    static constexpr void fields(auto table) { table(); }
    friend bool operator==(const Ping &, const Ping &) = default;
};

/// Head of one room's log.
struct RoomHead
{
    RoomId room{};
    Seq head = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "room", &RoomHead::room), table.required(2, "head", &RoomHead::head));
    }
    friend bool operator==(const RoomHead &, const RoomHead &) = default;
};

/// Answer to Ping; the server's names the heads of the rooms that this connection follows, so that a lost push is
/// noticed.
struct Pong
{
    static constexpr auto Type = MessageType::Pong;
    QList<RoomHead> heads{};

    static constexpr void fields(auto table) { table(table.optional(1, "heads", &Pong::heads, 1024)); }
    friend bool operator==(const Pong &, const Pong &) = default;
};

enum class GoawayReason : quint8
{
    Shutdown = 1, ///< the server stops; come back after retryAfterMs
    Kicked = 2, ///< the operator or a moderator closed this connection
    Revoked = 3, ///< this device was removed from the account
    SlowReader = 4, ///< the send queue passed its hard limit
    Protocol = 5, ///< the peer broke the protocol
    TimedOut = 6, ///< silence, or no login in time
    Replaced = 7, ///< the same device connected again
};

/// The server is about to close this connection.
struct Goaway
{
    static constexpr auto Type = MessageType::Goaway;
    GoawayReason reason = GoawayReason::Shutdown;
    std::optional<quint32> retryAfterMs{}; ///< absent: do not come back by yourself
    QString text{}; ///< words of the person who did it, never of the program

    static constexpr void fields(auto table)
    {
        table(table.required(1, "reason", &Goaway::reason), table.optional(2, "retryAfterMs", &Goaway::retryAfterMs),
            table.optional(3, "text", &Goaway::text, 512));
    }
    friend bool operator==(const Goaway &, const Goaway &) = default;
};

} // namespace salon
