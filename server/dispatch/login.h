// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/accounts.h"

/// Steps that the ways of logging in share.
namespace salon::server {

/// Holds back what the connection says until leaveEntering() or admit().
void beginEntering(CommandContext &context, Session &session);

/// The connection is the account from now on, on this device or without one: admitted, answered, told to the operator.
/// An older connection of the same device is replaced.
void admit(CommandContext &context, const ReplyTo &to, const Account &account, const Device *device, bool isNew);

/// The login failed: refused, counted where passwords are guessed, told to the operator.
void refuseLogin(CommandContext &context, const ReplyTo &to, const QString &login, const Error &error);

/// Checks the signature for this connection.
Result<> checkProof(const Session &session, const DeviceProof &proof);

[[nodiscard]] LoginGuardLimits guardLimits(const ServerSettings &settings);
[[nodiscard]] LoggedIn loggedInAs(const Account &account, DeviceId device);
[[nodiscard]] PresentPerson presentPerson(
    const Session &session, const Account &account, const PresenceBoard &presence);

/// A new device of an account as its proof describes it.
[[nodiscard]] Device deviceFrom(const DeviceProof &proof, AccountId account, qint64 nowMs);

} // namespace salon::server
