// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/account.h"
#include "server/domain/invitation.h"
#include "server/domain/room.h"

#include <QHash>
#include <QList>

namespace salon::server {

/// Last number that a device used in a room.
struct StoredCounter
{
    DeviceId device{};
    RoomId room{};
    quint64 last = 0;
};

/// Names are unique by their skeletons (look_alike.h): the logins and display names of all accounts.
struct StoredName
{
    QString skeleton{};
    AccountId account{};
};

struct StoredBan
{
    RoomId room{};
    AccountId account{};
};

/// Everything but the logs: what the domain holds in memory from start to end.
struct StoreContents
{
    QByteArray serverId{}; ///< 16 bytes, made with the database
    QByteArray epoch{}; ///< 16 bytes, new after a restore
    QString ownerCode{}; ///< empty once somebody claimed it
    QString unicodeVersion{}; ///< that the skeletons were made with
    QList<Account> accounts{};
    QList<StoredName> names{};
    QList<Device> devices{};
    QList<Room> rooms{};
    QList<Membership> memberships{};
    QList<StoredCounter> counters{};
    QList<Invitation> invitations{};
    QList<StoredBan> bans{};
    quint64 blobBytes = 0; ///< of all contents of files
};

} // namespace salon::server
