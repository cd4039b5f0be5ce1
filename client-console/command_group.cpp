// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/command_group.h"

namespace salon::console {

CommandGroup::CommandGroup(const Parts &parts)
    : m_parts(parts)
{
}

RoomId CommandGroup::roomNamed(const QString &name) const
{
    const Rooms &rooms = workspace().rooms();
    if (name.startsWith(u'@')) {
        const Profile *person = workspace().people().findLogin(name.mid(1).toLower());
        return person ? rooms.directWith(person->id) : RoomId{};
    }
    const QString wanted = foldedForSearch(name.startsWith(u'#') ? name.mid(1) : name);
    const QList<RoomId> ids = rooms.ids();
    const auto found
        = std::ranges::find_if(ids, [&](RoomId room) { return foldedForSearch(rooms.displayName(room)) == wanted; });
    return found == ids.end() ? RoomId{} : *found;
}

QString CommandGroup::spelled(RoomId room) const
{
    const RoomSummary *summary = workspace().rooms().find(room);
    const bool isDirect = summary && summary->kind == RoomKind::Direct;
    return (isDirect ? u'@' : u'#') + Screen::safe(workspace().rooms().displayName(room));
}

void CommandGroup::refuse(const QString &why)
{
    screen().problem(why);
    Q_EMIT refused();
}

void CommandGroup::refuse(const Error &why)
{
    screen().problem(why);
    Q_EMIT refused();
}

void CommandGroup::refuseUsage(const QString &name, const QString &arguments)
{
    refuse(tr("Like this: /%1 %2").arg(name, arguments));
}

void CommandGroup::refuseWithoutRoom()
{
    refuse(tr("No room is open. /rooms lists them, /join opens one."));
}

} // namespace salon::console
