// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/command_context.h"
#include "shared/protocol/messages/accounts.h"

/// One's own account and devices; invitations of others.
namespace salon::server {

void claimOwnership(CommandContext &context, Session &session, const ReplyTo &to, const ClaimOwnership &message);
void createInvitation(CommandContext &context, Session &session, const ReplyTo &to, const CreateInvitation &message);
void changePassword(CommandContext &context, Session &session, const ReplyTo &to, const ChangePassword &message);
void listDevices(CommandContext &context, Session &session, const ReplyTo &to, const ListDevices &message);
void revokeDevice(CommandContext &context, Session &session, const ReplyTo &to, const RevokeDevice &message);

/// For handlers and the operator alike. `maker` is invalid for the operator; 0 takes the defaults.
void makeInvitation(CommandContext &context, AccountId maker, const CreateInvitation &wish,
    const std::function<void(const Result<NewInvitation> &)> &done);

} // namespace salon::server
