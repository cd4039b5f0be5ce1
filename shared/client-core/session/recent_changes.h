// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

namespace salon {

/// Changes that came while messages were asked for, so that an answer made before them is not shown without them.
class RecentChanges
{
public:
    static constexpr qsizetype Max = 1024; ///< the oldest go first

    /// Whatever is no change is ignored.
    void note(const QList<RoomEvent> &events);
    /// Brings it up to those that it lacks.
    void applyTo(RoomEvent &message, AccountId self) const;
    void applyTo(QList<RoomEvent> &messages, AccountId self) const;
    void clear() { m_changes.clear(); }

private:
    QList<RoomEvent> m_changes;
};

} // namespace salon
