// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/change_rows.h"
#include "server/store/sqlite/reaction_rows.h"
#include "server/store/store_changes.h"

namespace salon::server {

/// The rules of changes that only the transaction can check, and what each change does. Lane thread.
class MessageChanges
{
public:
    explicit MessageChanges(SqliteConnection &connection);

    /// What a draft with a target is about, if it may be. Refuses with what isForGood() says; writes nothing.
    [[nodiscard]] Result<ChangeTarget> check(const MessageDraft &draft);
    /// The event as it goes to the log.
    [[nodiscard]] static Event eventOf(const MessageDraft &draft, const ChangeTarget &target);
    /// The event was placed: its message becomes what it says.
    ChangeEffect apply(const Event &event, const ChangeTarget &target);
    /// Whether there is a message that can be saved or looked into.
    [[nodiscard]] bool hasMessage(RoomId room, Seq seq);

private:
    static Result<> checkEdit(const Event &event, const ChangeTarget &target);
    Result<> checkReaction(const Event &event);
    ChangeEffect edit(const Event &event, ChangeTarget target);
    ChangeEffect remove(const Event &event, ChangeTarget target);

    ChangeRows m_rows;
    ReactionRows m_reactions;
};

} // namespace salon::server
