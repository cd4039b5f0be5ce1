// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/event_line.h"
#include "shared/protocol/messages/history.h"

namespace salon {

struct OutboxEntry;

/// How the form of a message follows from its changes: one rule for the mirror, timelines, lists and quotes
/// (docs/PROTOCOL.md). Whatever a server sends, nothing but a message of the same room with the seq `target` changes.
inline constexpr qsizetype MaxReactions = 20; ///< different emoji of one message
inline constexpr qsizetype MaxReactionPeople = 16; ///< named with each

/// Whether `change` is one that such a message can have.
[[nodiscard]] bool isChangeOf(const RoomEvent &change, const RoomEvent &message);

/// Brings `message` up to `change`. False, and nothing happens, when it is part of that form already, or none of this
/// message. `self`: whose reactions are `mine`.
bool applyChange(RoomEvent &message, const RoomEvent &change, AccountId self);

/// The same for what the outbox still holds: it has no seq yet, and `changed` stays.
bool applyPending(RoomEvent &message, const OutboxEntry &entry, AccountId self);

/// Whether the message names or calls this account; the rule of both sides.
[[nodiscard]] bool mentionsPerson(const RoomEvent &message, AccountId account);

/// The message that this one answers; 0: none, or what cannot be.
[[nodiscard]] Seq replyTargetOf(const RoomEvent &message);

} // namespace salon
