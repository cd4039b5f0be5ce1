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
    JoinRoom,
    LeaveRoom,
    InviteToRoom,
    RenameRoom,
    SetTopic
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
    Action::PostMessage, Action::JoinRoom, Action::LeaveRoom, Action::InviteToRoom, Action::RenameRoom,
    Action::SetTopic };

inline constexpr std::array AllStandings{ Standing::NoRoom, Standing::PublicStranger, Standing::PublicMember,
    Standing::PublicMaker, Standing::PrivateStranger, Standing::PrivateMember, Standing::PrivateMaker,
    Standing::DirectStranger, Standing::DirectMember };

inline constexpr std::array AllRoles{ Role::Guest, Role::Member, Role::Bot, Role::Moderator, Role::Admin, Role::Owner };

[[nodiscard]] Standing standingIn(const Room &room, AccountId account, bool isMember);

/// The one table of rights: what is not in it is denied.
[[nodiscard]] bool isPermitted(Action action, Role role, Standing standing);

/// The same with the reason: RoomUnknown for rooms that strangers must not know of, NotAMember where joining would
/// help, CannotLeaveRoom for a direct room, else NotPermitted.
[[nodiscard]] Result<> checkPermission(Action action, Role role, Standing standing);

} // namespace salon::server
