// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/composer/slash_commands.h"
#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "shared/client-core/session/answer.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace salon {

class SettingsStore;
class Workspace;

/// Does what the commands of the composer say, except those that are messages (/me, /shrug). Each run() is followed by
/// one done() or failed(), at once or when the server has answered.
class CommandRunner : public QObject
{
    Q_OBJECT

public:
    explicit CommandRunner(SettingsStore &settings, QObject *parent = nullptr);

    /// Null: no server. What was asked of the one before is forgotten.
    void setWorkspace(Workspace *workspace);
    void run(RoomId room, SlashCommand command, const QString &argument);
    /// An answer is waited for.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// `note`: what to tell the person about it; may be empty.
    void done(const QString &note);
    void failed(const QString &words);
    /// Show this room.
    void roomWanted(salon::RoomId room);
    /// The person wants to leave it: ask, and do it.
    void leaveWanted(salon::RoomId room);
    void helpWanted();

private:
    using Note = std::function<QString()>;

    void msg(const QString &argument);
    void join(const QString &name);
    void topic(const QString &text);
    void nick(const QString &name);
    void invite(const QString &login);
    void mute();
    void setPresence(bool isAway, const QString &status);

    void joinListed(const QString &name);
    void openDirect(AccountId person, const QString &text);
    void writeTo(RoomId room, const QString &text);
    /// Calls `then` with the person, or fails.
    void withPerson(const QString &login, std::function<void(AccountId)> then);
    void removePerson(const QString &login, bool ban);
    template <class T, class Done>
    void whenDone(const Answer<T> &answer, Done done);
    void finish(const Answer<> &answer, Note note = {});
    void succeed(const QString &note = {});
    void fail(const QString &words);

    SettingsStore &m_settings;
    QPointer<Workspace> m_workspace;
    RoomId m_room; ///< of the command that runs
    bool m_isBusy = false;
    int m_generation = 0; ///< answers of an earlier one are dropped
};

} // namespace salon
