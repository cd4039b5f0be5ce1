// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/peer/store/peer_records.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace salon {

/// An account of a server that a device met directly belongs to, as that server says.
struct NearbyAccount
{
    QString server{}; ///< KnownServer::id
    QString serverName{};
    AccountId account{};
    QString login{};
    QString name{}; ///< as it is called there

    friend bool operator==(const NearbyAccount &, const NearbyAccount &) = default;
};

/// Somebody met or found without a server, as a list shows them.
struct NearbyPerson
{
    QByteArray key{}; ///< of the device, 32 bytes
    QString name{}; ///< what they say they are called; may be empty. Others may say the same: the words tell.
    QStringList words{}; ///< four, of the key; empty for the moment that it takes to find them
    PeerTrust trust = PeerTrust::Unknown;
    bool asks = false; ///< wants to talk, and waits for accept() or refuse()
    bool found = false; ///< answered the last look around the network
    bool reachable = false; ///< there is a link
    bool direct = false; ///< both accepted and linked: what is written leaves at once
    int unread = 0;
    qint64 lastSeenMs = 0; ///< since 1970 UTC; 0: never linked
    // Of somebody who is not accepted:
    PeerDoubt doubt = PeerDoubt::None; ///< why they may not be who they seem; NearbyPeople::doubtOf() says it
    QByteArray notKey{}; ///< with a doubt: the accepted person whom they are not
    QString address{}; ///< where they answered, if this device dialled them
    QList<NearbyAccount> accounts{}; ///< where the same person is known from; proven by the server, not by them

    /// Here now, as far as this device knows.
    [[nodiscard]] bool isHere() const { return reachable || found; }
    /// Accepted here, linked, and the other person has not decided yet.
    [[nodiscard]] bool isUndecided() const { return trust == PeerTrust::Accepted && reachable && !direct; }
    friend bool operator==(const NearbyPerson &, const NearbyPerson &) = default;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::NearbyPerson)
