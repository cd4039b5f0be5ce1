// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/commands.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/text/time_text.h"

#include <QDateTime>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
template <class T, class Done, class Failed>
void Commands::whenDone(const Answer<T> &answer, Done done, Failed failed)
{
    ++m_pending;
    whenReady(answer, this, [this, done = std::move(done), failed = std::move(failed)](const Result<T> &result) {
        if (result) {
            done(*result);
        } else {
            m_screen.problem(result.error());
            failed();
        }
        answerTaken();
    });
}

template <class T, class Done>
void Commands::whenDone(const Answer<T> &answer, Done done)
{
    whenDone(answer, std::move(done), [] {});
}

void Commands::openWhenDone(const Answer<RoomId> &answer, const QString &text)
{
    const auto opens = [this, text](RoomId room) {
        if (room != m_view.room() || text.isEmpty())
            m_view.open(room);
        if (!text.isEmpty())
            Q_EMIT messageGiven(room, text);
    };
    whenDone(answer, opens, [this] { Q_EMIT roomNotOpened(); });
}

void Commands::whenDone(const Answer<> &answer, const QString &success)
{
    ++m_pending;
    whenReady(answer, this, [this, success](const Result<> &result) {
        if (!result)
            m_screen.problem(result.error());
        else if (!success.isEmpty())
            m_screen.success(success);
        answerTaken();
    });
}

void Commands::answerTaken()
{
    if (--m_pending == 0)
        Q_EMIT settled();
}

Commands::Commands(Workspace &workspace, RoomView &view, Screen &screen, ConsoleLanguage &language)
    : m_workspace(workspace)
    , m_view(view)
    , m_screen(screen)
    , m_language(language)
    , m_listings(workspace, screen)
{
}

std::span<const Commands::Row> Commands::table()
{
    static constexpr std::array all{
        Row{ "help", "", QT_TR_NOOP("Shows the commands."), &Commands::help },
        Row{ "rooms", QT_TR_NOOP("[text]"), QT_TR_NOOP("Lists the rooms, or those whose name contains the text."),
            &Commands::rooms },
        Row{ "join", QT_TR_NOOP("room"),
            QT_TR_NOOP("Opens a room, joining it if needed. @username opens a direct one."), &Commands::join },
        Row{ "leave", "", QT_TR_NOOP("Leaves the open room."), &Commands::leave },
        Row{ "create", QT_TR_NOOP("name"), QT_TR_NOOP("Makes a public room."), &Commands::create },
        Row{ "private", QT_TR_NOOP("name"), QT_TR_NOOP("Makes a private room."), &Commands::createPrivate },
        Row{ "invite", QT_TR_NOOP("username"), QT_TR_NOOP("Adds somebody to the open room."), &Commands::invite },
        Row{ "rename", QT_TR_NOOP("name"), QT_TR_NOOP("Renames the open room."), &Commands::rename },
        Row{ "topic", QT_TR_NOOP("[text]"), QT_TR_NOOP("Shows or sets the topic of the open room."), &Commands::topic },
        Row{ "msg", QT_TR_NOOP("username text"), QT_TR_NOOP("Writes to one person."), &Commands::message },
        Row{ "who", "", QT_TR_NOOP("Lists the members of the open room."), &Commands::who },
        Row{ "older", "", QT_TR_NOOP("Shows earlier messages."), &Commands::older },
        Row{ "read", "", QT_TR_NOOP("Marks everything in the open room as read."), &Commands::read },
        Row{ "nick", QT_TR_NOOP("name"), QT_TR_NOOP("Changes the name that others see."), &Commands::nick },
        Row{ "away", QT_TR_NOOP("[status]"), QT_TR_NOOP("Says that you are away."), &Commands::away },
        Row{ "busy", QT_TR_NOOP("[status]"), QT_TR_NOOP("Says that you are busy."), &Commands::busy },
        Row{ "online", QT_TR_NOOP("[status]"), QT_TR_NOOP("Says that you are here."), &Commands::online },
        Row{ "outbox", "", QT_TR_NOOP("Shows what is not sent yet."), &Commands::outbox },
        Row{ "retry", "", QT_TR_NOOP("Retries what was refused."), &Commands::retry },
        Row{ "discard", "", QT_TR_NOOP("Discards what was refused."), &Commands::discard },
        Row{ "invitation", "", QT_TR_NOOP("Makes an invitation to this server."), &Commands::invitation },
        Row{ "claim", QT_TR_NOOP("code"), QT_TR_NOOP("Makes you the owner, with the code that the server printed."),
            &Commands::claim },
        Row{ "accept-key", "", QT_TR_NOOP("Accepts the new key of the server."), &Commands::acceptKey },
        Row{ "lang", QT_TR_NOOP("fr|en"), QT_TR_NOOP("Changes the language."), &Commands::language },
        Row{ "quit", "", QT_TR_NOOP("Ends the program. What is not sent stays in the outbox."), &Commands::quit },
    };
    return all;
}

