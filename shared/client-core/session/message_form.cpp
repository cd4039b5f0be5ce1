// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/message_form.h"

#include "shared/client-core/session/outbox_entry.h"

#include <algorithm>
#include <limits>

namespace salon {
namespace {

bool edit(RoomEvent &message, const RoomEvent &change)
{
    if (change.deleted || (change.text.isEmpty() && message.files.isEmpty()))
        return false; // what it said is gone: the message was deleted later on
    message.text = change.text;
    message.format = change.format;
    message.editedMs = change.timeMs;
    // An edit names nobody anew, but may name somebody no more.
    message.mentions.removeIf([&](AccountId named) { return !change.mentions.contains(named); });
    if (change.call != message.call)
        message.call = Call::Nobody;
    return true;
}

bool remove(RoomEvent &message, const RoomEvent &change)
{
    message.text.clear();
    message.format = TextFormat::Plain;
    message.mentions.clear();
    message.call = Call::Nobody;
    message.reactions.clear();
    message.files.clear();
    message.folder.clear();
    message.pinned = false;
    message.editedMs = 0;
    message.deleted = true;
    message.deletedBy = change.author;
    return true;
}

bool react(RoomEvent &message, const QString &emoji, AccountId author, AccountId self)
{
    if (emoji.isEmpty())
        return false;
    auto entry = std::ranges::find(message.reactions, emoji, &ReactionEntry::emoji);
    if (entry == message.reactions.end()) {
        if (message.reactions.size() >= MaxReactions)
            return false;
        message.reactions.append(ReactionEntry{ emoji });
        entry = message.reactions.end() - 1;
    }
    const bool isMine = author == self && self.isValid();
    if (entry->people.contains(author) || (isMine && entry->mine))
        return false;
    if (entry->people.size() < MaxReactionPeople && entry->people.size() == qsizetype(entry->count))
        entry->people.append(author);
    if (entry->count < std::numeric_limits<quint32>::max())
        ++entry->count;
    entry->mine = entry->mine || isMine;
    return true;
}

bool unreact(RoomEvent &message, const QString &emoji, AccountId author, AccountId self)
{
    const auto entry = std::ranges::find(message.reactions, emoji, &ReactionEntry::emoji);
    if (entry == message.reactions.end())
        return false;
    const bool isMine = author == self && self.isValid();
    const bool isNamed = entry->people.contains(author);
    const bool isKnownNotToBe
        = (isMine && !entry->mine) || (!isMine && qsizetype(entry->count) <= entry->people.size());
    if (!isNamed && isKnownNotToBe)
        return false;
    entry->people.removeOne(author);
    if (isMine)
        entry->mine = false;
    if (--entry->count == 0)
        message.reactions.erase(entry);
    return true;
}

bool setPinned(RoomEvent &message, bool pinned)
{
    return std::exchange(message.pinned, pinned) != pinned;
}

bool applyContent(RoomEvent &message, const RoomEvent &change, AccountId self)
{
    switch (change.kind) {
    case EventKind::Edited:
        return edit(message, change);
    case EventKind::Deleted:
        return remove(message, change);
    case EventKind::Reacted:
        return react(message, change.params.value(0), change.author, self);
    case EventKind::Unreacted:
        return unreact(message, change.params.value(0), change.author, self);
    case EventKind::Pinned:
        return setPinned(message, true);
    case EventKind::Unpinned:
        return setPinned(message, false);
    default:
        return false;
    }
}

} // namespace

bool isChangeOf(const RoomEvent &change, const RoomEvent &message)
{
    if (!isChange(change.kind) || change.room != message.room || change.target != message.seq || message.seq <= 0)
        return false;
    if (message.kind == EventKind::Announcement)
        return change.kind != EventKind::Edited && change.kind != EventKind::Deleted;
    return message.kind == EventKind::Message && (change.kind != EventKind::Edited || change.author == message.author);
}

bool applyChange(RoomEvent &message, const RoomEvent &change, AccountId self)
{
    if (!isChangeOf(change, message) || change.seq <= message.seq || change.seq <= message.changed)
        return false;
    message.changed = change.seq;
    return !message.deleted && applyContent(message, change, self);
}

bool applyPending(RoomEvent &message, const OutboxEntry &entry, AccountId self)
{
    RoomEvent change;
    change.room = entry.room;
    change.kind = entry.kind;
    change.author = self;
    change.target = entry.target;
    change.timeMs = entry.timeMs > 0 ? entry.timeMs : entry.createdMs;
    change.text = entry.text;
    change.format = entry.format;
    if (!entry.emoji.isEmpty())
        change.params = { entry.emoji };
    change.mentions = message.mentions; // the server finds whom it still names
    change.call = message.call;
    return isChangeOf(change, message) && !message.deleted && applyContent(message, change, self);
}

bool mentionsPerson(const RoomEvent &message, AccountId account)
{
    return message.author != account && (message.call == Call::Room || message.mentions.contains(account));
}

Seq replyTargetOf(const RoomEvent &message)
{
    const bool isReply = message.kind == EventKind::Message && message.target > 0
        && (message.seq <= 0 || message.target < message.seq);
    return isReply ? message.target : 0;
}

} // namespace salon
