// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/awaited_answers.h"
#include "client-console/room_view.h"
#include "client-console/screen.h"
#include "client-console/writing_style.h"
#include "shared/client-core/text/completion.h"
#include "shared/client-core/workspace.h"
#include "shared/markup/emoji/emoji_catalogue.h"

#include <QObject>
#include <span>

namespace salon::console {

/// What one does with messages of the open room, which are named by their numbers: /reply, /edit, /react, /pin … Each
/// command is a row of one table.
class ConversationCommands : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        const char *name; ///< without the slash
        const char *arguments; ///< for people; marked for translation
        const char *help; ///< marked for translation
        void (ConversationCommands::*run)(const QString &argument);
    };

    ConversationCommands(Workspace &workspace, RoomView &view, Screen &screen, AwaitedAnswers &answers,
        const WritingStyle &style, const EmojiCatalogue &emoji);

    /// Runs the command of this name; false if it is none of these.
    bool run(const QString &name, const QString &argument);
    [[nodiscard]] QList<CommandName> names() const;
    [[nodiscard]] static std::span<const Row> table();

    /// "57 text" or "#57 text": takes the number away, with the space after it. 0, and nothing happens, without one.
    [[nodiscard]] static Seq takeNumber(QString &argument);

Q_SIGNALS:
    /// A text to send.
    void messageGiven(salon::RoomId room, const QString &text, const salon::MessageOptions &options);
    /// A change that the outbox has now.
    void changeGiven(const salon::Cid &cid);
    /// What was asked for will not be done; the screen says why.
    void refused();

private:
    // conversation_commands.cpp
    void act(const QString &text);
    void shrug(const QString &text);
    void reply(const QString &argument);
    void edit(const QString &argument);
    void remove(const QString &argument);
    void react(const QString &argument);
    void takeBack(const QString &argument);
    void pin(const QString &argument);
    void unpin(const QString &argument);
    void forward(const QString &argument);
    // conversation_lists.cpp
    void pins(const QString &);
    void save(const QString &argument);
    void unsave(const QString &argument);
    void saved(const QString &);
    void mentions(const QString &);
    void whoReacted(const QString &argument);
    void history(const QString &argument);
    void reveal(const QString &argument);
    void link(const QString &argument);

    void editNewest(RoomId room, const QString &text);
    void editAfterSending();
    /// An edit is read as what it replaces was; what is not shown here is read as new messages are.
    [[nodiscard]] TextFormat formatOfEdit(Seq seq) const;
    /// A message of this room is on its way, so that "the newest" is not known yet.
    [[nodiscard]] bool isSending(RoomId room) const;
    void setPinned(const QString &argument, const char *command, bool on);
    void setSaved(const QString &argument, const char *command, bool on);
    void showList(MessageListKind kind, const QString &nothing);
    void forwardTo(RoomId target, const RoomEvent &message);
    [[nodiscard]] RoomId roomNamed(const QString &name) const;
    void give(const Result<Cid> &change);
    void refuse(const QString &why);
    void showUsage(const char *command);
    /// The number at the beginning of the argument, in an open room. 0: the person was told.
    [[nodiscard]] Seq numberIn(QString &argument, const char *command);
    /// One may do this with the message, as far as it is known; else the person was told.
    [[nodiscard]] bool may(Seq seq, bool MessageRights::*right, const QString &refusal);
    [[nodiscard]] bool serverCan();

    struct WaitingEdit
    {
        RoomId room{};
        QString text{};
    };

    Workspace &m_workspace;
    RoomView &m_view;
    Screen &m_screen;
    AwaitedAnswers &m_answers;
    const WritingStyle &m_style;
    const EmojiCatalogue &m_emoji;
    QHash<RoomId, Seq> m_newestStored; ///< what this program sent, told before its event comes
    QList<WaitingEdit> m_waitingEdits;
};

} // namespace salon::console
