// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"

#include <memory>

namespace salon::server {

/// Counts the guests of all gateways of one process: 1, 2, 3 … One object for all of them, used in the gateways thread.
class GuestNumbers
{
public:
    [[nodiscard]] GuestId next() { return GuestId{ ++m_last }; }

private:
    qint64 m_last = 0;
};

using SharedGuestNumbers = std::shared_ptr<GuestNumbers>;

} // namespace salon::server
