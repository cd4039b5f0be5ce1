// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>

namespace salon::server {

/// Values as the database has them, and apart from them what the running transaction makes of them: nothing of it
/// counts before the commit succeeded, all of it while the transaction goes on. A key without a value has Value{}.
template <class Key, class Value>
class CommittedMap
{
public:
    [[nodiscard]] Value value(const Key &key) const
    {
        if (!m_changes.isEmpty()) {
            if (const auto changed = m_changes.constFind(key); changed != m_changes.constEnd())
                return *changed;
        }
        return m_committed.value(key);
    }
    /// In the transaction.
    void set(const Key &key, const Value &value) { m_changes.insert(key, value); }
    /// What the transaction set so far.
    [[nodiscard]] const QHash<Key, Value> &changes() const { return m_changes; }

    /// As the database has it already.
    void load(const Key &key, const Value &value) { m_committed.insert(key, value); }
    /// The commit succeeded.
    void keep()
    {
        for (auto change = m_changes.constBegin(); change != m_changes.constEnd(); ++change)
            m_committed.insert(change.key(), change.value());
        m_changes.clear();
    }
    /// The transaction was undone.
    void undo() { m_changes.clear(); }
    /// Forgets what was never in the database.
    template <class Predicate>
    void forget(Predicate predicate)
    {
        m_committed.removeIf(predicate);
        m_changes.removeIf(predicate);
    }

private:
    QHash<Key, Value> m_committed;
    QHash<Key, Value> m_changes;
};

} // namespace salon::server
