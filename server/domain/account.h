// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QByteArray>
#include <QString>

namespace salon::server {

/// A person or bot on this server.
struct Account
{
    AccountId id{};
    QString login{}; ///< as checkLogin() leaves it; never changes
    QString displayName{};
    Role role = Role::Member;
    QByteArray passwordHash{}; ///< libsodium's string form; empty: logs in by the devices' keys alone
    QString statusText{};
    qint64 createdMs = 0; ///< since 1970 UTC
    qint64 lastSeenMs = 0;
    bool hidesSeen = false; ///< others are not told how far this account has read, nor it of them
};

/// One installation of an account, known by its key.
struct Device
{
    DeviceId id{};
    AccountId account{};
    QByteArray key{}; ///< 32 bytes, Ed25519
    QString name{};
    qint64 enrolledMs = 0; ///< since 1970 UTC
    qint64 lastSeenMs = 0;
};

} // namespace salon::server
