// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/command_table.h"

#include "server/dispatch/account_commands.h"
#include "server/dispatch/auth_commands.h"
#include "server/dispatch/ban_commands.h"
#include "server/dispatch/file_commands.h"
#include "server/dispatch/history_commands.h"
#include "server/dispatch/list_commands.h"
#include "server/dispatch/member_commands.h"
#include "server/dispatch/message_commands.h"
#include "server/dispatch/people_commands.h"
#include "server/dispatch/reading_commands.h"
#include "server/dispatch/room_commands.h"
#include "server/dispatch/rules_commands.h"
#include "server/dispatch/search_commands.h"
#include "server/domain/permissions.h"
#include "shared/protocol/messages/all.h"
#include "shared/protocol/version.h"

#include <algorithm>
#include <array>

namespace salon::server {
namespace {

/// Who may send a message at all; what a person may do is for the table of rights.
enum class Access : quint8
{
    Anyone,
    Greeted, ///< after Hello, before the login
    LoggedIn
};

/// What an action costs of the commands that an account may send; lists of many cost more.
enum Cost : quint8
{
    Free = 0, ///< has a limit of its own
    Cheap = 1,
    Costly = 3,
    Listing = 5, ///< pages of people and of history
    Dear = 20 ///< hashes a password, or is told to everybody
};

using Run = Result<> (*)(CommandContext &context, Session &session, const ReplyTo &to, const Envelope &envelope);

struct Command
{
    MessageType type;
    Access access;
    std::optional<Action> action; ///< checked for commands that concern the server; those on rooms check it with it
    Cost cost;
    Run run;
    const char *feature = nullptr; ///< that Hello must have named
};

template <class M>
using Handler = void (*)(CommandContext &context, Session &session, const ReplyTo &to, const M &message);

/// What a refusal does beside being told.
template <class M>
void refuseMessage(CommandContext &context, Session &, const ReplyTo &to, const M &, const Error &error)
{
    context.refuse(to, error);
}

void refuseMessage(
    CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message, const Error &error)
{
    refuseUnread(context, session, to, message, error);
}

void refuseMessage(CommandContext &, Session &, const ReplyTo &, const Typing &, const Error &)
{
}

Result<> checkRoom(const CommandContext &context, const Session &session, RoomId id, Action action)
{
    const Room *room = context.state.rooms.find(id);
    if (!room)
        return fail(ErrorCode::RoomUnknown);
    const bool isMember = context.state.rooms.membership(id, session.account) != nullptr;
    return checkPermission(action, context.accountOf(session)->role, standingIn(*room, session.account, isMember));
}

template <class M, Handler<M> handler>
Result<> runPlain(CommandContext &context, Session &session, const ReplyTo &to, const Envelope &envelope)
{
    const auto message = decode<M>(envelope);
    if (!message)
        return fail(message.error());
    handler(context, session, to, *message);
    return {};
}

template <class M, Handler<M> handler, Action action>
Result<> runInRoom(CommandContext &context, Session &session, const ReplyTo &to, const Envelope &envelope)
{
    const auto message = decode<M>(envelope);
    if (!message)
        return fail(message.error());
    if (const auto permitted = checkRoom(context, session, message->room, action); !permitted)
        refuseMessage(context, session, to, *message, permitted.error());
    else
        handler(context, session, to, *message);
    return {};
}

template <class M, Handler<M> handler>
constexpr Command before(Access access)
{
    return { M::Type, access, std::nullopt, Free, &runPlain<M, handler> };
}

template <class M, Handler<M> handler>
constexpr Command onServer(Action action, Cost cost)
{
    return { M::Type, Access::LoggedIn, action, cost, &runPlain<M, handler> };
}

/// On something that the session opened itself.
template <class M, Handler<M> handler>
constexpr Command onOwn(Cost cost)
{
    return { M::Type, Access::LoggedIn, std::nullopt, cost, &runPlain<M, handler> };
}

template <class M, Handler<M> handler, Action action>
constexpr Command inRoom(Cost cost)
{
    return { M::Type, Access::LoggedIn, std::nullopt, cost, &runInRoom<M, handler, action> };
}

Result<> refuseMisled(CommandContext &, Session &, const ReplyTo &, const Envelope &)
{
    return fail(ErrorCode::UnexpectedMessage);
}

/// The network side answers it and passes none on.
template <class M>
constexpr Command answeredByWorker()
{
    return { M::Type, Access::Anyone, std::nullopt, Free, &refuseMisled };
}

constexpr Command withFeature(const char *feature, Command command)
{
    command.feature = feature;
    return command;
}

constexpr std::array commands{
    before<Hello, &hello>(Access::Anyone),
    answeredByWorker<Ping>(),
    before<Register, &registerAccount>(Access::Greeted),
    before<LoginWithPassword, &loginWithPassword>(Access::Greeted),
    before<LoginWithKey, &loginWithKey>(Access::Greeted),

    onServer<ClaimOwnership, &claimOwnership>(Action::ClaimOwnership, Costly),
    onServer<CreateInvitation, &createInvitation>(Action::CreateInvitation, Cheap),
    onServer<ChangePassword, &changePassword>(Action::ManageDevices, Dear),
    onServer<ListDevices, &listDevices>(Action::ManageDevices, Cheap),
    onServer<RevokeDevice, &revokeDevice>(Action::ManageDevices, Cheap),
    onServer<FindPeople, &findPeople>(Action::FindPeople, Listing),
    onServer<SetPresence, &setPresence>(Action::SetPresence, Cheap),
    onServer<SetDisplayName, &setDisplayName>(Action::ChangeProfile, Dear),
    onServer<CreateRoom, &createRoom>(Action::CreateRoom, Costly),
    onServer<ListRooms, &listRooms>(Action::ListRooms, Listing),
    onServer<OpenDirect, &openDirect>(Action::OpenDirect, Costly),
    onServer<Resume, &resume>(Action::ListRooms, Costly),
    onServer<ListMessages, &listMessages>(Action::ListRooms, Costly),
    withFeature(features::Reading, onServer<SetPrivacy, &setPrivacy>(Action::ChangeProfile, Cheap)),
    withFeature(features::Search, onServer<SearchMessages, &searchMessages>(Action::ListRooms, Listing)),

    inRoom<JoinRoom, &joinRoom, Action::JoinRoom>(Cheap),
    inRoom<LeaveRoom, &leaveRoom, Action::LeaveRoom>(Cheap),
    inRoom<InviteToRoom, &inviteToRoom, Action::InviteToRoom>(Cheap),
    inRoom<RenameRoom, &renameRoom, Action::RenameRoom>(Cheap),
    inRoom<SetTopic, &setTopic, Action::SetTopic>(Cheap),
    inRoom<RemoveFromRoom, &removeFromRoom, Action::RemoveFromRoom>(Cheap),
    inRoom<LiftBan, &liftBan, Action::BanFromRoom>(Cheap),
    inRoom<ListBans, &listBans, Action::BanFromRoom>(Costly),
    inRoom<ListMembers, &listMembers, Action::ListMembers>(Listing),
    inRoom<SendMessage, &sendMessage, Action::PostMessage>(Free),
    inRoom<Follow, &follow, Action::ReadHistory>(Cheap),
    inRoom<FetchHistory, &fetchHistory, Action::ReadHistory>(Cheap),
    withFeature(features::Search, inRoom<FindMoment, &findMoment, Action::ReadHistory>(Costly)),
    inRoom<SaveMessage, &saveMessage, Action::SaveMessage>(Cheap),
    inRoom<ListRevisions, &listRevisions, Action::ReadHistory>(Costly),
    inRoom<ListReactions, &listReactions, Action::ReadHistory>(Cheap),
    inRoom<MarkRead, &markRead, Action::MarkRead>(Cheap),
    withFeature(features::Reading, inRoom<MarkUnread, &markUnread, Action::MarkRead>(Cheap)),
    withFeature(features::Reading, inRoom<SetRoomAttention, &setRoomAttention, Action::MarkRead>(Cheap)),
    withFeature(features::Reading, inRoom<ListSeen, &listSeen, Action::ReadHistory>(Cheap)),
    withFeature(features::Rules, inRoom<SetRoomRules, &setRoomRules, Action::SetRules>(Costly)),
    withFeature(features::Files, onServer<OpenUpload, &openUpload>(Action::SendFiles, Cheap)),
    withFeature(features::Files, onOwn<UploadChunk, &uploadChunk>(Free)), // paid by what opening it granted
    withFeature(features::Files, onOwn<CancelUpload, &cancelUpload>(Cheap)),
    withFeature(features::Files, inRoom<OpenDownload, &openDownload, Action::ReadHistory>(Cheap)),
    withFeature(features::Files, onOwn<ReadChunk, &readChunk>(Free)),
    withFeature(features::Files, onOwn<CloseDownload, &closeDownload>(Cheap)),
    withFeature(features::Typing, inRoom<Typing, &typing, Action::Type>(Free)),
};

const Command *findCommand(quint32 type)
{
    const auto found = std::find_if(
        commands.begin(), commands.end(), [type](const Command &command) { return quint32(command.type) == type; });
    return found == commands.end() ? nullptr : &*found;
}

std::optional<MessageRole> roleOf(quint32 type)
{
    const auto found = std::find_if(messageInfos.begin(), messageInfos.end(),
        [type](const MessageInfo &info) { return quint32(info.type) == type; });
    return found == messageInfos.end() ? std::nullopt : std::optional(found->role);
}

Result<> checkAccess(const Session &session, Access access)
{
    using Phase = Session::Phase;
    if (access == Access::Greeted && session.phase != Phase::Greeted)
        return fail(ErrorCode::UnexpectedMessage);
    if (access == Access::LoggedIn && session.phase != Phase::In)
        return fail(session.phase == Phase::New ? ErrorCode::UnexpectedMessage : ErrorCode::NotLoggedIn);
    return {};
}

Result<> checkRate(CommandContext &context, const Session &session, Cost cost)
{
    if (cost == Free)
        return {};
    const RateSettings &rate = context.settings.commands;
    const auto waitMs
        = context.buckets[session.account].commands.take(rate.burst, rate.perSecond, cost, context.clock.monotonicMs());
    if (waitMs)
        return fail(Error{ ErrorCode::RateLimited, {}, {}, *waitMs });
    return {};
}

Result<> checkCommand(CommandContext &context, const Session &session, const Command &command)
{
    if (context.closingRetryMs)
        return fail(Error{ ErrorCode::ShuttingDown, {}, {}, *context.closingRetryMs });
    if (auto access = checkAccess(session, command.access); !access)
        return access;
    if (command.feature && !session.hasFeature(command.feature))
        return fail(ErrorCode::UnexpectedMessage);
    if (auto rate = checkRate(context, session, command.cost); !rate)
        return rate;
    if (!command.action)
        return {};
    return checkPermission(*command.action, context.accountOf(session)->role, Standing::NoRoom);
}

/// What is not one of our requests: newer clients may send what we do not know, but a reply is nobody's to send.
void takeUnhandled(CommandContext &context, Session &session, const Envelope &envelope)
{
    const ReplyTo to{ session.info.id, envelope.correlation };
    if (envelope.correlation == 0)
        return;
    context.expectReply(session);
    context.refuse(
        to, { roleOf(envelope.type) ? ErrorCode::UnexpectedMessage : ErrorCode::UnknownRequest, {}, {}, {} });
}

void breakOff(CommandContext &context, ConnectionId connection)
{
    if (Session *session = context.sessions.find(connection))
        context.dismiss(*session, { GoawayReason::Protocol, {}, {} });
}

void takeCommand(CommandContext &context, Session &session, const Command &command, const Envelope &envelope)
{
    const ReplyTo to{ session.info.id, envelope.correlation };
    const bool isNotice = roleOf(envelope.type) == MessageRole::Notice;
    if (isNotice != (envelope.correlation == 0)) {
        breakOff(context, to.connection);
        return;
    }
    if (!isNotice)
        context.expectReply(session);
    if (const auto allowed = checkCommand(context, session, command); !allowed) {
        if (!isNotice)
            context.refuse(to, allowed.error());
        return;
    }
    if (const auto taken = command.run(context, session, to, envelope); !taken) {
        if (!isNotice)
            context.refuse(to, taken.error());
        breakOff(context, to.connection);
    }
}

} // namespace

void takeMessage(CommandContext &context, ConnectionId connection, const Envelope &envelope)
{
    Session *session = context.sessions.find(connection);
    if (!session || session->phase == Session::Phase::Closing)
        return;
    if (session->phase == Session::Phase::Entering) {
        session->held.append(envelope);
        if (session->held.size() > wire_limits::MaxFramesBeforeLogin)
            breakOff(context, connection);
        return;
    }
    if (const Command *command = findCommand(envelope.type))
        takeCommand(context, *session, *command, envelope);
    else
        takeUnhandled(context, *session, envelope);
}

void takeHeld(CommandContext &context, ConnectionId connection)
{
    Session *session = context.sessions.find(connection);
    if (!session)
        return;
    const QList<Envelope> held = std::exchange(session->held, {});
    for (const Envelope &envelope : held)
        takeMessage(context, connection, envelope);
}

QList<MessageType> handledTypes()
{
    QList<MessageType> types;
    for (const Command &command : commands)
        types.append(command.type);
    return types;
}

} // namespace salon::server
