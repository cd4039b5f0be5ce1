// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/half_open_socket.h"

namespace salon::server {

/// One accepted TCP connection of a gateway.
using GuestSocket = HalfOpenSocket;

} // namespace salon::server
