// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/wire_form.h"

#include "server/dispatch/command_context.h"
#include "server/domain/room_rules.h"

#include <algorithm>
#include <limits>

namespace salon::server {
namespace {

quint32 countOf(qint64 value)
{
    return quint32(std::clamp<qint64>(value, 0, std::numeric_limits<quint32>::max()));
}

} // namespace

RoomEvent wireEvent(const Event &event)
{
    const MessageForm &form = event.form;
    QList<ReactionEntry> reactions;
    for (const Reaction &reaction : form.reactions)
        reactions.append({ reaction.emoji, countOf(reaction.count), reaction.mine, reaction.people });
    QList<FileEntry> files;
    for (const File &file : event.files)
        files.append({ file.hash, file.name, file.size, file.mediaType, file.width, file.height, file.path });
    return { event.room, event.seq, event.timeMs, event.kind, event.author, event.authorName, event.cid, event.text,
        event.params, event.subject, event.mentions, event.alias, event.target, event.format, event.call, files,
        event.folder, form.changed, form.editedMs, form.deleted, form.deletedBy, form.pinned, reactions };
}

Profile profileOf(const Account &account, const PresenceBoard &presence)
{
    const PresenceState state = presence.stateOf(account.id);
    return { account.id, account.login, account.displayName, state, account.statusText,
        state == PresenceState::Offline ? account.lastSeenMs : 0 };
}

PresenceEntry presenceEntry(const Account &account, const PresenceBoard &presence)
{
    const PresenceState state = presence.stateOf(account.id);
    return { account.id, state, account.statusText, state == PresenceState::Offline ? account.lastSeenMs : 0 };
}

RoomRules wireRules(const Rules &rules)
{
    return { rules.posting, rules.plainOnly, rules.history, rules.retentionDays, rules.slowSeconds, rules.files,
        rules.noSeen, rules.noTyping };
}

RoomSummary summaryOf(const Room &room, AccountId viewer, const CommandContext &context)
{
    const ServerState &state = context.state;
    RoomSummary summary;
    summary.id = room.id;
    summary.kind = room.kind;
    summary.name = room.name;
    summary.topic = room.topic;
    summary.head = room.head;
    summary.memberCount = countOf(state.rooms.memberCount(room.id));
    summary.lastActivityMs = room.lastActivityMs;
    summary.first = room.first;
    summary.floor = room.floor;
    summary.rules = wireRules(room.rules);
    if (room.kind != RoomKind::Direct)
        summary.maker = room.maker;
    const Membership *membership = state.rooms.membership(room.id, viewer);
    if (!membership)
        return summary;
    summary.member = true;
    summary.floor = membership->floor;
    summary.readSeq = membership->readSeq;
    summary.unread = countOf(state.rooms.unreadOf(*membership));
    summary.mentions = countOf(membership->mentionsAfter);
    summary.mark = membership->mark;
    const AttentionNow attention = attentionAt(*membership, context.clock.wallMs());
    summary.attention = attention.attention;
    summary.attentionUntilMs = attention.untilMs;
    if (room.kind != RoomKind::Direct)
        return summary;
    QList<AccountId> people = state.rooms.membersOf(room.id);
    std::sort(people.begin(), people.end());
    for (const AccountId person : people) {
        const Account *account = person == viewer ? nullptr : state.accounts.find(person);
        if (account)
            summary.others.append(profileOf(*account, context.presence));
    }
    return summary;
}

ReadMoved readMoved(const Membership &membership, const ServerState &state)
{
    const Room *room = state.rooms.find(membership.room);
    return { membership.room, membership.readSeq, countOf(state.rooms.unreadOf(membership)),
        countOf(membership.mentionsAfter), room ? room->head : 0, membership.mark };
}

qsizetype wireBytes(const RoomSummary &summary)
{
    qsizetype bytes = 160 + summary.name.toUtf8().size() + summary.topic.toUtf8().size();
    for (const Profile &other : summary.others) {
        bytes += 48 + other.login.size() + other.displayName.toUtf8().size() + other.statusText.toUtf8().size();
    }
    return bytes;
}

} // namespace salon::server
