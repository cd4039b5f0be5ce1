// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <compare>

namespace salon {

/// An integer id that is a type of its own, so that an account cannot be passed where a room is meant. 0 means "none".
template <class Tag>
struct StrongId
{
    qint64 value = 0;
    [[nodiscard]] bool isValid() const noexcept { return value > 0; }
    friend auto operator<=>(StrongId, StrongId) = default; // NOLINT(modernize-use-nullptr): the compiler's own 0
    friend size_t qHash(StrongId id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

} // namespace salon
