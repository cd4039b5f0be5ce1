// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/protocol/messages/peer.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace salon {

/// What this person decided about another; numbers are stored.
enum class PeerTrust : quint8
{
    Unknown = 0,
    Accepted = 1,
    Blocked = 2
};

/// Why somebody unknown may not be who they seem to be.
enum class PeerDoubt : quint8
{
    None = 0,
    OtherKeyAtAddress = 1, ///< answered where somebody else was before, who was dialled there
    SameNameAsKnown = 2 ///< has, or seems to have, the name of somebody accepted
};

/// Somebody met directly, known by the key of their device.
struct PeerPerson
{
    QByteArray key{}; ///< 32 bytes
    QString name{}; ///< what they say they are called
    PeerTrust trust = PeerTrust::Unknown;
    qint64 lastSeenMs = 0; ///< since 1970 UTC
    quint64 received = 0; ///< counter of their last message that is stored here
    Cid lastCid{}; ///< and its cid
    int unread = 0; ///< messages of theirs since markRead(); given by the store, not put
    // Of somebody Unknown, since the last link; given by the node, not stored.
    PeerDoubt doubt = PeerDoubt::None;
    QByteArray notKey{}; ///< with a doubt: whom they could be taken for, and are not; PeerNode::people() has the name
    QString address{}; ///< where they were dialled, if they were: Endpoint::toString()

    friend bool operator==(const PeerPerson &, const PeerPerson &) = default;
};

/// Who was accepted at an address that was dialled.
struct PeerPlace
{
    QString address{}; ///< Endpoint::toString(), lower case
    QByteArray key{};
    qint64 usedMs = 0; ///< since 1970 UTC, of the last link

    friend bool operator==(const PeerPlace &, const PeerPlace &) = default;
};

/// Numbers are stored.
enum class PeerEntryState : quint8
{
    Queued = 0, ///< ours, not acknowledged yet
    Delivered = 1, ///< ours, on the other's disk
    Failed = 2, ///< ours, refused for good
    Received = 3 ///< theirs
};

/// Numbers are stored; from 16 on they are 16 + PeerFileOutcome.
enum class PeerFileState : quint8
{
    None = 0,
    Offered = 1,
    Accepted = 2, ///< on its way, or waiting for the other to be back
    Whole = 16 + quint8(PeerFileOutcome::Whole),
    Declined = 16 + quint8(PeerFileOutcome::Declined),
    Unavailable = 16 + quint8(PeerFileOutcome::Unavailable),
    Damaged = 16 + quint8(PeerFileOutcome::Damaged),
    Paused = 16 + quint8(PeerFileOutcome::Paused) ///< theirs: until this person goes on; ours: until they do
};

[[nodiscard]] constexpr PeerFileState fileStateOf(PeerFileOutcome outcome)
{
    return PeerFileState(16 + quint8(outcome));
}

/// What became of a message that came.
enum class PeerTaking
{
    Stored,
    Known, ///< its cid is stored already, under another counter; the counter is used up
    Repeated, ///< its counter is not above the last
    OutOfOrder ///< a counter was skipped, or stood for another message before; nothing was stored
};

/// A line of the conversation with one person, ours or theirs.
struct PeerEntry
{
    qint64 place = 0; ///< order in the conversation; given by the store
    QByteArray person{};
    Cid cid{};
    qint64 timeMs = 0; ///< since 1970 UTC, by the clock of who wrote it
    QString text{};
    PeerEntryState state = PeerEntryState::Queued;
    quint16 errorCode = 0; ///< with Failed: an ErrorCode
    QString fileName{};
    quint64 fileBytes = 0;
    QByteArray fileHash{};
    PeerFileState file = PeerFileState::None;
    QString filePath{}; ///< ours: where it is; theirs: where it goes

    [[nodiscard]] bool isMine() const { return state != PeerEntryState::Received; }
    friend bool operator==(const PeerEntry &, const PeerEntry &) = default;
};

/// Where the conversation with one person stands on disk.
struct PeerStanding
{
    quint64 received = 0; ///< counter of their last message that is stored here
    Cid lastCid{}; ///< and its cid
    QList<PeerEntry> queued{}; ///< ours that are not acknowledged yet, oldest first
    QList<PeerRefusal> refusals{}; ///< of their last MaxPeerUnanswered messages, those that were refused
};

} // namespace salon

Q_DECLARE_METATYPE(salon::PeerPerson)
Q_DECLARE_METATYPE(salon::PeerEntry)
