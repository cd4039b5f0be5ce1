// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/login.h"

#include "server/dispatch/command_table.h"
#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"
#include "shared/protocol/login_proof.h"
#include "shared/protocol/version.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

void replaceOlder(CommandContext &context, AccountId account, DeviceId device)
{
    if (!device.isValid())
        return;
    for (Session *other : context.sessions.of(account)) {
        if (other->device == device)
            context.dismiss(*other, { GoawayReason::Replaced, {}, {} });
    }
}

void letSpeak(CommandContext &context, Session &session)
{
    if (std::exchange(session.paused, false))
        context.outbound.setPaused(session.info.id, false);
}

QString plainName(const QString &name)
{
    return checkDisplayName(name.left(text_limits::MaxDisplayNameGraphemes)).value_or(QString());
}

} // namespace

void beginEntering(CommandContext &context, Session &session)
{
    session.phase = Session::Phase::Entering;
    session.paused = true;
    context.outbound.setPaused(session.info.id, true);
}

void admit(CommandContext &context, const ReplyTo &to, const Account &account, const Device *device, bool isNew)
{
    Session *session = context.sessions.find(to.connection);
    if (!session || session->phase == Session::Phase::Closing)
        return;
    const DeviceId deviceId = device ? device->id : DeviceId{};
    const qint64 nowMs = context.clock.wallMs();
    replaceOlder(context, account.id, deviceId);
    session->deviceName = device ? device->name : QString();
    session->sinceMs = nowMs;
    context.sessions.enter(to.connection, account.id, deviceId);
    context.loginGuard.noteSuccess(account.login, session->info.addressPrefix);
    context.outbound.admit(
        to.connection, { session->hasFeature(features::Presence), session->hasFeature(features::Typing) });
    context.store.noteSeen(account.id, deviceId, nowMs);
    context.presence.set(account.id, to.connection.value, PresenceState::Online);
    context.presenceChanged();
    const PresentPerson person = presentPerson(*session, account, context.presence);
    context.reply(to, loggedInAs(account, deviceId));
    letSpeak(context, *session);
    if (isNew)
        Q_EMIT context.port.registered(person);
    Q_EMIT context.port.loggedIn(person);
    takeHeld(context, to.connection);
}

void refuseLogin(CommandContext &context, const ReplyTo &to, const QString &login, const Error &error)
{
    Session *session = context.sessions.find(to.connection);
    if (!session)
        return;
    if (session->phase == Session::Phase::Entering)
        session->phase = Session::Phase::Greeted;
    if (error.code == ErrorCode::WrongCredentials || error.code == ErrorCode::InvitationUnknown
        || error.code == ErrorCode::OwnerCodeWrong) {
        context.loginGuard.noteFailure(
            guardLimits(context.settings), login, session->info.addressPrefix, context.clock.monotonicMs());
    }
    Q_EMIT context.port.loginRefused(session->info.peer, login, error);
    context.refuse(to, error);
    letSpeak(context, *session);
    takeHeld(context, to.connection);
}

Result<> checkProof(const Session &session, const DeviceProof &proof)
{
    if (!verifyDeviceProof(proof, session.nonce, session.info.serverPin))
        return fail(ErrorCode::DeviceProofInvalid);
    return {};
}

LoginGuardLimits guardLimits(const ServerSettings &settings)
{
    return { settings.freeLoginAttempts, settings.accountFailuresPerHour, settings.addressFailures };
}

LoggedIn loggedInAs(const Account &account, DeviceId device)
{
    return { account.id, account.login, account.displayName, account.role, device, !account.passwordHash.isEmpty(),
        account.hidesSeen };
}

PresentPerson presentPerson(const Session &session, const Account &account, const PresenceBoard &presence)
{
    return { account.id, account.login, account.displayName, account.role, presence.stateOf(account.id),
        session.info.id, session.info.peer, session.client, session.deviceName, session.sinceMs };
}

Device deviceFrom(const DeviceProof &proof, AccountId account, qint64 nowMs)
{
    return { {}, account, proof.key, plainName(proof.name), nowMs, nowMs };
}

} // namespace salon::server
