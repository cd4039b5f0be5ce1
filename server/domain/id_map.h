// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHashFunctions>
#include <unordered_map>

namespace salon::server {

struct IdHash
{
    template <class Id>
    size_t operator()(const Id &id) const noexcept
    {
        return qHash(id, 0);
    }
};

/// Keyed by an id; pointers to values stay good while others come and go.
template <class Id, class Value>
using IdMap = std::unordered_map<Id, Value, IdHash>;

template <class Id, class Value>
[[nodiscard]] const Value *findIn(const IdMap<Id, Value> &map, Id id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

template <class Id, class Value>
[[nodiscard]] Value *findIn(IdMap<Id, Value> &map, Id id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

} // namespace salon::server
