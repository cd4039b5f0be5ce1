// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/room_doors.h"

namespace salon::server {

RoomDoors::RoomDoors(CommandContext &context)
    : m_context(context)
    , m_guests(context.state.accounts, context.lookAlike, context.settings.name)
{
}

RoomDoors::~RoomDoors() = default;

RoomDoor &RoomDoors::open(const DoorWish &wish)
{
    m_doors.push_back(std::make_unique<GatewayDoor>(m_context, m_guests, wish));
    return *m_doors.back();
}

} // namespace salon::server
