// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/listings.h"

#include "shared/client-core/text/people_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {

Listings::Listings(const Workspace &workspace, Screen &screen)
    : m_workspace(workspace)
    , m_screen(screen)
{
}

void Listings::commandTable(const QList<CommandName> &all, Screen &screen)
{
    qsizetype width = 0;
    for (const CommandName &command : all)
        width = std::max(width, command.name.size() + command.arguments.size() + 2);
    for (const CommandName &command : all) {
        const QString usage = (u'/' + command.name + u' ' + command.arguments).leftJustified(width + 1);
        screen.raw(u"  "_s + screen.ansi().styled(Ansi::Style::Accent, usage) + command.description);
    }
}

void Listings::commands(const QList<CommandName> &all)
{
    commandTable(all, m_screen);
    m_screen.notice(tr("Tab completes @people, #rooms, :emoji: and /commands. Everything else you type is a message."));
}

void Listings::rooms(const RoomList &list)
{
    if (list.rooms.isEmpty())
        m_screen.notice(tr("No room found."));
    for (const RoomSummary &room : list.rooms)
        m_screen.raw(roomLine(room));
    if (list.more)
        m_screen.notice(tr("There are more: /rooms with a part of the name."));
}

QString Listings::whatCalls(const RoomSummary &room) const
{
    if (!room.member || m_workspace.callsAttention(room.id, false))
        return {};
    return m_workspace.callsAttention(room.id, true) ? tr("mentions only") : tr("muted");
}

QString Listings::roomLine(const RoomSummary &room) const
{
    const Ansi &ansi = m_screen.ansi();
    const bool isDirect = room.kind == RoomKind::Direct;
    const QString name = isDirect ? m_workspace.rooms().displayName(room.id) : room.name;
    QString line = (isDirect ? u"  @"_s : u"  #"_s)
        + ansi.styled(room.member ? Ansi::Style::Bold : Ansi::Style::Plain, Screen::safe(name));
    line += ansi.styled(Ansi::Style::Muted, u" · "_s + PeopleText::members(int(room.memberCount)));
    if (room.kind == RoomKind::Private)
        line += ansi.styled(Ansi::Style::Muted, u" · "_s + tr("private"));
    if (!room.member)
        line += ansi.styled(Ansi::Style::Muted, u" · "_s + tr("not joined"));
    if (const QString calls = whatCalls(room); !calls.isEmpty())
        line += ansi.styled(Ansi::Style::Muted, u" · "_s + calls);
    if (room.unread > 0)
        line += ansi.styled(Ansi::Style::Warning, u" · "_s + tr("%n unread", nullptr, int(room.unread)));
    if (!room.topic.isEmpty())
        line += ansi.styled(Ansi::Style::Muted, u" · "_s + Screen::safe(room.topic));
    return line;
}

void Listings::members(const MemberList &list)
{
    m_screen.notice(PeopleText::members(int(list.total)));
    for (const MemberEntry &member : list.members)
        m_screen.raw(memberLine(member));
    if (quint32(list.members.size()) < list.total)
        m_screen.notice(tr("%n more member(s).", nullptr, int(list.total) - int(list.members.size())));
}

QString Listings::memberLine(const MemberEntry &member) const
{
    const Profile &person = member.profile;
    const QString sign = person.presence != PresenceState::Offline ? u"  ● "_s : u"  ○ "_s;
    QString detail = u" @"_s + Screen::safe(person.login) + u" · "_s + PeopleText::presence(person.presence);
    if (!person.statusText.isEmpty())
        detail += u" · "_s + Screen::safe(person.statusText);
    if (member.role > Role::Member)
        detail += u" · "_s + PeopleText::role(member.role);
    return sign + m_screen.name(person.id, person.displayName) + m_screen.ansi().styled(Ansi::Style::Muted, detail);
}

void Listings::bans(const QList<Profile> &people)
{
    if (people.isEmpty())
        m_screen.notice(tr("Nobody is banned from this room."));
    for (const Profile &person : people)
        m_screen.raw(u"  "_s + m_screen.name(person.id, person.displayName)
            + m_screen.ansi().styled(Ansi::Style::Muted, u" @"_s + Screen::safe(person.login)));
}

} // namespace salon::console
