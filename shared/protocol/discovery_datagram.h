// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/field_table.h"

#include <QByteArray>
#include <QString>
#include <optional>

/// The datagrams by which servers and people are found on a local network (docs/PROTOCOL.md §15). Pure functions: no
/// sockets. Whatever is decoded here comes from anybody on the network and proves nothing.
namespace salon {

namespace discovery {

inline constexpr quint16 DefaultPort = 7256;
inline constexpr QLatin1StringView GroupIPv4("239.255.72.56");
inline constexpr QLatin1StringView GroupIPv6("ff02::7256");
inline constexpr qsizetype NonceBytes = 8;
inline constexpr qsizetype HeaderBytes = 16; ///< magic, version, three zeros, nonce
inline constexpr qsizetype RequestBytes = 256; ///< of the requests we send
inline constexpr qsizetype MinRequestBytes = 128;
inline constexpr qsizetype MaxDatagramBytes = 1232; ///< anything larger is looked at by nobody
inline constexpr qsizetype MaxTextBytes = 200; ///< of the line that answers a text
inline constexpr quint32 OpenRegistration = 1; ///< flag: anybody may make an account

} // namespace discovery

enum class DiscoveryKind : quint8
{
    Server = 1,
    Peer = 2
};

/// What somebody says of himself when asked who is there.
struct DiscoveryReply
{
    DiscoveryKind kind = DiscoveryKind::Server;
    QByteArray id{}; ///< a server's id (16 bytes) or a person's device key (32)
    QString name{};
    quint16 port = 0; ///< TCP
    QByteArray pin{}; ///< SHA-256 of the TLS key, empty without TLS
    quint32 online = 0; ///< people, a server's hint
    quint32 flags = 0;

    static constexpr void fields(auto table)
    {
        using M = DiscoveryReply;
        table(table.required(1, "kind", &M::kind), table.required(2, "id", &M::id, 32),
            table.required(3, "name", &M::name, 256), table.required(4, "port", &M::port),
            table.optional(5, "pin", &M::pin, 32), table.optional(6, "online", &M::online),
            table.optional(7, "flags", &M::flags));
    }
    friend bool operator==(const DiscoveryReply &, const DiscoveryReply &) = default;
};

/// Who is there? Padded, so that no answer is larger than its question.
struct DiscoveryRequest
{
    QByteArray nonce{}; ///< 8 bytes, repeated by the answers
    qsizetype sizeBytes = discovery::RequestBytes;

    friend bool operator==(const DiscoveryRequest &, const DiscoveryRequest &) = default;
};

/// Header and zeros, `sizeBytes` in total.
[[nodiscard]] QByteArray encodeDiscoveryRequest(const DiscoveryRequest &request);

/// Nothing unless the datagram is a request of 128 to 1,232 bytes in a version this build reads; a reply never is.
[[nodiscard]] std::optional<DiscoveryRequest> decodeDiscoveryRequest(QByteArrayView datagram);

/// The answer, not larger than the request: a long name is cut between two graphemes. Empty if it cannot fit.
[[nodiscard]] QByteArray encodeDiscoveryReply(const DiscoveryReply &reply, const DiscoveryRequest &request);

/// Nothing unless the datagram answers `nonce`, is one strict CBOR map, and says something possible (a known kind, an
/// id of 16 to 32 bytes, a port, a pin of 32 bytes or none). A name that may not be shown becomes empty.
[[nodiscard]] std::optional<DiscoveryReply> decodeDiscoveryReply(QByteArrayView datagram, QByteArrayView nonce);

/// Something a person typed into netcat: 1 to 512 bytes of printable UTF-8, line ends allowed, that is neither our
/// request nor an answer of any kind.
[[nodiscard]] bool isDiscoveryText(QByteArrayView datagram);

/// The answer to a text, one line of at most 200 bytes: "SLN! NAME ADDRESS\n". The first word keeps it from being
/// answered again.
[[nodiscard]] QByteArray discoveryTextLine(const QString &name, const QString &address);

} // namespace salon
