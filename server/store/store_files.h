// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/event.h"

/// What can be asked of the store about contents of files.
namespace salon::server {

/// A content that an account has put up, or wants kept.
struct BlobKeep
{
    QByteArray hash{}; ///< SHA-256
    quint64 size = 0; ///< bytes
    AccountId account{};
    qint64 timeMs = 0; ///< since 1970 UTC
};

/// A file of a message, for who can get those from `floor` on.
struct FileQuery
{
    RoomId room{};
    Seq seq = 0;
    quint32 index = 0; ///< among the message's files
    Seq floor = 1;
};

} // namespace salon::server
