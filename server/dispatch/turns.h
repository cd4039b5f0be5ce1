// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <functional>
#include <utility>

namespace salon::server {

/// Steps that must not overlap for one key, because each begins with what the one before it has left: they have their
/// turns in the order asked. Domain thread.
template <class Key>
class Turns
{
public:
    /// Runs the step now, or after those before it. It ends with ended(), whenever that is.
    void begin(const Key &key, std::function<void()> step)
    {
        const auto waiting = m_waiting.find(key);
        if (waiting != m_waiting.end()) {
            waiting->append(std::move(step));
            return;
        }
        m_waiting.insert(key, {});
        step();
    }
    void ended(const Key &key)
    {
        const auto waiting = m_waiting.find(key);
        if (waiting == m_waiting.end())
            return;
        if (waiting->isEmpty()) {
            m_waiting.erase(waiting);
            return;
        }
        const std::function<void()> next = waiting->takeFirst();
        next();
    }

private:
    QHash<Key, QList<std::function<void()>>> m_waiting; ///< behind the one that has its turn
};

} // namespace salon::server
