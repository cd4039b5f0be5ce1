// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/shown_messages.h"

#include "shared/client-core/session/message_form.h"

namespace salon::console {

void ShownMessages::note(const RoomEvent &event)
{
    if (event.kind != EventKind::Message && event.kind != EventKind::Announcement)
        return;
    m_messages.insert_or_assign(event.seq, event);
    if (m_messages.size() > Max)
        m_messages.erase(m_messages.begin());
}

bool ShownMessages::apply(const RoomEvent &change, AccountId self)
{
    const auto found = m_messages.find(change.target);
    if (found == m_messages.end())
        return true;
    if (change.seq <= found->second.changed)
        return false;
    applyChange(found->second, change, self);
    return true;
}

const RoomEvent *ShownMessages::find(Seq seq) const
{
    const auto found = m_messages.find(seq);
    return found == m_messages.end() ? nullptr : &found->second;
}

Seq ShownMessages::newestOf(AccountId author) const
{
    for (auto message = m_messages.rbegin(); message != m_messages.rend(); ++message) {
        const RoomEvent &event = message->second;
        if (event.kind == EventKind::Message && event.author == author && event.alias.isEmpty() && !event.deleted)
            return event.seq;
    }
    return 0;
}

} // namespace salon::console
