// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>
#include <QString>

namespace salon::server {

/// Logins that begin so belong to the server's own gateways; nobody can register them.
inline constexpr QLatin1StringView GatewayLoginPrefix("salon-");

/// What a gateway wants of the server. Words are in the operator's language; names that were given once stay.
struct DoorWish
{
    enum class Room
    {
        First, ///< the room everyone lands in
        Named, ///< the public room `roomName`, made if there is none
        Own ///< the public room that the gateway made; at first it is called `roomName`
    };

    QString login{}; ///< "salon-text"; the account is made at first use: a bot without password or device
    QString displayName{};
    QString guestName{}; ///< "guest-%1"
    Room room = Room::First;
    QString roomName{};
    bool bringsModerators = false; ///< accounts of moderator or above are put into the room
};

} // namespace salon::server
