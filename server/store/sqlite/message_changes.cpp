// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/message_changes.h"

#include "server/store/sqlite/event_rows.h"
#include "server/store/store.h"

#include <algorithm>

namespace salon::server {
namespace {

bool suits(EventKind change, EventKind target)
{
    const bool isForAnnouncements = change == EventKind::Reacted || change == EventKind::Unreacted
        || change == EventKind::Pinned || change == EventKind::Unpinned;
    return target == EventKind::Message || (isForAnnouncements && target == EventKind::Announcement);
}

/// Whom the text still reaches: an edit calls nobody anew.
MessageCalls afterEdit(const MessageCalls &before, const Event &edit)
{
    MessageCalls after{ before.author, before.mentions, edit.call == Call::Nobody ? Call::Nobody : before.call };
    // While it calls those who were here, they cannot be told from those whom it named.
    if (after.call != Call::Here)
        after.mentions.removeIf([&edit](AccountId account) { return !edit.mentions.contains(account); });
    return after;
}

} // namespace

MessageChanges::MessageChanges(SqliteConnection &connection)
    : m_rows(connection)
    , m_reactions(connection)
{
}

Result<ChangeTarget> MessageChanges::check(const MessageDraft &draft)
{
    const Event &event = draft.event;
    auto target = event.target < draft.floor ? std::nullopt : m_rows.target(event.room, event.target);
    if (!target || !suits(event.kind, target->kind))
        return fail(ErrorCode::MessageUnknown);
    if (event.kind == EventKind::Message)
        return *target;
    const bool isOwn = target->calls.author == event.author;
    if ((event.kind == EventKind::Edited && !isOwn)
        || (event.kind == EventKind::Deleted && !isOwn && !draft.mayDeleteAny))
        return fail(ErrorCode::NotPermitted);
    if (target->deleted)
        return fail(event.kind == EventKind::Deleted ? ErrorCode::NothingToChange : ErrorCode::MessageGone);
    Result<> allowed;
    if (event.kind == EventKind::Edited)
        allowed = checkEdit(event, *target);
    else if (event.kind == EventKind::Reacted || event.kind == EventKind::Unreacted)
        allowed = checkReaction(event);
    else if ((event.kind == EventKind::Pinned) == (target->pinned > 0)
        && (event.kind == EventKind::Pinned || event.kind == EventKind::Unpinned))
        allowed = fail(ErrorCode::NothingToChange);
    else if (event.kind == EventKind::Pinned && m_rows.pinsOf(event.room) >= MaxPins)
        allowed = fail(ErrorCode::TooManyPins, {}, { QString::number(MaxPins) });
    if (!allowed)
        return fail(allowed.error());
    return *target;
}

Result<> MessageChanges::checkEdit(const Event &event, const ChangeTarget &target)
{
    if (event.text.isEmpty() && !target.hasFiles)
        return fail(ErrorCode::EmptyText);
    const bool isSame = event.text == target.text && (event.format == target.format || event.text.isEmpty());
    return isSame ? fail(ErrorCode::NothingToChange) : Result<>();
}

Result<> MessageChanges::checkReaction(const Event &event)
{
    const QString emoji = event.params.value(0);
    const bool has = m_reactions.has(event.room, event.target, emoji, event.author);
    if (has == (event.kind == EventKind::Reacted))
        return fail(ErrorCode::NothingToChange);
    if (!has && m_reactions.isFullFor(event.room, event.target, emoji))
        return fail(ErrorCode::TooManyReactions, {}, { QString::number(MaxReactionKinds) });
    return {};
}

Event MessageChanges::eventOf(const MessageDraft &draft, const ChangeTarget &target)
{
    Event event = draft.event;
    if (event.kind == EventKind::Edited) {
        const MessageCalls after = afterEdit(target.calls, event);
        event.mentions = after.mentions;
        event.call = after.call;
    }
    return event;
}

ChangeEffect MessageChanges::apply(const Event &event, const ChangeTarget &target)
{
    ChangeTarget form = target;
    switch (event.kind) {
    case EventKind::Edited:
        return edit(event, form);
    case EventKind::Deleted:
        return remove(event, form);
    case EventKind::Reacted:
        m_reactions.add(event.room, event.target, event.params.value(0), event.author, event.seq);
        break;
    case EventKind::Unreacted:
        m_reactions.remove(event.room, event.target, event.params.value(0), event.author);
        break;
    case EventKind::Pinned:
    case EventKind::Unpinned:
        form.pinned = event.kind == EventKind::Pinned ? event.seq : 0;
        break;
    default:
        return {}; // an answer changes nothing
    }
    m_rows.putForm(event.room, event.target, form, event);
    return { event.target, false, target.calls, target.calls, {} };
}

ChangeEffect MessageChanges::edit(const Event &event, ChangeTarget target)
{
    const MessageCalls after{ target.calls.author, event.mentions, event.call };
    target.textSeq = event.seq;
    target.mentionsColumn = mentionsColumn(after.mentions);
    if (target.mentionsColumn.isNull())
        target.mentionsColumn = QStringLiteral(""); // none, and no longer the first ones
    target.callColumn = int(after.call);
    m_rows.putForm(event.room, event.target, target, event);
    m_rows.setCalls(event.room, event.target, target.no, target.calls, after);
    return { event.target, false, target.calls, after, {} };
}

ChangeEffect MessageChanges::remove(const Event &event, ChangeTarget target)
{
    const MessageCalls after{ target.calls.author, {}, Call::Nobody };
    ChangeEffect effect{ event.target, true, target.calls, after, m_rows.editsOf(event.room, event.target) };
    target.textSeq = 0;
    target.mentionsColumn = QStringLiteral("");
    target.callColumn = int(Call::Nobody);
    target.pinned = 0;
    target.deleted = true;
    m_rows.blank(event.room, event.target, event);
    m_rows.putForm(event.room, event.target, target, event);
    m_rows.setCalls(event.room, event.target, target.no, target.calls, after);
    m_reactions.removeAll(event.room, event.target);
    return effect;
}

bool MessageChanges::hasMessage(RoomId room, Seq seq)
{
    const auto target = m_rows.target(room, seq);
    return target && (target->kind == EventKind::Message || target->kind == EventKind::Announcement);
}

} // namespace salon::server
