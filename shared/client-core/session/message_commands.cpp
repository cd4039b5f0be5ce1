// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/message_commands.h"

#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/ask.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"

namespace salon {
namespace {

constexpr qsizetype MaxEmojiBytes = 64;

} // namespace

MessageCommands::MessageCommands(
    Session &session, Outbox &outbox, History &history, const Rooms &rooms, SavedMessages &saved, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_outbox(outbox)
    , m_history(history)
    , m_rooms(rooms)
    , m_saved(saved)
{
}

// --- Through the outbox

Result<Cid> MessageCommands::send(RoomId room, const QString &text, Seq replyTo, TextFormat format)
{
    const Result<QString> checked = checkMessageText(text);
    if (!checked)
        return tl::unexpected(checked.error());
    if (!m_rooms.find(room))
        return fail(ErrorCode::NotAMember);
    return m_outbox.queue(Outgoing{ room, EventKind::Message, *checked, std::max(replyTo, Seq(0)), format, {} });
}

Result<Cid> MessageCommands::sendFiles(RoomId room, const QString &caption, Seq replyTo, TextFormat format,
    const QList<OutgoingFile> &files, const QString &folder)
{
    QString text;
    if (!caption.trimmed().isEmpty()) {
        const Result<QString> checked = checkMessageText(caption);
        if (!checked)
            return tl::unexpected(checked.error());
        text = *checked;
    }
    if (!m_rooms.find(room))
        return fail(ErrorCode::NotAMember);
    return m_outbox.queue(
        Outgoing{ room, EventKind::Message, text, std::max(replyTo, Seq(0)), format, {}, files, folder });
}

Result<Cid> MessageCommands::edit(RoomId room, Seq target, const QString &text, TextFormat format, bool hasFiles)
{
    const bool isBare = hasFiles && text.trimmed().isEmpty();
    const Result<QString> checked = isBare ? QString() : checkMessageText(text);
    if (!checked)
        return tl::unexpected(checked.error());
    if (!m_rooms.find(room))
        return fail(ErrorCode::NotAMember);
    if (target <= 0)
        return fail(ErrorCode::MessageUnknown);
    return m_outbox.queue(Outgoing{ room, EventKind::Edited, *checked, target, format, {} });
}

Result<Cid> MessageCommands::remove(RoomId room, Seq target)
{
    return queueChange(room, EventKind::Deleted, target);
}

Result<Cid> MessageCommands::react(RoomId room, Seq target, const QString &emoji, bool on)
{
    if (emoji.isEmpty() || emoji.toUtf8().size() > MaxEmojiBytes)
        return fail(ErrorCode::InvalidEmoji);
    return queueChange(room, on ? EventKind::Reacted : EventKind::Unreacted, target, emoji);
}

Result<Cid> MessageCommands::pin(RoomId room, Seq target, bool on)
{
    return queueChange(room, on ? EventKind::Pinned : EventKind::Unpinned, target);
}

Result<Cid> MessageCommands::queueChange(RoomId room, EventKind kind, Seq target, const QString &emoji)
{
    if (!m_rooms.find(room))
        return fail(ErrorCode::NotAMember);
    if (target <= 0)
        return fail(ErrorCode::MessageUnknown);
    return m_outbox.queue(Outgoing{ room, kind, {}, target, TextFormat::Plain, emoji });
}

// --- Asked of the server

Answer<> MessageCommands::save(RoomId room, Seq seq, bool on)
{
    return ask<void, Done>(m_session, this, SaveMessage{ room, seq, on },
        [this, room, seq, on](const Done &) { m_saved.set(room, seq, on); });
}

Answer<QList<Revision>> MessageCommands::revisions(RoomId room, Seq seq)
{
    return ask<QList<Revision>, RevisionList>(
        m_session, this, ListRevisions{ room, seq }, [](const RevisionList &list) { return list.revisions; });
}

Answer<QList<ReactionPeople>> MessageCommands::reactionPeople(RoomId room, Seq seq)
{
    return ask<QList<ReactionPeople>, ReactionList>(
        m_session, this, ListReactions{ room, seq }, [](const ReactionList &list) { return list.reactions; });
}

Answer<MessageList> MessageCommands::list(MessageListKind kind, RoomId room, quint64 before)
{
    return ask<MessageList, MessageList>(
        m_session, this, ListMessages{ kind, room, before, 0 }, [this, kind](const MessageList &list) {
            for (const ListedMessage &message : list.messages) {
                if (kind == MessageListKind::Saved)
                    m_saved.learn(message.event.room, message.event.seq);
            }
            return list;
        });
}

Answer<RoomEvent> MessageCommands::fetch(RoomId room, Seq seq)
{
    if (!m_rooms.find(room))
        return failedAnswer<RoomEvent>({ ErrorCode::NotAMember });
    if (seq <= 0 || seq > m_history.last(room))
        return failedAnswer<RoomEvent>({ ErrorCode::MessageUnknown });
    const auto promise = std::make_shared<QPromise<Result<RoomEvent>>>();
    promise->start();
    whenReady(m_history.before(room, seq + 1, 1), this, [promise, room, seq](const Result<HistorySlice> &slice) {
        Result<RoomEvent> found = fail(ErrorCode::MessageUnknown);
        if (!slice)
            found = tl::unexpected(slice.error());
        else if (!slice->events.isEmpty() && slice->events.last().seq == seq && slice->events.last().room == room)
            found = slice->events.last();
        promise->addResult(std::move(found));
        promise->finish();
    });
    return promise->future();
}

} // namespace salon
