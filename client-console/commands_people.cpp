// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/commands.h"

#include "shared/client-core/text/people_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::console {

QString Commands::loginOf(const QString &typed)
{
    return (typed.startsWith(u'@') ? typed.mid(1) : typed).toLower();
}

void Commands::withPerson(const QString &typed, std::function<void(const Profile &person)> then)
{
    const QString login = loginOf(typed);
    m_answers.await(m_workspace.findPeople(login), [this, login, then = std::move(then)](const PeopleList &list) {
        const auto person = std::ranges::find(list.people, login, &Profile::login);
        if (person == list.people.end())
            m_screen.problem(tr("Nobody here has the username %1.").arg(Screen::safe(login)));
        else
            then(*person);
    });
}

void Commands::invite(const QString &login)
{
    if (!hasRoom() || !needs(login, "invite"))
        return;
    withPerson(login, [this, room = m_view.room()](const Profile &person) {
        m_answers.await(m_workspace.invite(room, person.id), tr("%1 is in the room now.").arg(person.displayName));
    });
}

void Commands::kick(const QString &login)
{
    if (hasRoom() && needs(login, "kick"))
        removePerson(login, false);
}

void Commands::ban(const QString &login)
{
    if (hasRoom() && needs(login, "ban"))
        removePerson(login, true);
}

void Commands::removePerson(const QString &login, bool bans)
{
    withPerson(login, [this, room = m_view.room(), bans](const Profile &person) {
        // The room's log says that it is done.
        m_answers.await(m_workspace.removeFromRoom(room, person.id, bans), QString());
    });
}

void Commands::unban(const QString &login)
{
    if (!hasRoom() || !needs(login, "unban"))
        return;
    withPerson(login, [this, room = m_view.room()](const Profile &person) {
        m_answers.await(m_workspace.liftBan(room, person.id), QString());
    });
}

void Commands::bans(const QString &)
{
    if (hasRoom())
        m_answers.await(
            m_workspace.listBans(m_view.room()), [this](const QList<Profile> &people) { m_listings.bans(people); });
}

void Commands::message(const QString &argument)
{
    const qsizetype space = argument.indexOf(u' ');
    if (space < 0) {
        (void)needs({}, "msg");
        return;
    }
    openPerson(loginOf(argument.left(space)), argument.mid(space + 1).trimmed());
}

void Commands::openPerson(const QString &login, const QString &text)
{
    const auto opens = [this, login, text](const PeopleList &list) {
        const auto person = std::find_if(list.people.begin(), list.people.end(),
            [&](const Profile &profile) { return profile.login == login.toLower(); });
        if (person == list.people.end()) {
            m_screen.problem(tr("Nobody here has the username %1.").arg(Screen::safe(login)));
            Q_EMIT roomNotOpened();
            return;
        }
        openWhenDone(m_workspace.openDirect({ person->id }), text);
    };
    m_answers.await(m_workspace.findPeople(login), opens, [this] { Q_EMIT roomNotOpened(); });
}

void Commands::nick(const QString &name)
{
    if (needs(name, "nick"))
        m_answers.await(m_workspace.setDisplayName(name), tr("Others see you as %1 now.").arg(name));
}

void Commands::setPresence(PresenceState state, const QString &status)
{
    m_answers.await(m_workspace.setPresence(state, status.isEmpty() ? std::nullopt : std::optional(status)),
        PeopleText::presence(state));
}

void Commands::away(const QString &status)
{
    setPresence(PresenceState::Away, status);
}

void Commands::busy(const QString &status)
{
    setPresence(PresenceState::Busy, status);
}

void Commands::online(const QString &status)
{
    setPresence(PresenceState::Online, status);
}

} // namespace salon::console
