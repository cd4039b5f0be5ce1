// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/auth_commands.h"
#include "server/dispatch/door_wish.h"
#include "server/dispatch/login.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"
#include "shared/base/when_ready.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// What lets somebody in.
struct Entitlement
{
    bool byOwnerCode = false;
    QByteArray invitationHash{};
};

Result<Entitlement> entitlementOf(const CommandContext &context, const QString &code)
{
    const QString &ownerCode = context.state.ownerCode;
    if (!ownerCode.isEmpty() && !code.isEmpty() && sameCode(code, ownerCode))
        return Entitlement{ true, {} };
    const RegistrationPolicy policy = context.settings.registration;
    if (policy == RegistrationPolicy::Closed)
        return fail(ErrorCode::RegistrationClosed);
    if (code.isEmpty()) {
        if (policy == RegistrationPolicy::Invitation)
            return fail(ErrorCode::InvitationNeeded);
        return Entitlement{};
    }
    const QByteArray hash = hashCode(code);
    const auto invitation = context.state.invitations.constFind(hash);
    if (invitation == context.state.invitations.constEnd() || invitation->usesLeft == 0)
        return fail(ErrorCode::InvitationUnknown);
    if (invitation->expiresMs <= context.clock.wallMs())
        return fail(ErrorCode::InvitationExpired);
    return Entitlement{ false, hash };
}

/// Guesses of codes and, where everybody may register, registrations are limited per address.
Result<> checkAttempts(CommandContext &context, const Session &session, const Register &message)
{
    const QString &address = session.info.addressPrefix;
    const qint64 nowMs = context.clock.monotonicMs();
    const auto heldBackMs = context.loginGuard.heldBackMs(guardLimits(context.settings), {}, address, nowMs);
    if (heldBackMs)
        return fail(Error{ ErrorCode::TooManyAttempts, {}, {}, *heldBackMs });
    if (message.invitation.isEmpty() && !address.isEmpty()) {
        const RateSettings &rate = context.settings.registrations;
        if (const auto waitMs = context.registrations.take(address, rate.burst, rate.perSecond, nowMs))
            return fail(Error{ ErrorCode::TooManyAttempts, {}, {}, *waitMs });
    }
    return {};
}

Result<NewAccount> draftAccount(const CommandContext &context, const Session &session, const Register &message)
{
    const auto entitlement = entitlementOf(context, message.invitation);
    if (!entitlement)
        return fail(entitlement.error());
    const auto login = checkLogin(message.login);
    if (!login)
        return fail(login.error());
    if (login->startsWith(GatewayLoginPrefix))
        return fail(ErrorCode::InvalidLogin, u"kept for gateways"_s, { QString::number(text_limits::MaxLoginChars) });
    const auto name = checkDisplayName(message.displayName.isEmpty() ? *login : message.displayName);
    if (!name)
        return fail(name.error());
    if (context.lookAlike.mixesScripts(*name))
        return fail(ErrorCode::InvalidDisplayName, u"mixes scripts"_s,
            { QString::number(text_limits::MaxDisplayNameGraphemes) });
    if (context.state.accounts.findLogin(*login))
        return fail(ErrorCode::LoginTaken);

    NewAccount draft;
    draft.skeletons = context.lookAlike.skeletonsOfAll({ *login, *name });
    if (context.state.accounts.lookingLike(draft.skeletons, {}).isValid())
        return fail(ErrorCode::NameLooksAlike);
    if (message.device) {
        if (const auto proven = checkProof(session, *message.device); !proven)
            return fail(proven.error());
        if (context.state.accounts.findKey(message.device->key))
            return fail(ErrorCode::DeviceProofInvalid, u"the key belongs to somebody"_s);
        draft.device = deviceFrom(*message.device, {}, context.clock.wallMs());
    }
    const qint64 nowMs = context.clock.wallMs();
    draft.account.login = *login;
    draft.account.displayName = *name;
    draft.account.role = entitlement->byOwnerCode ? Role::Owner : Role::Member;
    draft.account.createdMs = nowMs;
    draft.account.lastSeenMs = nowMs;
    draft.invitationHash = entitlement->invitationHash;
    draft.usesOwnerCode = entitlement->byOwnerCode;
    draft.room = context.state.rooms.first()->id;
    draft.joined.room = draft.room;
    draft.joined.kind = EventKind::Joined;
    draft.joined.authorName = *name;
    draft.joined.timeMs = nowMs;
    return draft;
}

void useUp(CommandContext &context, const NewAccount &draft, const Account &account)
{
    if (draft.usesOwnerCode) {
        context.state.ownerCode.clear();
        Q_EMIT context.port.ownershipClaimed(account.login);
    }
    const auto invitation = context.state.invitations.find(draft.invitationHash);
    if (invitation != context.state.invitations.end() && --invitation->usesLeft == 0)
        context.state.invitations.erase(invitation);
}

void storeAccount(CommandContext &context, const ReplyTo &to, const NewAccount &draft)
{
    context.store.createAccount(
        draft, context.whenDone<CreatedAccount>([&context, to, draft](const Result<CreatedAccount> &created) {
            if (!created) {
                refuseLogin(context, to, draft.account.login, created.error());
                return;
            }
            context.state.accounts.put(created->account);
            context.state.accounts.putSkeletons(created->account.id, draft.skeletons);
            if (created->device)
                context.state.accounts.putDevice(*created->device);
            useUp(context, draft, created->account);
            context.publish(created->joined);
            context.state.rooms.putMembership(created->membership);
            admit(context, to, created->account, created->device ? &*created->device : nullptr, true);
        }));
}

/// An account needs a password or a device, else nobody could ever log in to it.
Result<QString> passwordOf(const Register &message)
{
    if (message.password.isEmpty() && message.device)
        return QString();
    return checkPassword(message.password);
}

} // namespace

void registerAccount(CommandContext &context, Session &session, const ReplyTo &to, const Register &message)
{
    if (const auto allowed = checkAttempts(context, session, message); !allowed) {
        refuseLogin(context, to, message.login, allowed.error());
        return;
    }
    auto draft = draftAccount(context, session, message);
    const auto password = passwordOf(message);
    if (!draft || !password) {
        refuseLogin(context, to, {}, !draft ? draft.error() : password.error());
        return;
    }
    beginEntering(context, session);
    if (password->isEmpty()) {
        storeAccount(context, to, *draft);
        return;
    }
    whenReady(context.hasher.hash(*password), &context,
        [&context, to, draft = *draft](const Result<QByteArray> &hash) mutable {
            if (!hash) {
                refuseLogin(context, to, draft.account.login, hash.error());
                return;
            }
            draft.account.passwordHash = *hash;
            storeAccount(context, to, draft);
        });
}

} // namespace salon::server
