// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/account_commands.h"

#include "server/dispatch/login.h"
#include "server/dispatch/wire_form.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"

#include <algorithm>

namespace salon::server {
namespace {

QString linkWith(const ServerSettings &settings, const QString &code)
{
    if (!settings.reachableAt)
        return {};
    JoinLink link = *settings.reachableAt;
    link.invitation = code;
    return link.toString();
}

void removeDevices(CommandContext &context, AccountId account, const QList<DeviceId> &devices, const ReplyTo &to)
{
    context.store.removeDevices(devices, context.whenStored<void>(to, [&context, account, devices, to] {
        for (const DeviceId device : devices)
            context.state.accounts.removeDevice(device);
        context.done(to);
        for (Session *session : context.sessions.of(account)) {
            if (devices.contains(session->device))
                context.dismiss(*session, { GoawayReason::Revoked, {}, {} });
        }
    }));
}

/// Logins by password alone have no device that could be revoked.
void dismissWithoutDevice(CommandContext &context, AccountId account, ConnectionId except)
{
    for (Session *session : context.sessions.of(account)) {
        if (!session->device.isValid() && session->info.id != except)
            context.dismiss(*session, { GoawayReason::Revoked, {}, {} });
    }
}

QList<DeviceId> otherDevices(const CommandContext &context, const Session &session)
{
    QList<DeviceId> others;
    for (const Device *device : context.state.accounts.devicesOf(session.account)) {
        if (device->id != session.device)
            others.append(device->id);
    }
    return others;
}

void storePassword(CommandContext &context, const ReplyTo &to, const QByteArray &hash, bool revokeOthers)
{
    const Session *session = context.sessions.find(to.connection);
    if (!session)
        return;
    AccountChange change{ .account = session->account };
    change.passwordHash = hash;
    context.store.changeAccount(
        change, context.whenStored<void>(to, [&context, to, id = session->account, hash, revokeOthers] {
            Account changed = *context.state.accounts.find(id);
            changed.passwordHash = hash;
            context.state.accounts.put(changed);
            const Session *current = context.sessions.find(to.connection);
            const QList<DeviceId> others
                = current && revokeOthers ? otherDevices(context, *current) : QList<DeviceId>();
            if (revokeOthers)
                dismissWithoutDevice(context, id, to.connection);
            if (others.isEmpty())
                context.done(to);
            else
                removeDevices(context, id, others, to);
        }));
}

void hashAndStore(CommandContext &context, const ReplyTo &to, const QString &password, bool revokeOthers)
{
    whenReady(context.hasher.hash(password), &context, [&context, to, revokeOthers](const Result<QByteArray> &hash) {
        if (hash)
            storePassword(context, to, *hash, revokeOthers);
        else
            context.refuse(to, hash.error());
    });
}

} // namespace

void claimOwnership(CommandContext &context, Session &session, const ReplyTo &to, const ClaimOwnership &message)
{
    const qint64 nowMs = context.clock.monotonicMs();
    const LoginGuardLimits limits = guardLimits(context.settings);
    const Account account = *context.accountOf(session);
    if (const auto waitMs = context.loginGuard.heldBackMs(limits, account.login, session.info.addressPrefix, nowMs)) {
        context.refuse(to, { ErrorCode::TooManyAttempts, {}, {}, *waitMs });
        return;
    }
    if (context.state.ownerCode.isEmpty() || !sameCode(message.code, context.state.ownerCode)) {
        context.loginGuard.noteFailure(limits, account.login, session.info.addressPrefix, nowMs);
        context.refuse(to, { ErrorCode::OwnerCodeWrong, {}, {}, {} });
        return;
    }
    AccountChange change{ .account = account.id };
    change.role = Role::Owner;
    change.usesOwnerCode = true;
    context.store.changeAccount(change, context.whenStored<void>(to, [&context, to, id = account.id] {
        Account owner = *context.state.accounts.find(id);
        owner.role = Role::Owner;
        context.state.accounts.put(owner);
        context.state.ownerCode.clear();
        const Session *current = context.sessions.find(to.connection);
        context.reply(to, loggedInAs(owner, current ? current->device : DeviceId{}));
        context.outbound.broadcast(
            Audience::LoggedIn, encodeFrame(ProfileChanged{ profileOf(owner, context.presence), owner.role }));
        Q_EMIT context.port.ownershipClaimed(owner.login);
    }));
}

void createInvitation(CommandContext &context, Session &session, const ReplyTo &to, const CreateInvitation &message)
{
    makeInvitation(context, session.account, message,
        context.whenStored<NewInvitation>(to, [&context, to](const NewInvitation &invitation) {
            context.reply(to, InvitationCreated{ invitation.code, invitation.link, invitation.expiresMs });
        }));
}

void makeInvitation(CommandContext &context, AccountId maker, const CreateInvitation &wish,
    const std::function<void(const Result<NewInvitation> &)> &done)
{
    const ServerSettings &settings = context.settings;
    quint32 seconds = wish.lifetimeSeconds == 0 ? settings.invitationSeconds : wish.lifetimeSeconds;
    quint32 uses = std::max(wish.uses, quint32(1));
    if (settings.maxInvitationSeconds > 0)
        seconds = std::min(seconds, settings.maxInvitationSeconds);
    if (settings.maxInvitationUses > 0)
        uses = std::min(uses, settings.maxInvitationUses);
    const qint64 nowMs = context.clock.wallMs();
    const QString code = makeCode();
    const Invitation invitation{ hashCode(code), maker, uses, nowMs, nowMs + qint64(seconds) * 1000 };
    const NewInvitation made{ code, linkWith(settings, code), invitation.expiresMs, uses };
    context.store.createInvitation(
        invitation, context.whenDone<void>([&context, invitation, made, done](const Result<> &stored) {
            if (!stored) {
                done(fail(stored.error()));
                return;
            }
            context.state.invitations.insert(invitation.codeHash, invitation);
            done(made);
        }));
}

void changePassword(CommandContext &context, Session &session, const ReplyTo &to, const ChangePassword &message)
{
    const auto password = checkPassword(message.newPassword);
    if (!password) {
        context.refuse(to, password.error());
        return;
    }
    const Account *account = context.accountOf(session);
    const bool revokeOthers = message.revokeOtherDevices;
    if (account->passwordHash.isEmpty()) {
        hashAndStore(context, to, *password, revokeOthers);
        return;
    }
    const LoginGuardLimits limits = guardLimits(context.settings);
    const QString login = account->login;
    const QString address = session.info.addressPrefix;
    if (const auto waitMs = context.loginGuard.heldBackMs(limits, login, address, context.clock.monotonicMs())) {
        context.refuse(to, { ErrorCode::TooManyAttempts, {}, {}, *waitMs });
        return;
    }
    const QString old = checkPassword(message.oldPassword).value_or(QString());
    whenReady(context.hasher.verify(account->passwordHash, old), &context,
        [&context, to, limits, login, address, password = *password, revokeOthers](
            const Result<PasswordVerdict> &verdict) {
            if (!verdict) {
                context.refuse(to, verdict.error());
            } else if (!verdict->matches) {
                context.loginGuard.noteFailure(limits, login, address, context.clock.monotonicMs());
                context.refuse(to, { ErrorCode::WrongCredentials, {}, {}, {} });
            } else {
                hashAndStore(context, to, password, revokeOthers);
            }
        });
}

void listDevices(CommandContext &context, Session &session, const ReplyTo &to, const ListDevices &)
{
    DeviceList list;
    for (const Device *device : context.state.accounts.devicesOf(session.account).mid(0, 64)) {
        list.devices.append(
            { device->id, device->name, device->enrolledMs, device->lastSeenMs, device->id == session.device });
    }
    context.reply(to, list);
}

void revokeDevice(CommandContext &context, Session &session, const ReplyTo &to, const RevokeDevice &message)
{
    const Device *device = context.state.accounts.findDevice(message.device);
    if (!device || device->account != session.account) {
        context.refuse(to, { ErrorCode::DeviceUnknown, {}, {}, {} });
        return;
    }
    removeDevices(context, session.account, { message.device }, to);
}

} // namespace salon::server
