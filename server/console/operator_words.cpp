// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/console/operator_words.h"

namespace salon::server {

QString OperatorWords::role(Role role)
{
    switch (role) {
    case Role::Guest:
        return tr("guest");
    case Role::Member:
        return tr("member");
    case Role::Bot:
        return tr("bot");
    case Role::Moderator:
        return tr("moderator");
    case Role::Admin:
        return tr("administrator");
    case Role::Owner:
        return tr("owner");
    }
    return {};
}

QString OperatorWords::presence(PresenceState state)
{
    switch (state) {
    case PresenceState::Offline:
        return tr("offline");
    case PresenceState::Online:
        return tr("online");
    case PresenceState::Away:
        return tr("away");
    case PresenceState::Busy:
        return tr("busy");
    }
    return {};
}

QString OperatorWords::roomKind(RoomKind kind)
{
    switch (kind) {
    case RoomKind::Public:
        return tr("public");
    case RoomKind::Private:
        return tr("private");
    case RoomKind::Direct:
        return tr("direct");
    }
    return {};
}

QString OperatorWords::error(const Error &error)
{
    switch (error.code) {
    case ErrorCode::MalformedFrame:
    case ErrorCode::MalformedMessage:
    case ErrorCode::FrameTooLarge:
    case ErrorCode::UnexpectedMessage:
        return tr("it does not speak Salon's protocol");
    case ErrorCode::VersionUnsupported:
        return tr("its version is not supported");
    case ErrorCode::RateLimited:
        return tr("too many requests");
    case ErrorCode::TooManyConnections:
        return tr("too many connections");
    case ErrorCode::TimedOut:
        return tr("it did not answer in time");
    case ErrorCode::WrongCredentials:
        return tr("wrong name or password");
    case ErrorCode::LoginTaken:
        return tr("the name is taken");
    case ErrorCode::NameLooksAlike:
        return tr("the name looks like another one");
    case ErrorCode::InvalidLogin:
    case ErrorCode::InvalidDisplayName:
        return tr("the name is not allowed");
    case ErrorCode::PasswordTooShort:
    case ErrorCode::PasswordTooLong:
        return tr("the password has not the right length");
    case ErrorCode::RegistrationClosed:
        return tr("registration is closed");
    case ErrorCode::InvitationNeeded:
        return tr("an invitation is needed");
    case ErrorCode::InvitationUnknown:
        return tr("the invitation is unknown");
    case ErrorCode::InvitationExpired:
        return tr("the invitation has expired");
    case ErrorCode::OwnerCodeWrong:
        return tr("the owner code is wrong");
    case ErrorCode::DeviceUnknown:
        return tr("the device is unknown");
    case ErrorCode::DeviceProofInvalid:
        return tr("the device's proof is invalid");
    case ErrorCode::TooManyAttempts:
        return tr("too many attempts");
    case ErrorCode::TooManyDevices:
        return tr("the account has too many devices");
    case ErrorCode::AccountBlocked:
        return tr("the account is blocked");
    case ErrorCode::AccountUnknown:
        return tr("there is no such account");
    case ErrorCode::EmptyText:
        return tr("there is no text");
    case ErrorCode::TextTooLong:
    case ErrorCode::LineTooLong:
    case ErrorCode::TooManyLines:
        return tr("the text is too long");
    case ErrorCode::InvalidText:
        return tr("the text is not valid");
    case ErrorCode::ServerBusy:
        return tr("the server is busy");
    case ErrorCode::StorageFull:
        return tr("the disk is full");
    case ErrorCode::StorageFailed:
        return tr("the data cannot be written");
    case ErrorCode::ShuttingDown:
        return tr("the server is stopping");
    case ErrorCode::ConnectionLost:
        return tr("the connection was closed by the other side");
    case ErrorCode::TlsFailed:
        return tr("no secure connection came about");
    case ErrorCode::Canceled:
        return tr("closed by the server");
    default:
        return QString(errorName(error.code));
    }
}

} // namespace salon::server
