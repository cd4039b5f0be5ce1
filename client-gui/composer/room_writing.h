// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/client-core/text/completion.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace salon {

class CommandRunner;
class Composer;
class EmojiCatalogue;
struct SlashLine;
class SettingsStore;
class Theme;
class TimelineModel;
class Workspace;

/// What is written in the open room: sends it, runs commands, answers and changes messages, completes, and keeps the
/// drafts of the room, one of a new message and one of an edit. The composer, the emoji and the settings outlive it.
class RoomWriting : public QObject
{
    Q_OBJECT

public:
    RoomWriting(
        Theme &theme, Composer &composer, const EmojiCatalogue &emoji, SettingsStore &settings, QObject *parent);
    ~RoomWriting() override;

    /// Null: no server.
    void setWorkspace(Workspace *workspace);
    /// Keeps what is being written and shows the drafts of this room. Invalid: none.
    void openRoom(RoomId room);
    /// The messages that are on the screen, of the open room; null: none.
    void setTimeline(TimelineModel *timeline) { m_timeline = timeline; }
    /// Writes the drafts down now.
    void keepDrafts();

    /// The next text answers this message of the open room.
    void reply(Seq seq);
    /// Changes this message of one's own.
    void edit(Seq seq);
    /// Puts an unsent message back into the composer, before what stands there.
    void editAgain(const Cid &cid);
    /// Deletes a message, after a question.
    void askToDelete(Seq seq);
    void showHelp();

Q_SIGNALS:
    /// Something left for the outbox.
    void sent();
    void roomWanted(salon::RoomId room);
    /// The person wants to leave it: ask, and do it.
    void leaveWanted(salon::RoomId room);
    /// Show this message of the open room.
    void messageWanted(salon::Seq seq);

private:
    void connectComposer();
    [[nodiscard]] Completion complete(const QString &text, qsizetype cursor) const;
    void textEdited();
    void submit(const QString &typed);
    void leaveEmpty(Seq seq);
    void submitEdit(const QString &typed);
    void runCommand(const SlashLine &line, const QString &typed);
    void commandDone(const QString &note);
    void send(const QString &text, TextFormat format);
    void taken();
    void editLast();
    void stepReply(int step);
    void showDrafts();
    /// Tells the composer whom and what it is about, as soon as that is known.
    void describe(Seq seq);
    void beginEdit(Seq seq, const QString &text, TextFormat format);
    [[nodiscard]] int rowOf(Seq seq) const;

    Theme &m_theme;
    Composer &m_composer;
    const EmojiCatalogue &m_emoji;
    SettingsStore &m_settings;
    CommandRunner *m_commands;
    QPointer<Workspace> m_workspace;
    QPointer<TimelineModel> m_timeline;
    RoomId m_room;
    QTimer m_draftTimer;
    bool m_isDirty = false;
    RoomId m_commandRoom; ///< where the command that runs was typed
    QString m_command; ///< … as typed
};

} // namespace salon
