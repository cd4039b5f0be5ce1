// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace salon {

/// A descriptor as Qt has it, as the calls of the system take it.
#ifdef Q_OS_WIN
inline SOCKET nativeSocket(qintptr descriptor)
{
    return SOCKET(descriptor);
}
#else
inline int nativeSocket(qintptr descriptor)
{
    return int(descriptor);
}
#endif

} // namespace salon