void Commands::run(const QString &line)
{
    const qsizetype space = line.indexOf(u' ');
    const QString name = line.mid(1, space < 0 ? -1 : space - 1).toLower();
    const QString argument = space < 0 ? QString() : line.mid(space + 1).trimmed();
    const auto all = table();
    const auto row = std::find_if(
        all.begin(), all.end(), [&](const Row &candidate) { return name == QLatin1StringView(candidate.name); });
    if (row == all.end()) {
        m_screen.problem(tr("There is no command /%1. /help shows them all; // at the start sends a slash.").arg(name));
        return;
    }
    (this->*row->run)(argument);
}

QList<CommandName> Commands::names() const
{
    QList<CommandName> names;
    for (const Row &row : table())
        names.append({ QString::fromLatin1(row.name), *row.arguments ? tr(row.arguments) : QString(), tr(row.help) });
    if (m_furtherNames)
        names += m_furtherNames();
    return names;
}

bool Commands::hasRoom()
{
    if (!m_view.isOpen())
        m_screen.problem(tr("No room is open. /rooms lists them, /join opens one."));
    return m_view.isOpen();
}

bool Commands::needs(const QString &argument, const char *command)
{
    if (!argument.isEmpty())
        return true;
    for (const CommandName &name : names()) {
        if (name.name == QLatin1StringView(command))
            m_screen.problem(tr("Like this: /%1 %2").arg(name.name, name.arguments));
    }
    return false;
}

void Commands::help(const QString &)
{
    m_listings.commands(names());
}

void Commands::rooms(const QString &query)
{
    whenDone(m_workspace.listRooms(query), [this](const RoomList &list) { m_listings.rooms(list); });
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
    whenDone(m_workspace.listRooms(plain), joins, [this] { Q_EMIT roomNotOpened(); });
}

