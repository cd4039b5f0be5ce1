// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace salon {

/// Bounds what the system keeps for a peer that does not read; 0 leaves the system's own limit.
void limitSendBuffer(qintptr descriptor, int bytes);

/// Lets the system give up a peer that acknowledges nothing for 30 s (Linux; elsewhere the heartbeat finds it).
void setSendTimeout(qintptr descriptor);

/// A second descriptor of the same socket, for taking one over from an object that would close it. -1 when the
/// system has none left.
[[nodiscard]] qintptr duplicateDescriptor(qintptr descriptor);

/// Sends the end of the stream; receiving goes on.
void shutdownSending(qintptr descriptor);

} // namespace salon
