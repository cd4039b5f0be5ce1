// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/permissions.h"

#include <algorithm>

namespace salon::server {
namespace {

/// In this standing, this role and those above may do it.
struct Right
{
    Action action;
    Standing standing;
    Role atLeast;
};

using enum Standing;

constexpr std::array rights{
    Right{ Action::FindPeople, NoRoom, Role::Guest }, Right{ Action::SetPresence, NoRoom, Role::Guest },
    Right{ Action::ChangeProfile, NoRoom, Role::Guest }, Right{ Action::ManageDevices, NoRoom, Role::Guest },
    Right{ Action::ClaimOwnership, NoRoom, Role::Guest }, Right{ Action::CreateInvitation, NoRoom, Role::Moderator },
    Right{ Action::ListRooms, NoRoom, Role::Guest }, Right{ Action::CreateRoom, NoRoom, Role::Member },
    Right{ Action::OpenDirect, NoRoom, Role::Member },

    Right{ Action::SeeRoom, PublicStranger, Role::Guest }, Right{ Action::SeeRoom, PublicMember, Role::Guest },
    Right{ Action::SeeRoom, PublicMaker, Role::Guest }, Right{ Action::SeeRoom, PrivateMember, Role::Guest },
    Right{ Action::SeeRoom, PrivateMaker, Role::Guest }, Right{ Action::SeeRoom, DirectMember, Role::Guest },

    Right{ Action::ReadHistory, PublicMember, Role::Guest }, Right{ Action::ReadHistory, PublicMaker, Role::Guest },
    Right{ Action::ReadHistory, PrivateMember, Role::Guest }, Right{ Action::ReadHistory, PrivateMaker, Role::Guest },
    Right{ Action::ReadHistory, DirectMember, Role::Guest },

    Right{ Action::ListMembers, PublicStranger, Role::Member }, Right{ Action::ListMembers, PublicMember, Role::Guest },
    Right{ Action::ListMembers, PublicMaker, Role::Guest }, Right{ Action::ListMembers, PrivateMember, Role::Guest },
    Right{ Action::ListMembers, PrivateMaker, Role::Guest }, Right{ Action::ListMembers, DirectMember, Role::Guest },

    Right{ Action::MarkRead, PublicMember, Role::Guest }, Right{ Action::MarkRead, PublicMaker, Role::Guest },
    Right{ Action::MarkRead, PrivateMember, Role::Guest }, Right{ Action::MarkRead, PrivateMaker, Role::Guest },
    Right{ Action::MarkRead, DirectMember, Role::Guest },

    Right{ Action::Type, PublicMember, Role::Guest }, Right{ Action::Type, PublicMaker, Role::Guest },
    Right{ Action::Type, PrivateMember, Role::Guest }, Right{ Action::Type, PrivateMaker, Role::Guest },
    Right{ Action::Type, DirectMember, Role::Guest },

    Right{ Action::PostMessage, PublicMember, Role::Guest }, Right{ Action::PostMessage, PublicMaker, Role::Guest },
    Right{ Action::PostMessage, PrivateMember, Role::Guest }, Right{ Action::PostMessage, PrivateMaker, Role::Guest },
    Right{ Action::PostMessage, DirectMember, Role::Guest },

    Right{ Action::EditMessage, PublicMember, Role::Guest }, Right{ Action::EditMessage, PublicMaker, Role::Guest },
    Right{ Action::EditMessage, PrivateMember, Role::Guest }, Right{ Action::EditMessage, PrivateMaker, Role::Guest },
    Right{ Action::EditMessage, DirectMember, Role::Guest },

    Right{ Action::DeleteOwnMessage, PublicMember, Role::Guest },
    Right{ Action::DeleteOwnMessage, PublicMaker, Role::Guest },
    Right{ Action::DeleteOwnMessage, PrivateMember, Role::Guest },
    Right{ Action::DeleteOwnMessage, PrivateMaker, Role::Guest },
    Right{ Action::DeleteOwnMessage, DirectMember, Role::Guest },

    Right{ Action::DeleteAnyMessage, PublicMember, Role::Moderator },
    Right{ Action::DeleteAnyMessage, PublicMaker, Role::Member },
    Right{ Action::DeleteAnyMessage, PrivateMember, Role::Moderator },
    Right{ Action::DeleteAnyMessage, PrivateMaker, Role::Member },

    Right{ Action::React, PublicMember, Role::Guest }, Right{ Action::React, PublicMaker, Role::Guest },
    Right{ Action::React, PrivateMember, Role::Guest }, Right{ Action::React, PrivateMaker, Role::Guest },
    Right{ Action::React, DirectMember, Role::Guest },

    Right{ Action::PinMessage, PublicMember, Role::Moderator }, Right{ Action::PinMessage, PublicMaker, Role::Member },
    Right{ Action::PinMessage, PrivateMember, Role::Moderator },
    Right{ Action::PinMessage, PrivateMaker, Role::Member }, Right{ Action::PinMessage, DirectMember, Role::Member },

    Right{ Action::CallRoom, PublicMember, Role::Moderator }, Right{ Action::CallRoom, PublicMaker, Role::Member },
    Right{ Action::CallRoom, PrivateMember, Role::Moderator }, Right{ Action::CallRoom, PrivateMaker, Role::Member },
    Right{ Action::CallRoom, DirectMember, Role::Guest },

    Right{ Action::SaveMessage, PublicMember, Role::Guest }, Right{ Action::SaveMessage, PublicMaker, Role::Guest },
    Right{ Action::SaveMessage, PrivateMember, Role::Guest }, Right{ Action::SaveMessage, PrivateMaker, Role::Guest },
    Right{ Action::SaveMessage, DirectMember, Role::Guest },

    Right{ Action::SendFiles, NoRoom, Role::Member }, Right{ Action::SendFiles, PublicMember, Role::Member },
    Right{ Action::SendFiles, PublicMaker, Role::Member }, Right{ Action::SendFiles, PrivateMember, Role::Member },
    Right{ Action::SendFiles, PrivateMaker, Role::Member }, Right{ Action::SendFiles, DirectMember, Role::Member },

    Right{ Action::JoinRoom, PublicStranger, Role::Member },
    Right{ Action::JoinRoom, PublicMember, Role::Guest }, // changes nothing
    Right{ Action::JoinRoom, PublicMaker, Role::Guest }, Right{ Action::JoinRoom, PrivateMember, Role::Guest },
    Right{ Action::JoinRoom, PrivateMaker, Role::Guest }, Right{ Action::JoinRoom, DirectMember, Role::Guest },

    Right{ Action::LeaveRoom, PublicMember, Role::Guest }, Right{ Action::LeaveRoom, PublicMaker, Role::Guest },
    Right{ Action::LeaveRoom, PrivateMember, Role::Guest }, Right{ Action::LeaveRoom, PrivateMaker, Role::Guest },

    Right{ Action::InviteToRoom, PublicMember, Role::Member }, Right{ Action::InviteToRoom, PublicMaker, Role::Member },
    Right{ Action::InviteToRoom, PrivateMember, Role::Member },
    Right{ Action::InviteToRoom, PrivateMaker, Role::Member },

    Right{ Action::RenameRoom, PublicMember, Role::Moderator }, Right{ Action::RenameRoom, PublicMaker, Role::Member },
    Right{ Action::RenameRoom, PrivateMember, Role::Moderator },
    Right{ Action::RenameRoom, PrivateMaker, Role::Member },

    Right{ Action::SetTopic, PublicMember, Role::Member }, Right{ Action::SetTopic, PublicMaker, Role::Member },
    Right{ Action::SetTopic, PrivateMember, Role::Member }, Right{ Action::SetTopic, PrivateMaker, Role::Member },
    Right{ Action::SetTopic, DirectMember, Role::Member },

    Right{ Action::RemoveFromRoom, PublicMember, Role::Moderator },
    Right{ Action::RemoveFromRoom, PublicMaker, Role::Member },
    Right{ Action::RemoveFromRoom, PrivateMember, Role::Moderator },
    Right{ Action::RemoveFromRoom, PrivateMaker, Role::Member },

    Right{ Action::BanFromRoom, PublicMember, Role::Moderator },
    Right{ Action::BanFromRoom, PublicMaker, Role::Member },
    Right{ Action::BanFromRoom, PrivateMember, Role::Moderator },
    Right{ Action::BanFromRoom, PrivateMaker, Role::Member },

    Right{ Action::SetRules, PublicMember, Role::Moderator }, Right{ Action::SetRules, PublicMaker, Role::Member },
    Right{ Action::SetRules, PrivateMember, Role::Moderator }, Right{ Action::SetRules, PrivateMaker, Role::Member },
    Right{ Action::SetRules, DirectMember, Role::Guest }, // see checkRules()
};

const Right *findRight(Action action, Standing standing)
{
    const auto found = std::find_if(rights.begin(), rights.end(),
        [=](const Right &right) { return right.action == action && right.standing == standing; });
    return found == rights.end() ? nullptr : &*found;
}

bool isHidden(Standing standing)
{
    return standing == PrivateStranger || standing == DirectStranger;
}

bool isAllowed(Action action, Role role, Standing standing)
{
    const Right *right = findRight(action, standing);
    return right && role >= right->atLeast;
}

} // namespace

Standing standingIn(const Room &room, AccountId account, bool isMember)
{
    const bool isMaker = isMember && room.maker.isValid() && room.maker == account;
    switch (room.kind) {
    case RoomKind::Public:
        return isMaker ? PublicMaker : isMember ? PublicMember : PublicStranger;
    case RoomKind::Private:
        return isMaker ? PrivateMaker : isMember ? PrivateMember : PrivateStranger;
    case RoomKind::Direct:
        break;
    }
    return isMember ? DirectMember : DirectStranger;
}

bool isPermitted(Action action, Role role, Standing standing)
{
    return isAllowed(action, role, standing);
}

Result<> checkPermission(Action action, Role role, Standing standing)
{
    if (isAllowed(action, role, standing))
        return {};
    if (isHidden(standing))
        return fail(ErrorCode::RoomUnknown);
    if (standing == PublicStranger && isAllowed(action, role, PublicMember))
        return fail(ErrorCode::NotAMember);
    if (action == Action::LeaveRoom && standing == DirectMember)
        return fail(ErrorCode::CannotLeaveRoom);
    return fail(ErrorCode::NotPermitted);
}

Result<> checkMayRemove(Role actor, Role target, bool targetIsMaker)
{
    if (target > actor || (targetIsMaker && actor <= Role::Moderator))
        return fail(ErrorCode::NotPermitted);
    return {};
}

} // namespace salon::server
