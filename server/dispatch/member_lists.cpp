// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/member_lists.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace salon::server {

MemberLists::MemberLists(const Clock &clock)
    : m_clock(clock)
{
}

const QList<AccountId> &MemberLists::of(
    RoomId room, const Rooms &rooms, const Accounts &accounts, const PresenceBoard &presence)
{
    List &list = m_lists[room];
    const qint64 nowMs = m_clock.monotonicMs();
    const bool isRightPresence = list.comings == presence.comings() || nowMs - list.madeMs < PresenceMayLagMs;
    if (list.isMade && list.membersVersion == rooms.membersVersion(room) && list.order == accounts.order()
        && isRightPresence)
        return list.members;
    struct Place
    {
        bool isAbsent = false;
        int rank = 0;
        AccountId account{};
    };
    std::vector<Place> places;
    places.reserve(size_t(rooms.memberCount(room)));
    for (const AccountId account : rooms.membersOf(room)) {
        if (const int rank = accounts.rankOf(account); rank >= 0)
            places.push_back({ presence.stateOf(account) == PresenceState::Offline, rank, account });
    }
    std::ranges::sort(places, [](const Place &left, const Place &right) {
        return std::tie(left.isAbsent, left.rank) < std::tie(right.isAbsent, right.rank);
    });
    list = { {}, rooms.membersVersion(room), accounts.order(), presence.comings(), nowMs, true };
    list.members.reserve(qsizetype(places.size()));
    for (const Place &place : places)
        list.members.append(place.account);
    return list.members;
}

} // namespace salon::server
