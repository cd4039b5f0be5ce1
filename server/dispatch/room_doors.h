// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/door_wish.h"
#include "server/dispatch/gateway_door.h"
#include "server/dispatch/guest_book.h"

#include <memory>
#include <vector>

namespace salon::server {

/// The doors of all gateways. Domain thread.
class RoomDoors
{
public:
    explicit RoomDoors(CommandContext &context);
    ~RoomDoors();

    RoomDoor &open(const DoorWish &wish);

private:
    CommandContext &m_context;
    GuestBook m_guests;
    std::vector<std::unique_ptr<GatewayDoor>> m_doors;
};

} // namespace salon::server
