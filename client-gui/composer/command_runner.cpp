// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/command_runner.h"

#include "client-gui/rooms/muted_rooms.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

/// "@Marie " → "marie"
QString loginIn(const QString &typed)
{
    const QString name = typed.trimmed();
    return (name.startsWith(u'@') ? name.mid(1) : name).toLower();
}

bool isCalled(const QString &name, const QString &wanted)
{
    return foldedForSearch(name) == foldedForSearch(wanted);
}

bool needsArgument(SlashCommand command)
{
    switch (command) {
    case SlashCommand::Msg:
    case SlashCommand::Join:
    case SlashCommand::Nick:
    case SlashCommand::Invite:
    case SlashCommand::Kick:
    case SlashCommand::Ban:
        return true;
    default:
        return false;
    }
}

} // namespace

CommandRunner::CommandRunner(SettingsStore &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void CommandRunner::setWorkspace(Workspace *workspace)
{
    m_workspace = workspace;
    m_isBusy = false;
    ++m_generation;
}

void CommandRunner::run(RoomId room, SlashCommand command, const QString &argument)
{
    if (!m_workspace || m_isBusy)
        return;
    m_room = room;
    m_isBusy = true;
    if (needsArgument(command) && argument.isEmpty()) {
        //: %1 is "/invite @username"
        fail(tr("Something is missing: %1").arg(SlashCommands::usage(command)));
        return;
    }
    switch (command) {
    case SlashCommand::Msg:
        return msg(argument);
    case SlashCommand::Join:
        return join(argument);
    case SlashCommand::Leave:
        succeed();
        Q_EMIT leaveWanted(room);
        return;
    case SlashCommand::Topic:
        return topic(argument);
    case SlashCommand::Nick:
        return nick(argument);
    case SlashCommand::Invite:
        return invite(argument);
    case SlashCommand::Kick:
        return removePerson(argument, false);
    case SlashCommand::Ban:
        return removePerson(argument, true);
    case SlashCommand::Mute:
        return mute();
    case SlashCommand::Away:
        return setPresence(true, argument);
    case SlashCommand::Online:
        return setPresence(false, argument);
    case SlashCommand::Help:
        succeed();
        Q_EMIT helpWanted();
        return;
    case SlashCommand::Me:
    case SlashCommand::Shrug:
        break;
    }
    fail({});
}

template <class T, class Done>
void CommandRunner::whenDone(const Answer<T> &answer, Done done)
{
    whenReady(answer, this, [this, generation = m_generation, done = std::move(done)](const Result<T> &result) {
        if (generation != m_generation)
            return;
        if (result)
            done(*result);
        else
            fail(ErrorText::of(result.error()));
    });
}

void CommandRunner::finish(const Answer<> &answer, Note note)
{
    whenReady(answer, this, [this, generation = m_generation, note = std::move(note)](const Result<> &result) {
        if (generation != m_generation)
            return;
        if (result)
            succeed(note ? note() : QString());
        else
            fail(ErrorText::of(result.error()));
    });
}

void CommandRunner::succeed(const QString &note)
{
    m_isBusy = false;
    Q_EMIT done(note);
}

void CommandRunner::fail(const QString &words)
{
    m_isBusy = false;
    Q_EMIT failed(words);
}

void CommandRunner::withPerson(const QString &typed, std::function<void(AccountId)> then)
{
    const QString login = loginIn(typed);
    if (const Profile *known = m_workspace->people().findLogin(login)) {
        then(known->id);
        return;
    }
    whenDone(m_workspace->findPeople(login), [this, login, then = std::move(then)](const PeopleList &list) {
        const auto person = std::ranges::find(list.people, login, &Profile::login);
        if (person != list.people.end())
            then(person->id);
        else
            fail(tr("Nobody here has the username %1.").arg(login));
    });
}

void CommandRunner::msg(const QString &argument)
{
    const auto end = std::ranges::find_if(argument, [](QChar c) { return c.isSpace(); });
    const QString text = argument.mid(end - argument.begin()).trimmed();
    if (text.isEmpty()) {
        fail(tr("Something is missing: %1").arg(SlashCommands::usage(SlashCommand::Msg)));
        return;
    }
    withPerson(argument.left(end - argument.begin()), [this, text](AccountId person) { openDirect(person, text); });
}

void CommandRunner::openDirect(AccountId person, const QString &text)
{
    if (const RoomId direct = m_workspace->rooms().directWith(person); direct.isValid())
        writeTo(direct, text);
    else
        whenDone(m_workspace->openDirect({ person }), [this, text](RoomId opened) { writeTo(opened, text); });
}

void CommandRunner::writeTo(RoomId room, const QString &text)
{
    if (!text.isEmpty()) {
        const TextFormat format = m_settings.current().writesMarkdown ? TextFormat::Markdown : TextFormat::Plain;
        if (const Result<Cid> sent = m_workspace->sendText(room, text, { 0, format }); !sent) {
            fail(ErrorText::of(sent.error()));
            return;
        }
    }
    succeed();
    Q_EMIT roomWanted(room);
}

void CommandRunner::join(const QString &typed)
{
    if (typed.startsWith(u'@')) {
        withPerson(typed, [this](AccountId person) { openDirect(person, {}); });
        return;
    }
    const QString name = typed.startsWith(u'#') ? typed.mid(1).trimmed() : typed;
    const Rooms &rooms = m_workspace->rooms();
    const QList<RoomId> ids = rooms.ids();
    const auto known = std::ranges::find_if(ids, [&](RoomId id) { return isCalled(rooms.displayName(id), name); });
    if (known != ids.end()) {
        succeed();
        Q_EMIT roomWanted(*known);
        return;
    }
    joinListed(name);
}

void CommandRunner::joinListed(const QString &name)
{
    whenDone(m_workspace->listRooms(name), [this, name](const RoomList &list) {
        const auto listed
            = std::ranges::find_if(list.rooms, [&](const auto &room) { return isCalled(room.name, name); });
        if (listed == list.rooms.end()) {
            fail(tr("There is no public room “%1”.").arg(name));
            return;
        }
        whenDone(m_workspace->joinRoom(listed->id), [this](RoomId joined) {
            succeed();
            Q_EMIT roomWanted(joined);
        });
    });
}

void CommandRunner::topic(const QString &text)
{
    if (!text.isEmpty()) {
        finish(m_workspace->setTopic(m_room, text));
        return;
    }
    const RoomSummary *room = m_workspace->rooms().find(m_room);
    succeed(room && !room->topic.isEmpty() ? tr("Topic: %1").arg(room->topic) : tr("This room has no topic yet."));
}

void CommandRunner::nick(const QString &name)
{
    finish(m_workspace->setDisplayName(name), [name] { return tr("Others see you as %1 now.").arg(name); });
}

void CommandRunner::invite(const QString &login)
{
    withPerson(login, [this](AccountId person) {
        finish(m_workspace->invite(m_room, person),
            [this, person] { return tr("%1 is in the room now.").arg(m_workspace->people().nameOf(person)); });
    });
}

void CommandRunner::removePerson(const QString &login, bool ban)
{
    withPerson(login, [this, ban](AccountId person) { finish(m_workspace->removeFromRoom(m_room, person, ban)); });
}

void CommandRunner::mute()
{
    MutedRooms muted(m_settings);
    const bool isMuted = !muted.contains(*m_workspace, m_room);
    muted.set(*m_workspace, m_room, isMuted);
    succeed(isMuted ? tr("This room is silent now. /mute ends that.") : tr("This room notifies you again."));
}

void CommandRunner::setPresence(bool isAway, const QString &status)
{
    finish(m_workspace->setPresence(isAway ? PresenceState::Away : PresenceState::Online,
               status.isEmpty() ? std::nullopt : std::optional(status)),
        [isAway] { return isAway ? tr("Others see you as away.") : tr("Others see that you are here."); });
}

} // namespace salon
