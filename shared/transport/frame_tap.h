// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace salon {

/// Hears of every frame of a connection, in the connection's thread, while the frame is on its way: it must take what
/// it wants and return, without a call to whoever owns the connection. Frames hold passwords; see hideSecrets().
class FrameTap
{
public:
    /// The whole frame, length prefix included; it may still wait in the send queue.
    virtual void frameSent(const QByteArray &frame) = 0;
    /// What came behind the length prefix, before anybody looked whether it is well formed.
    virtual void frameReceived(const QByteArray &payload) = 0;

protected:
    ~FrameTap() = default;
};

} // namespace salon
