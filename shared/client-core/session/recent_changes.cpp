// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/recent_changes.h"

#include "shared/client-core/session/message_form.h"

namespace salon {

void RecentChanges::note(const QList<RoomEvent> &events)
{
    for (const RoomEvent &event : events) {
        if (isChange(event.kind))
            m_changes.append(event);
    }
    if (m_changes.size() > Max)
        m_changes.remove(0, m_changes.size() - Max);
}

void RecentChanges::applyTo(RoomEvent &message, AccountId self) const
{
    for (const RoomEvent &change : m_changes)
        applyChange(message, change, self);
}

void RecentChanges::applyTo(QList<RoomEvent> &messages, AccountId self) const
{
    if (m_changes.isEmpty())
        return;
    for (RoomEvent &message : messages)
        applyTo(message, self);
}

} // namespace salon
