// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/rules.h"

namespace salon {

/// Names of the rules that differ, as SetRoomRules and RulesChanged have them.
[[nodiscard]] QList<QString> rulesThatDiffer(const RoomRules &one, const RoomRules &other);

/// Takes over what an event RulesChanged tells ("slowSeconds=10" …). What this version does not know, or what cannot
/// be, is passed over.
void takeRules(RoomRules &rules, const QList<QString> &params);

} // namespace salon
