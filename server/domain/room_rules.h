// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/room.h"
#include "shared/base/result.h"

#include <QList>
#include <QString>

namespace salon::server {

inline constexpr quint32 MaxRetentionDays = 3650;
inline constexpr quint32 MaxSlowSeconds = 3600;

/// Whether a room of this kind can have these rules: direct rooms have those alone that any of their members may set.
/// Fails with InvalidRules{name of the rule}.
[[nodiscard]] Result<> checkRules(RoomKind kind, const Rules &rules);

/// What holds when those of `wanted` that are named are set, and the others stay as they are `now`; with no name all
/// are set. Fails with InvalidRules{name} for a name of no rule.
[[nodiscard]] Result<Rules> rulesWith(const Rules &now, const Rules &wanted, const QList<QString> &only);

/// What differs, each as "name=number", as the event RulesChanged tells it.
[[nodiscard]] QList<QString> rulesThatChanged(const Rules &before, const Rules &after);

/// What an account wants its attention called to, now that some of it may have run out.
struct AttentionNow
{
    Attention attention = Attention::All;
    qint64 untilMs = 0; ///< since 1970 UTC; 0: for good
    friend bool operator==(const AttentionNow &, const AttentionNow &) = default;
};
[[nodiscard]] AttentionNow attentionAt(const Membership &membership, qint64 nowMs);

} // namespace salon::server