void Commands::leave(const QString &)
{
    if (!hasRoom())
        return;
    m_view.expectLeaving(m_view.room());
    ++m_pending;
    whenReady(m_workspace.leaveRoom(m_view.room()), this, [this](const Result<> &result) {
        if (!result) {
            m_screen.problem(result.error());
            m_view.expectLeaving({});
        }
        answerTaken();
    });
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

void Commands::invite(const QString &login)
{
    if (!hasRoom() || !needs(login, "invite"))
        return;
    const QString plain = login.startsWith(u'@') ? login.mid(1) : login;
    const RoomId room = m_view.room();
    whenDone(m_workspace.findPeople(plain), [this, plain, room](const PeopleList &list) {
        for (const Profile &person : list.people) {
            if (person.login == plain.toLower()) {
                whenDone(m_workspace.invite(room, person.id), tr("%1 is in the room now.").arg(person.displayName));
                return;
            }
        }
        m_screen.problem(tr("Nobody here has the username %1.").arg(Screen::safe(plain)));
    });
}

void Commands::rename(const QString &name)
{
    if (hasRoom() && needs(name, "rename"))
        whenDone(m_workspace.renameRoom(m_view.room(), name), QString());
}

void Commands::topic(const QString &text)
{
    if (!hasRoom())
        return;
    if (!text.isEmpty()) {
        whenDone(m_workspace.setTopic(m_view.room(), text), QString());
        return;
    }
    const RoomSummary *room = m_workspace.rooms().find(m_view.room());
    m_screen.notice(room && !room->topic.isEmpty() ? room->topic : tr("This room has no topic yet."));
}

void Commands::message(const QString &argument)
{
    const qsizetype space = argument.indexOf(u' ');
    if (space < 0) {
        (void)needs({}, "msg");
        return;
    }
    const QString login = argument.left(space);
    openPerson(login.startsWith(u'@') ? login.mid(1) : login, argument.mid(space + 1).trimmed());
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
    whenDone(m_workspace.findPeople(login), opens, [this] { Q_EMIT roomNotOpened(); });
}

void Commands::who(const QString &)
{
    if (hasRoom())
        whenDone(m_workspace.listMembers(m_view.room()), [this](const MemberList &list) { m_listings.members(list); });
}

void Commands::older(const QString &)
{
    if (hasRoom())
        m_view.showOlder();
}

void Commands::read(const QString &)
{
    if (hasRoom())
        m_workspace.markAllRead(m_view.room());
}

void Commands::nick(const QString &name)
{
    if (needs(name, "nick"))
        whenDone(m_workspace.setDisplayName(name), tr("Others see you as %1 now.").arg(name));
}

void Commands::setPresence(PresenceState state, const QString &status)
{
    whenDone(m_workspace.setPresence(state, status.isEmpty() ? std::nullopt : std::optional(status)),
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

void Commands::outbox(const QString &)
{
    m_listings.unsent();
}

void Commands::retry(const QString &)
{
    const auto entries = m_workspace.outbox().entries();
    for (const OutboxEntry &entry : entries) {
        if (entry.state == SendState::Failed || entry.isDelayed)
            m_workspace.retry(entry.cid);
    }
}

void Commands::discard(const QString &)
{
    const auto entries = m_workspace.outbox().entries();
    int discarded = 0;
    for (const OutboxEntry &entry : entries) {
        if (entry.state != SendState::Failed)
            continue;
        m_workspace.discard(entry.cid);
        ++discarded;
    }
    m_screen.notice(tr("%n message(s) discarded.", nullptr, discarded));
}

void Commands::invitation(const QString &)
{
    whenDone(m_workspace.createInvitation(), [this](const InvitationCreated &made) {
        m_screen.success(made.link.isEmpty() ? tr("Invitation code: %1").arg(made.code) : made.link);
        m_screen.notice(tr("Good for one person until %1.").arg(TimeText::full(made.expiresMs)));
    });
}

void Commands::claim(const QString &code)
{
    if (needs(code, "claim"))
        whenDone(m_workspace.claimOwnership(code), tr("You are the owner of this server now."));
}

void Commands::acceptKey(const QString &)
{
    if (m_workspace.session().lastError().code != ErrorCode::ServerKeyChanged || m_presentedKey.isEmpty()) {
        m_screen.notice(tr("The key of this server has not changed."));
        return;
    }
    m_workspace.session().acceptServerKey(std::exchange(m_presentedKey, {}));
}

void Commands::language(const QString &code)
{
    if (!ConsoleLanguage::isKnown(code)) {
        m_screen.problem(tr("This program speaks fr and en."));
        return;
    }
    m_language.speak(code);
    m_workspace.retranslate();
    m_screen.forgetDay();
    m_screen.success(tr("The program speaks English now."));
    Q_EMIT languageChanged();
}

void Commands::quit(const QString &)
{
    Q_EMIT quitRequested();
}

} // namespace salon::console
