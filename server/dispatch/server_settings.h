// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/files/blob_store.h"
#include "shared/base/text_limits.h"
#include "shared/protocol/join_link.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages/session.h"

#include <QString>
#include <optional>

namespace salon::server {

/// A token bucket: `burst` at once, then `perSecond`. A burst of 0 means no limit.
struct RateSettings
{
    double burst = 0;
    double perSecond = 0;
};

/// What people may send as files. Limits of 0 mean "no limit", but that of one file.
struct FileSettings
{
    static constexpr quint64 ChunkBytes = wire_limits::MaxChunkBytes; ///< the most in one frame
    /// Of a transfer in chunks of this size no frame counts towards the rate of its connection.
    static constexpr quint64 PaidChunkBytes = 61'440;

    bool enabled = true;
    quint64 fileBytes = quint64(25) << 20; ///< of one file
    quint64 dailyBytes = quint64(250) << 20; ///< received of one account in a day
    quint64 totalBytes = 0; ///< of all contents together
    int perMessage = 100;
    int uploads = 4; ///< open ones of one connection
    int downloads = 8; ///< of the same
    qint64 keepMs = qint64(48) * 3600 * 1000; ///< what no message names, and what did not arrive whole
    SpaceRule space{};

    [[nodiscard]] double dailyBytesPerSecond() const { return double(dailyBytes) / (24 * 3600); }
};

/// What an operator can set of the server's behaviour; 0 means "no limit" everywhere. Defaults: guarantees §3.1.
struct ServerSettings
{
    QString name{}; ///< shown to people
    QString software{}; ///< "salon-server 0.1.0"
    RegistrationPolicy registration = RegistrationPolicy::Invitation;
    std::optional<JoinLink> reachableAt{}; ///< what invitations are put into; known once the server listens

    RateSettings messages{ 20, 2 }; ///< per account
    RateSettings messageBytes{ 256 * 1024, 64 * 1024 }; ///< of their texts in UTF-8, per account
    RateSettings commands{ 100, 20 }; ///< per account; costly ones count 3 or 20
    RateSettings registrations{ 5, 5.0 / 3600 }; ///< per address when registration is open
    int freeLoginAttempts = 5; ///< per account and address, before 1, 2, 4 … 300 s between attempts
    int accountFailuresPerHour = 30; ///< per account from addresses that never got in
    int addressFailures = 20; ///< per address, before an hour's pause

    int devicesPerAccount = 10;
    int roomsPerAccount = 100; ///< memberships, the first room included, direct rooms not
    int roomsCreatedPerDay = 20;
    int directRoomsOpenedPerDay = 100; ///< new ones
    int membersPerRoom = 5000; ///< the first room has no limit
    quint32 invitationSeconds = 7 * 24 * 3600;
    quint32 maxInvitationSeconds = 90 * 24 * 3600;
    quint32 maxInvitationUses = 1000;
    qsizetype tailBytes = qsizetype(128) * 1024 * 1024; ///< memory for the newest events of all rooms together
    int maxUnanswered = 64; ///< requests of one connection that wait for the store, before it is paused

    FileSettings files{};

    [[nodiscard]] ServerLimits wireLimits() const
    {
        return { quint32(text_limits::MaxTextBytes), quint32(text_limits::MaxLineChars), quint32(text_limits::MaxLines),
            quint32(wire_limits::MaxInFlightPerRoom), files.enabled ? files.fileBytes : 0,
            files.enabled ? quint32(files.perMessage) : 0, files.enabled ? quint32(FileSettings::ChunkBytes) : 0 };
    }
};

} // namespace salon::server
