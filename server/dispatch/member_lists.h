// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/accounts.h"
#include "server/domain/presence_board.h"
#include "server/domain/rooms.h"
#include "shared/base/clock.h"

namespace salon::server {

/// Members of rooms in the order they are listed in: those who are present, then the others, each by display name. An
/// order is kept until members or names change, and for a second after somebody came or went: the pages of one listing
/// belong together, and a crowd that arrives is not sorted anew for each of its requests.
class MemberLists
{
public:
    static constexpr qint64 PresenceMayLagMs = 1000;

    explicit MemberLists(const Clock &clock);

    /// Good until the next call.
    [[nodiscard]] const QList<AccountId> &of(
        RoomId room, const Rooms &rooms, const Accounts &accounts, const PresenceBoard &presence);

private:
    struct List
    {
        QList<AccountId> members{};
        quint64 membersVersion = 0;
        quint64 order = 0;
        quint64 comings = 0;
        qint64 madeMs = 0; ///< monotonic
        bool isMade = false;
    };

    const Clock &m_clock;
    IdMap<RoomId, List> m_lists;
};

} // namespace salon::server
