// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/message_drafts.h"

#include "server/dispatch/message_files.h"
#include "server/dispatch/room_commands.h"
#include "server/dispatch/rules_commands.h"
#include "server/domain/mention_finder.h"
#include "server/domain/permissions.h"
#include "shared/base/text_checks.h"
#include "shared/markup/emoji/single_emoji.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qsizetype MaxMentions = 1024; ///< those who are here included

/// One that a newer client knows is told as it stands.
TextFormat formatOf(const SendMessage &message, const Rules &rules)
{
    const bool isKnown = message.format <= TextFormat::Action;
    const bool isRefused = rules.plainOnly && message.format == TextFormat::Markdown;
    return isKnown && !isRefused ? message.format : TextFormat::Plain;
}

bool mayCall(const CommandContext &context, const Account &author, const Room &room)
{
    return context.state.rooms.memberCount(room.id) <= MaxMembersOfSmallRoom
        || isPermitted(Action::CallRoom, author.role, standingIn(room, author.id, true));
}

void addThoseWhoAreHere(CommandContext &context, Event &event)
{
    for (const AccountId member : context.state.rooms.membersOf(event.room)) {
        if (event.mentions.size() >= MaxMentions)
            return;
        const bool isHere = member != event.author && !context.sessions.of(member).empty();
        if (isHere && !event.mentions.contains(member))
            event.mentions.append(member);
    }
}

/// Whom a text names and calls. An edit calls nobody anew: the store keeps of the first form what is still there.
void addCalls(CommandContext &context, const Account &author, const Room &room, Event &event)
{
    event.mentions = mentionsIn(context, event.text, room.id, author.id);
    event.call = findCall(event.text);
    if (event.kind == EventKind::Edited)
        return;
    if (event.call != Call::Nobody && !mayCall(context, author, room))
        event.call = Call::Nobody;
    if (event.call == Call::Here)
        addThoseWhoAreHere(context, event);
}

Action actionOf(EventKind kind)
{
    switch (kind) {
    case EventKind::Edited:
        return Action::EditMessage;
    case EventKind::Deleted:
        return Action::DeleteOwnMessage;
    case EventKind::Reacted:
    case EventKind::Unreacted:
        return Action::React;
    case EventKind::Pinned:
    case EventKind::Unpinned:
        return Action::PinMessage;
    default:
        return Action::PostMessage;
    }
}

} // namespace

QList<AccountId> mentionsIn(const CommandContext &context, const QString &text, RoomId room, AccountId author)
{
    return findMentions(text, [&](const QString &login) {
        const Account *account = context.state.accounts.findLogin(login);
        const bool counts
            = account && account->id != author && context.state.rooms.membership(room, account->id) != nullptr;
        return counts ? account->id : AccountId{};
    });
}

Result<MessageDraft> draftOf(CommandContext &context, const Session &session, const SendMessage &message)
{
    const Account &author = *context.accountOf(session);
    const Room &room = *context.state.rooms.find(message.room);
    const Standing standing = standingIn(room, author.id, true);
    if (const auto may = checkPermission(actionOf(message.kind), author.role, standing); !may)
        return fail(may.error());
    if (const auto may = checkAgainstRules(author, room, message); !may)
        return fail(may.error());
    MessageDraft draft;
    draft.device = session.countingDevice();
    draft.counter = message.counter;
    draft.floor = context.state.rooms.membership(room.id, author.id)->floor;
    draft.slowSeconds = isBoundByRules(author, room) ? room.rules.slowSeconds : 0;
    draft.mayDeleteAny = isPermitted(Action::DeleteAnyMessage, author.role, standing);
    Event &event = draft.event;
    event = eventBy(context, author, room.id, message.kind);
    event.cid = message.cid;
    event.target = message.target;
    if (const auto added = addFiles(context, author, room, message, event); !added)
        return fail(added.error());
    if (message.kind == EventKind::Message || message.kind == EventKind::Edited) {
        const auto text = checkMessageText(message.text);
        // Whether the message that is edited has files is seen in the store.
        const bool mayBeBare = !event.files.isEmpty() || message.kind == EventKind::Edited;
        if (!text && !(mayBeBare && text.error().code == ErrorCode::EmptyText))
            return fail(text.error());
        event.text = text.value_or(u""_s);
        event.format = formatOf(message, room.rules);
        addCalls(context, author, room, event);
    } else if (message.kind == EventKind::Reacted || message.kind == EventKind::Unreacted) {
        if (!isSingleEmoji(message.emoji))
            return fail(ErrorCode::InvalidEmoji);
        event.params = { message.emoji };
    }
    if (isChange(message.kind) && message.target <= 0)
        return fail(ErrorCode::MessageUnknown);
    return draft;
}

} // namespace salon::server
