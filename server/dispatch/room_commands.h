// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/rooms.h"

/// Rooms themselves: making, finding, naming.
namespace salon::server {

void createRoom(CommandContext &context, Session &session, const ReplyTo &to, const CreateRoom &message);
void openDirect(CommandContext &context, Session &session, const ReplyTo &to, const OpenDirect &message);
void listRooms(CommandContext &context, Session &session, const ReplyTo &to, const ListRooms &message);
void renameRoom(CommandContext &context, Session &session, const ReplyTo &to, const RenameRoom &message);
void setTopic(CommandContext &context, Session &session, const ReplyTo &to, const SetTopic &message);

/// A draft of an event that somebody causes now.
[[nodiscard]] Event eventBy(const CommandContext &context, const Account &author, RoomId room, EventKind kind);

/// Stores a change of a room, tells of it and answers Done.
void changeRoom(CommandContext &context, const ReplyTo &to, const RoomChange &wanted);
/// Its end, once it was stored as `event`.
void takeRoomChange(CommandContext &context, const ReplyTo &to, const RoomChange &change, const Event &event);

/// Takes a room that the store just made into memory, and tells everybody whom it concerns, but one connection.
void takeCreatedRoom(CommandContext &context, const CreatedRoom &created, ConnectionId except);

/// Tells the connections of an account, but one, that it is a member of one more room.
void tellAdded(CommandContext &context, RoomId room, AccountId account, ConnectionId except);

/// Fails with TooManyRooms{limit} when the account is in as many rooms as it may be.
Result<> checkRoomCount(const CommandContext &context, AccountId account);

/// The same for somebody who is put into a room by another person: fails with TooManyRooms{limit, display name}.
Result<> checkGuestRoomCount(const CommandContext &context, AccountId guest);

} // namespace salon::server
