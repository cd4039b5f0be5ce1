// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/seen_news.h"

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/reading.h"
#include "shared/protocol/version.h"

#include <chrono>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto Gathering = 500ms;

} // namespace

SeenNews::SeenNews(CommandContext &context)
    : m_context(context)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Gathering);
    connect(&m_timer, &QTimer::timeout, this, &SeenNews::tell);
}

bool SeenNews::isTold(RoomId room) const
{
    const Room *found = m_context.state.rooms.find(room);
    return found && !found->rules.noSeen && m_context.state.rooms.memberCount(room) <= MaxMembers;
}

bool SeenNews::isShown(AccountId account) const
{
    const Account *found = m_context.state.accounts.find(account);
    return found && !found->hidesSeen && found->role != Role::Bot;
}

void SeenNews::note(RoomId room, AccountId account)
{
    if (!isTold(room))
        return;
    QList<AccountId> &moved = m_moved[room];
    if (!moved.contains(account))
        moved.append(account);
    if (!m_timer.isActive())
        m_timer.start();
}

void SeenNews::noteWish(AccountId account)
{
    m_wishes.insert(account);
    if (!m_timer.isActive())
        m_timer.start();
}

void SeenNews::tell()
{
    // Rules, members and wishes may have changed meanwhile.
    const auto moved = std::exchange(m_moved, {});
    for (auto entry = moved.constBegin(); entry != moved.constEnd(); ++entry) {
        for (const AccountId account : entry.value()) {
            if (isShown(account))
                tellRoom(entry.key(), account);
        }
    }
    const auto wishes = std::exchange(m_wishes, {});
    for (const AccountId account : wishes) {
        for (const RoomId room : m_context.state.rooms.roomsOf(account))
            tellRoom(room, account);
    }
}

void SeenNews::tellRoom(RoomId room, AccountId account)
{
    const Membership *membership = m_context.state.rooms.membership(room, account);
    if (!membership || !isTold(room))
        return;
    if (isShown(account))
        tellOthers({ room, account, membership->readSeq, membership->joinedSeq });
    else
        tellOthers({ room, account });
}

void SeenNews::tellOthers(const SeenMoved &moved)
{
    const QByteArray frame = encodeFrame(moved);
    for (const AccountId member : m_context.state.rooms.membersOf(moved.room)) {
        if (member != moved.account && isShown(member))
            m_context.sendToFeature(member, features::Reading, frame);
    }
}

} // namespace salon::server
