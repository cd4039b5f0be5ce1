// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/room.h"
#include "shared/base/result.h"

#include <array>

namespace salon::server {

/// What a person can ask for. The first ones concern the server, the others one room.
enum class Action : quint8
{
    FindPeople,
    SetPresence,
    ChangeProfile,
    ManageDevices,
    ClaimOwnership,
    CreateInvitation,
    ListRooms,
    CreateRoom,
    OpenDirect,
    SeeRoom,
    ReadHistory,
    ListMembers,
    MarkRead,
    Type,
    PostMessage,
    EditMessage, ///< one's own
    DeleteOwnMessage,
    DeleteAnyMessage,
    React,
    PinMessage,
    CallRoom, ///< in rooms that are not small; see MaxMembersOfSmallRoom
    SaveMessage,
    SendFiles, ///< uploads concern the server, messages with files their room
    JoinRoom,
    LeaveRoom,
    InviteToRoom,
    RenameRoom,
    SetTopic,
    RemoveFromRoom,
    BanFromRoom,
    SetRules
};

/// How somebody stands to the room that an action concerns. The maker of a room who left it is a stranger.
enum class Standing : quint8
{
    NoRoom, ///< the action concerns the server
    PublicStranger,
    PublicMember,
    PublicMaker,
    PrivateStranger,
    PrivateMember,
    PrivateMaker,
    DirectStranger,
    DirectMember
};

inline constexpr std::array AllActions{ Action::FindPeople, Action::SetPresence, Action::ChangeProfile,
    Action::ManageDevices, Action::ClaimOwnership, Action::CreateInvitation, Action::ListRooms, Action::CreateRoom,
    Action::OpenDirect, Action::SeeRoom, Action::ReadHistory, Action::ListMembers, Action::MarkRead, Action::Type,
    Action::PostMessage, Action::EditMessage, Action::DeleteOwnMessage, Action::DeleteAnyMessage, Action::React,
    Action::PinMessage, Action::CallRoom, Action::SaveMessage, Action::SendFiles, Action::JoinRoom, Action::LeaveRoom,
    Action::InviteToRoom, Action::RenameRoom, Action::SetTopic, Action::RemoveFromRoom, Action::BanFromRoom,
    Action::SetRules };

inline constexpr std::array AllStandings{ Standing::NoRoom, Standing::PublicStranger, Standing::PublicMember,
    Standing::PublicMaker, Standing::PrivateStranger, Standing::PrivateMember, Standing::PrivateMaker,
    Standing::DirectStranger, Standing::DirectMember };

inline constexpr std::array AllRoles{ Role::Guest, Role::Member, Role::Bot, Role::Moderator, Role::Admin, Role::Owner };

/// Everybody may call a room of so few people as a whole.
inline constexpr qsizetype MaxMembersOfSmallRoom = 10;

[[nodiscard]] Standing standingIn(const Room &room, AccountId account, bool isMember);

/// The one table of rights: what is not in it is denied.
[[nodiscard]] bool isPermitted(Action action, Role role, Standing standing);

/// The same with the reason: RoomUnknown for rooms that strangers must not know of, NotAMember where joining would
/// help, CannotLeaveRoom for a direct room, else NotPermitted.
[[nodiscard]] Result<> checkPermission(Action action, Role role, Standing standing);

/// Whether somebody may remove another person from a room where they have that right: nobody of a higher role, and the
/// maker of the room only those above moderators. Fails with NotPermitted.
[[nodiscard]] Result<> checkMayRemove(Role actor, Role target, bool targetIsMaker);

} // namespace salon::server
