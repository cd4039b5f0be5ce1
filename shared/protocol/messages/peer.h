// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/text_limits.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"

namespace salon {

inline constexpr qsizetype MaxPeerChunkBytes = 64 * 1024;
inline constexpr qsizetype MaxPeerFileNameBytes = 120;

/// First message of each side of a connection between two devices; the one that connected speaks first.
struct PeerHello
{
    static constexpr auto Type = MessageType::PeerHello;
    QList<quint32> versions{};
    QByteArray key{}; ///< Ed25519, 32 bytes: who this claims to be
    QByteArray nonce{}; ///< 32 fresh bytes
    QString name{};
    QList<QString> features{};

    static constexpr void fields(auto table)
    {
        using M = PeerHello;
        table(table.required(1, "versions", &M::versions, 8), table.required(2, "key", &M::key, 32),
            table.required(3, "nonce", &M::nonce, 32),
            table.required(4, "name", &M::name, text_limits::MaxDisplayNameBytes),
            table.optional(5, "features", &M::features, 64));
    }
    friend bool operator==(const PeerHello &, const PeerHello &) = default;
};

/// Proves the key of the hello.
struct PeerProof
{
    static constexpr auto Type = MessageType::PeerProof;
    QByteArray signature{}; ///< 64 bytes, of peerProofText()

    static constexpr void fields(auto table)
    {
        table(table.secret(table.required(1, "signature", &PeerProof::signature, 64)));
    }
    friend bool operator==(const PeerProof &, const PeerProof &) = default;
};

/// One of the other's messages that was refused.
struct PeerRefusal
{
    Cid cid{};
    quint16 code = 0; ///< an ErrorCode

    static constexpr void fields(auto table)
    {
        table(table.required(1, "cid", &PeerRefusal::cid), table.required(2, "code", &PeerRefusal::code));
    }
    friend bool operator==(const PeerRefusal &, const PeerRefusal &) = default;
};

/// The person (or an earlier decision of theirs) accepts to talk; says what of the other's messages is stored here.
struct PeerReady
{
    static constexpr auto Type = MessageType::PeerReady;
    quint64 received = 0; ///< counter of the last one
    Cid lastCid{}; ///< and its cid
    QList<PeerRefusal> refused{}; ///< of the last messages, those that are not stored

    static constexpr void fields(auto table)
    {
        table(table.required(1, "received", &PeerReady::received), table.optional(2, "lastCid", &PeerReady::lastCid),
            table.optional(3, "refused", &PeerReady::refused, 16));
    }
    friend bool operator==(const PeerReady &, const PeerReady &) = default;
};

/// A message, or the offer of a file.
struct PeerMessage
{
    static constexpr auto Type = MessageType::PeerMessage;
    Cid cid{};
    quint64 counter = 0; ///< 1, 2, 3 … of this sender to this receiver
    qint64 timeMs = 0; ///< since 1970 UTC, when it was written
    QString text{};
    QString fileName{}; ///< not empty: a file is offered
    quint64 fileBytes = 0;
    QByteArray fileHash{}; ///< SHA-256

    static constexpr void fields(auto table)
    {
        using M = PeerMessage;
        table(table.required(1, "cid", &M::cid), table.required(2, "counter", &M::counter),
            table.required(3, "timeMs", &M::timeMs), table.optional(4, "text", &M::text, text_limits::MaxTextBytes),
            table.optional(5, "fileName", &M::fileName, MaxPeerFileNameBytes),
            table.optional(6, "fileBytes", &M::fileBytes), table.optional(7, "fileHash", &M::fileHash, 32));
    }
    friend bool operator==(const PeerMessage &, const PeerMessage &) = default;
};

/// Everything up to this counter is stored.
struct PeerReceived
{
    static constexpr auto Type = MessageType::PeerReceived;
    quint64 counter = 0;

    static constexpr void fields(auto table) { table(table.required(1, "counter", &PeerReceived::counter)); }
    friend bool operator==(const PeerReceived &, const PeerReceived &) = default;
};

/// The message of this counter can never be taken; those before it are stored, and the next may come.
struct PeerRefused
{
    static constexpr auto Type = MessageType::PeerRefused;
    quint64 counter = 0;
    quint16 code = 0; ///< an ErrorCode

    static constexpr void fields(auto table)
    {
        table(table.required(1, "counter", &PeerRefused::counter), table.required(2, "code", &PeerRefused::code));
    }
    friend bool operator==(const PeerRefused &, const PeerRefused &) = default;
};

/// Send the file that was offered with this cid, from `offset` on, which is what the receiver has on disk.
struct PeerAcceptFile
{
    static constexpr auto Type = MessageType::PeerAcceptFile;
    Cid cid{};
    quint64 offset = 0;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "cid", &PeerAcceptFile::cid), table.required(2, "offset", &PeerAcceptFile::offset));
    }
    friend bool operator==(const PeerAcceptFile &, const PeerAcceptFile &) = default;
};

struct PeerFileChunk
{
    static constexpr auto Type = MessageType::PeerFileChunk;
    Cid cid{};
    quint64 offset = 0;
    QByteArray data{};

    static constexpr void fields(auto table)
    {
        using M = PeerFileChunk;
        table(table.required(1, "cid", &M::cid), table.required(2, "offset", &M::offset),
            table.required(3, "data", &M::data, MaxPeerChunkBytes));
    }
    friend bool operator==(const PeerFileChunk &, const PeerFileChunk &) = default;
};

/// How a file ended; numbers are stored.
enum class PeerFileOutcome : quint8
{
    Whole = 1, ///< the receiver has all of it and its hash is right
    Declined = 2, ///< the receiver does not want it
    Unavailable = 3, ///< the sender no longer has it, or it has changed
    Damaged = 4, ///< the receiver has as many bytes, with another hash
    Paused = 5, ///< the receiver stops for now; it asks again
};

/// The end of a file, from either side.
struct PeerFileEnd
{
    static constexpr auto Type = MessageType::PeerFileEnd;
    Cid cid{};
    PeerFileOutcome outcome = PeerFileOutcome::Whole;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "cid", &PeerFileEnd::cid), table.required(2, "outcome", &PeerFileEnd::outcome));
    }
    friend bool operator==(const PeerFileEnd &, const PeerFileEnd &) = default;
};

} // namespace salon
