// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/native_socket.h"

#include <QTcpSocket>

namespace salon::test {

/// Ends a connection without a goodbye: the other side gets a reset.
inline void endAbruptly(QTcpSocket &socket)
{
    const linger now{ 1, 0 };
    setsockopt(nativeSocket(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&now),
        sizeof(now));
    socket.abort();
}

} // namespace salon::test
