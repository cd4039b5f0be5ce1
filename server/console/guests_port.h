// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <functional>

namespace salon::server {

/// The guests of plain-text access and classroom as the operator has to do with them. Domain thread.
class GuestsPort
{
public:
    virtual ~GuestsPort() = default;

    /// Ends the connection of the guest of this name, number or address. `done` comes later, with the guest's name (its
    /// address before the room named it), or with nothing when there is no such guest.
    virtual void endGuest(const QString &who, std::function<void(const QString &name)> done) = 0;

protected:
    GuestsPort() = default;
    Q_DISABLE_COPY_MOVE(GuestsPort)
};

} // namespace salon::server
