// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/listings.h"
#include "client-console/room_view.h"
#include "client-console/screen.h"
#include "shared/base/console_language.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/workspace.h"

#include <QObject>
#include <functional>
#include <span>

namespace salon::console {

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

    Commands(Workspace &workspace, RoomView &view, Screen &screen, ConsoleLanguage &language);

    /// Runs "/name argument"; an unknown one is a problem and never a message.
    void run(const QString &line);
    /// All commands, in the language of now.
    [[nodiscard]] QList<CommandName> names() const;
    [[nodiscard]] static std::span<const Row> table();

    /// Opens a room by name ("Général", "#Général") or a person by "@username", joining it if one is not in it yet.
    void openRoom(const QString &name);

    /// A command waits for the server; what a script says next may depend on it (a room made, then its topic).
    [[nodiscard]] bool isBusy() const { return m_pending > 0; }

    /// Commands of another table that /help and completion name too.
    void setFurtherNames(std::function<QList<CommandName>()> names) { m_furtherNames = std::move(names); }

    /// What /accept-key would accept.
    void setPresentedKey(const QByteArray &pin) { m_presentedKey = pin; }

Q_SIGNALS:
    void quitRequested();
    /// Nothing is waited for any more.
    void settled();
    void languageChanged();
    /// A text to send, from /msg.
    void messageGiven(salon::RoomId room, const QString &text);
    /// A room or person was asked for, and the room of before is still the open one.
    void roomNotOpened();

private:
    void help(const QString &);
    void rooms(const QString &query);
    void join(const QString &name);
    void leave(const QString &);
    void create(const QString &name);
    void createPrivate(const QString &name);
    void invite(const QString &login);
    void rename(const QString &name);
    void topic(const QString &text);
    void message(const QString &argument);
    void who(const QString &);
    void older(const QString &);
    void read(const QString &);
    void nick(const QString &name);
    void away(const QString &status);
    void busy(const QString &status);
    void online(const QString &status);
    void outbox(const QString &);
    void retry(const QString &);
    void discard(const QString &);
    void invitation(const QString &);
    void claim(const QString &code);
    void acceptKey(const QString &);
    void language(const QString &code);
    void quit(const QString &);

    void answerTaken();
    void setPresence(PresenceState state, const QString &status);
    void openPerson(const QString &login, const QString &text);
    [[nodiscard]] RoomId roomNamed(const QString &name) const;
    [[nodiscard]] bool hasRoom();
    [[nodiscard]] bool needs(const QString &argument, const char *command);
    template <class T, class Done>
    void whenDone(const Answer<T> &answer, Done done);
    template <class T, class Done, class Failed>
    void whenDone(const Answer<T> &answer, Done done, Failed failed);
    /// Opens the room that the server answers with; then `text` goes there, if there is one.
    void openWhenDone(const Answer<RoomId> &answer, const QString &text = {});
    void whenDone(const Answer<> &answer, const QString &success);

    Workspace &m_workspace;
    RoomView &m_view;
    Screen &m_screen;
    ConsoleLanguage &m_language;
    Listings m_listings;
    int m_pending = 0;
    QByteArray m_presentedKey;
    std::function<QList<CommandName>()> m_furtherNames;
};

} // namespace salon::console
