// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/presence_board.h"

namespace salon::server {
namespace {

int rankOf(PresenceState state)
{
    switch (state) {
    case PresenceState::Offline:
        return 0;
    case PresenceState::Away:
        return 1;
    case PresenceState::Online:
        return 2;
    case PresenceState::Busy:
        return 3;
    }
    return 0;
}

} // namespace

void PresenceBoard::set(AccountId account, qint64 connection, PresenceState state)
{
    const PresenceState before = stateOf(account);
    m_states[account].insert(connection, state);
    noteComing(before, stateOf(account));
    if (stateOf(account) != before)
        m_changed.insert(account);
}

void PresenceBoard::leave(AccountId account, qint64 connection)
{
    const PresenceState before = stateOf(account);
    const auto entry = m_states.find(account);
    if (entry == m_states.end())
        return;
    entry->remove(connection);
    if (entry->isEmpty())
        m_states.erase(entry);
    noteComing(before, stateOf(account));
    if (stateOf(account) != before)
        m_changed.insert(account);
}

void PresenceBoard::noteComing(PresenceState before, PresenceState after)
{
    if ((before == PresenceState::Offline) != (after == PresenceState::Offline))
        ++m_comings;
}

PresenceState PresenceBoard::stateOf(AccountId account) const
{
    const auto entry = m_states.constFind(account);
    auto best = PresenceState::Offline;
    if (entry == m_states.constEnd())
        return best;
    for (const PresenceState state : *entry) {
        if (rankOf(state) > rankOf(best))
            best = state;
    }
    return best;
}

QList<AccountId> PresenceBoard::takeChanged()
{
    QList<AccountId> changed = m_changed.values();
    m_changed.clear();
    return changed;
}

} // namespace salon::server
