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

void SeenNews::tell()
{
    const auto moved = std::exchange(m_moved, {});
    for (auto entry = moved.constBegin(); entry != moved.constEnd(); ++entry) {
        // Rules, members and wishes may have changed meanwhile.
        if (!isTold(entry.key()))
            continue;
        for (const AccountId account : entry.value())
            tellRoom(entry.key(), account);
    }
}

void SeenNews::tellRoom(RoomId room, AccountId account)
{
    const Membership *membership = m_context.state.rooms.membership(room, account);
    const Account *reader = m_context.state.accounts.find(account);
    if (!membership || !reader || reader->hidesSeen)
        return;
    const QByteArray frame = encodeFrame(SeenMoved{ room, account, membership->readSeq });
    for (const AccountId member : m_context.state.rooms.membersOf(room)) {
        const Account *found = m_context.state.accounts.find(member);
        if (member != account && found && !found->hidesSeen)
            m_context.sendToFeature(member, features::Reading, frame);
    }
}

} // namespace salon::server
