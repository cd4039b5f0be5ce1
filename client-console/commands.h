// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/awaited_answers.h"
#include "client-console/command_group.h"
#include "client-console/conversation_commands.h"
#include "client-console/listings.h"
#include "client-console/room_view.h"
#include "client-console/screen.h"
#include "client-console/transfers.h"
#include "shared/base/console_language.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/workspace.h"

#include <QObject>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace salon::console {

class FileCommands;

/// The lines that begin with a slash. Each command is a row of one table: name, arguments, help and function.
class Commands : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        const char *name; ///< without the slash
        const char *arguments; ///< for people; marked for translation
        const char *help; ///< marked for translation
        void (Commands::*run)(const QString &argument);
    };

    /// What a command works on; all of it must outlive the commands.
    struct Parts
    {
        Workspace &workspace;
        RoomView &view;
        Screen &screen;
        ConsoleLanguage &language;
        Transfers &transfers;
        const WritingStyle &style;
        const EmojiCatalogue &emoji;
    };

    explicit Commands(const Parts &parts);
    ~Commands() override;

    /// Runs "/name argument"; an unknown one is a problem and never a message.
    void run(const QString &line);
    /// All commands, in the language of now.
    [[nodiscard]] QList<CommandName> names() const;
    [[nodiscard]] static std::span<const Row> table();

    /// Opens a room by name ("Général", "#Général") or a person by "@username", joining it if one is not in it yet.
    void openRoom(const QString &name);

    /// Sends what is at these paths as one message; settled() tells when the outbox has it, or refused() came.
    /// `replyTo`: the message that it answers; 0: none.
    void sendFiles(RoomId room, const QStringList &paths, const QString &caption, Seq replyTo);

    /// A command waits for the server; what a script says next may depend on it (a room made, then its topic).
    [[nodiscard]] bool isBusy() const { return !m_answers.isEmpty(); }

    /// Commands of another table that /help and completion name too.
    void setFurtherNames(std::function<QList<CommandName>()> names) { m_furtherNames = std::move(names); }

    /// What /accept-key would accept.
    void setPresentedKey(const QByteArray &pin) { m_presentedKey = pin; }

Q_SIGNALS:
    void quitRequested();
    /// Nothing is waited for any more.
    void settled();
    void languageChanged();
    /// A text to send.
    void messageGiven(salon::RoomId room, const QString &text, const salon::MessageOptions &options);
    /// A change of a message, or a message with files, that the outbox has now.
    void changeGiven(const salon::Cid &cid);
    /// Something that was to be sent will not be; the screen says why.
    void refused();
    /// A room or person was asked for, and the room of before is still the open one.
    void roomNotOpened();

private:
    void help(const QString &name);
    void invitation(const QString &);
    void claim(const QString &code);
    void acceptKey(const QString &);
    void language(const QString &code);
    void quit(const QString &);
    // commands_rooms.cpp
    void rooms(const QString &query);
    void join(const QString &name);
    void leave(const QString &);
    void create(const QString &name);
    void createPrivate(const QString &name);
    void rename(const QString &name);
    void topic(const QString &text);
    void who(const QString &);
    void older(const QString &);
    // commands_people.cpp
    void invite(const QString &login);
    void kick(const QString &login);
    void ban(const QString &login);
    void unban(const QString &login);
    void bans(const QString &);
    void message(const QString &argument);
    void nick(const QString &name);
    void away(const QString &status);
    void busy(const QString &status);
    void online(const QString &status);

    void setPresence(PresenceState state, const QString &status);
    void openPerson(const QString &login, const QString &text);
    void removePerson(const QString &login, bool bans);
    [[nodiscard]] static QString loginOf(const QString &typed);
    /// Finds who has this username on the server; nobody is a problem on the screen.
    void withPerson(const QString &typed, std::function<void(const Profile &person)> then);
    [[nodiscard]] RoomId roomNamed(const QString &name) const;
    [[nodiscard]] bool hasRoom();
    [[nodiscard]] bool needs(const QString &argument, const char *command);
    /// Opens the room that the server answers with; then `text` goes there, if there is one.
    void openWhenDone(const Answer<RoomId> &answer, const QString &text = {});

    Workspace &m_workspace;
    RoomView &m_view;
    Screen &m_screen;
    ConsoleLanguage &m_language;
    const WritingStyle &m_style;
    Listings m_listings;
    AwaitedAnswers m_answers;
    ConversationCommands m_conversation;
    FileCommands *m_files = nullptr; ///< one of the groups
    std::vector<std::unique_ptr<CommandGroup>> m_groups;
    QByteArray m_presentedKey;
    std::function<QList<CommandName>()> m_furtherNames;
};

} // namespace salon::console
