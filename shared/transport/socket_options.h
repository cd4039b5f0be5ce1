// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace salon {

/// Bounds what the system keeps for a peer that does not read; 0 leaves the system's own limit.
void limitSendBuffer(qintptr descriptor, int bytes);

/// The same for what a peer sends and nobody reads: the sender feels it. It slows down what is large.
void limitReceiveBuffer(qintptr descriptor, int bytes);

/// Lets the system notice a peer that is silent because it is not there any more: asks after a minute of silence, then
/// every 20 s, and ends the connection when nothing answers three times (on Windows as often as the system likes).
void setKeepAlive(qintptr descriptor);

/// Whether the other side has ended its sending, or the connection, though what it sent before is not read yet. Always
/// false where the system does not tell (other than Linux and Windows).
[[nodiscard]] bool hasPeerEnded(qintptr descriptor);

/// Whether the connection is broken, though what came before is not read yet. As above.
[[nodiscard]] bool isBroken(qintptr descriptor);

/// Lets the system give up a peer that acknowledges nothing for 30 s (Linux; elsewhere the heartbeat finds it).
void setSendTimeout(qintptr descriptor);

/// A second descriptor of the same socket, for taking one over from an object that would close it. -1 when the
/// system has none left.
[[nodiscard]] qintptr duplicateDescriptor(qintptr descriptor);

/// Sends the end of the stream; receiving goes on.
void shutdownSending(qintptr descriptor);

} // namespace salon
