// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {

void Commands::rooms(const QString &query)
{
    m_answers.await(m_workspace.listRooms(query), [this](const RoomList &list) { m_listings.rooms(list); });
}

RoomId Commands::roomNamed(const QString &name) const
{
    const QString wanted = foldedForSearch(name.startsWith(u'#') ? name.mid(1) : name);
    for (const RoomId room : m_workspace.rooms().ids()) {
        if (foldedForSearch(m_workspace.rooms().displayName(room)) == wanted)
            return room;
    }
    return {};
}

void Commands::openWhenDone(const Answer<RoomId> &answer, const QString &text)
{
    const auto opens = [this, text](RoomId room) {
        if (room != m_view.room() || text.isEmpty())
            m_view.open(room);
        if (!text.isEmpty())
            Q_EMIT messageGiven(room, m_style.textOf(text), MessageOptions{ 0, m_style.format });
    };
    m_answers.await(answer, opens, [this] { Q_EMIT roomNotOpened(); });
}

void Commands::join(const QString &name)
{
    if (needs(name, "join"))
        openRoom(name);
}

void Commands::openRoom(const QString &name)
{
    if (name.startsWith(u'@')) {
        openPerson(name.mid(1), {});
        return;
    }
    if (const RoomId known = roomNamed(name); known.isValid()) {
        m_view.open(known);
        return;
    }
    const QString plain = name.startsWith(u'#') ? name.mid(1) : name;
    const auto joins = [this, plain](const RoomList &list) {
        const auto found = std::find_if(list.rooms.begin(), list.rooms.end(),
            [&](const RoomSummary &room) { return foldedForSearch(room.name) == foldedForSearch(plain); });
        if (found == list.rooms.end()) {
            m_screen.problem(
                tr("There is no room “%1” that you can join. /create makes one.").arg(Screen::safe(plain)));
            Q_EMIT roomNotOpened();
            return;
        }
        openWhenDone(m_workspace.joinRoom(found->id));
    };
    m_answers.await(m_workspace.listRooms(plain), joins, [this] { Q_EMIT roomNotOpened(); });
}

void Commands::leave(const QString &)
{
    if (!hasRoom())
        return;
    m_view.expectLeaving(m_view.room());
    m_answers.awaitOr(m_workspace.leaveRoom(m_view.room()), [this] { m_view.expectLeaving({}); });
}

void Commands::create(const QString &name)
{
    if (needs(name, "create"))
        openWhenDone(m_workspace.createRoom(RoomKind::Public, name));
}

void Commands::createPrivate(const QString &name)
{
    if (needs(name, "private"))
        openWhenDone(m_workspace.createRoom(RoomKind::Private, name));
}

void Commands::rename(const QString &name)
{
    if (hasRoom() && needs(name, "rename"))
        m_answers.await(m_workspace.renameRoom(m_view.room(), name), QString());
}

void Commands::topic(const QString &text)
{
    if (!hasRoom())
        return;
    if (!text.isEmpty()) {
        m_answers.await(m_workspace.setTopic(m_view.room(), text), QString());
        return;
    }
    const RoomSummary *room = m_workspace.rooms().find(m_view.room());
    m_screen.notice(room && !room->topic.isEmpty() ? room->topic : tr("This room has no topic yet."));
}

void Commands::who(const QString &)
{
    if (hasRoom())
        m_answers.await(
            m_workspace.listMembers(m_view.room()), [this](const MemberList &list) { m_listings.members(list); });
}

void Commands::older(const QString &)
{
    if (hasRoom())
        m_view.showOlder();
}

} // namespace salon::console
