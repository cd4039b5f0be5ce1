// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/history.h"

#include <map>

namespace salon::console {

/// The messages of the open room that were printed, in the form that they have now: what a number means to whom reads
/// along. The oldest go first when there are too many.
class ShownMessages
{
public:
    static constexpr size_t Max = 500;

    /// Whatever is no message is ignored.
    void note(const RoomEvent &event);
    /// Brings the message up to this change. False: that form was printed already, so there is nothing to tell.
    bool apply(const RoomEvent &change, AccountId self);
    [[nodiscard]] const RoomEvent *find(Seq seq) const;
    /// The newest one that this account wrote itself and that is still there; 0: none.
    [[nodiscard]] Seq newestOf(AccountId author) const;
    void clear() { m_messages.clear(); }

private:
    std::map<Seq, RoomEvent> m_messages;
};

} // namespace salon::console
