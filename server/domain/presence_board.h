// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace salon::server {

/// Who is here, from what each of their connections says: the most present one counts, but Busy wins over all.
/// Gathers the accounts that changed, so that others hear of many at once.
class PresenceBoard
{
public:
    void set(AccountId account, qint64 connection, PresenceState state);
    void leave(AccountId account, qint64 connection);
    /// Something else that is told with the presence changed (the status text).
    void touch(AccountId account) { m_changed.insert(account); }

    [[nodiscard]] PresenceState stateOf(AccountId account) const;
    /// Accounts to tell about since the last call.
    [[nodiscard]] QList<AccountId> takeChanged();
    /// Changes when somebody comes or goes.
    [[nodiscard]] quint64 comings() const { return m_comings; }
    [[nodiscard]] bool hasChanged() const { return !m_changed.isEmpty(); }

private:
    void noteComing(PresenceState before, PresenceState after);

    QHash<AccountId, QHash<qint64, PresenceState>> m_states;
    QSet<AccountId> m_changed;
    quint64 m_comings = 0;
};

} // namespace salon::server
