// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/outgoing_file.h"
#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/message_lists.h"

#include <QObject>

namespace salon {

class History;
class Outbox;
class Rooms;
class SavedMessages;
class Session;

/// What a person does with messages, and asks the server about them. What returns a cid goes through the outbox and
/// works offline; texts are checked first, with the same error codes as the server's. The rest fails with
/// ConnectionLost while offline.
class MessageCommands : public QObject
{
    Q_OBJECT
public:
    MessageCommands(Session &session, Outbox &outbox, History &history, const Rooms &rooms, SavedMessages &saved,
        QObject *parent = nullptr);

    /// Errors: NotAMember, and those of checkMessageText().
    Result<Cid> send(RoomId room, const QString &text, Seq replyTo, TextFormat format);
    /// A message with files, which are checked (file_checks.h); `caption` may be empty.
    Result<Cid> sendFiles(RoomId room, const QString &caption, Seq replyTo, TextFormat format,
        const QList<OutgoingFile> &files, const QString &folder);
    /// `hasFiles`: of the message, which may be left without a text then. Errors: also MessageUnknown, for what is not
    /// stored.
    Result<Cid> edit(RoomId room, Seq target, const QString &text, TextFormat format, bool hasFiles = false);
    Result<Cid> remove(RoomId room, Seq target);
    /// Error: also InvalidEmoji, where it cannot be one.
    Result<Cid> react(RoomId room, Seq target, const QString &emoji, bool on);
    Result<Cid> pin(RoomId room, Seq target, bool on);

    Answer<> save(RoomId room, Seq seq, bool on);
    Answer<QList<Revision>> revisions(RoomId room, Seq seq);
    Answer<QList<ReactionPeople>> reactionPeople(RoomId room, Seq seq);
    Answer<MessageList> list(MessageListKind kind, RoomId room, quint64 before);
    /// In its present form, from the mirror or else the server. MessageUnknown: there is none for this reader.
    Answer<RoomEvent> fetch(RoomId room, Seq seq);

private:
    Result<Cid> queueChange(RoomId room, EventKind kind, Seq target, const QString &emoji = {});

    Session &m_session;
    Outbox &m_outbox;
    History &m_history;
    const Rooms &m_rooms;
    SavedMessages &m_saved;
};

} // namespace salon
