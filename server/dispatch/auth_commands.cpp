// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/auth_commands.h"

#include "server/dispatch/login.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/protocol/version.h"

#include <QRandomGenerator>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

QByteArray makeNonce()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random));
}

/// The password is right: on a device that is known, on one to enrol, or on none.
void enterByPassword(CommandContext &context, const ReplyTo &to, AccountId id, const std::optional<DeviceProof> &proof)
{
    const Account *account = context.state.accounts.find(id);
    if (!proof) {
        admit(context, to, *account, nullptr, false);
        return;
    }
    const Device *known = context.state.accounts.findKey(proof->key);
    if (known && known->account == id) {
        admit(context, to, *account, known, false);
        return;
    }
    if (known) {
        refuseLogin(context, to, account->login, { ErrorCode::DeviceProofInvalid, u"somebody else's key"_s, {}, {} });
        return;
    }
    const int limit = context.settings.devicesPerAccount;
    if (limit > 0 && context.state.accounts.devicesOf(id).size() >= limit) {
        refuseLogin(context, to, account->login, { ErrorCode::TooManyDevices, {}, { QString::number(limit) }, {} });
        return;
    }
    context.store.enrolDevice(deviceFrom(*proof, id, context.clock.wallMs()),
        context.whenDone<Device>([&context, to, id](const Result<Device> &device) {
            const Account *enrolled = context.state.accounts.find(id);
            if (!device) {
                refuseLogin(context, to, enrolled->login, device.error());
                return;
            }
            context.state.accounts.putDevice(*device);
            admit(context, to, *enrolled, &*device, false);
        }));
}

/// Hashes anew what was hashed with other costs; a password that was changed meanwhile stays changed.
void renewHash(CommandContext &context, AccountId id, const QByteArray &old, const QString &password)
{
    whenReady(context.hasher.hash(password), &context, [&context, id, old](const Result<QByteArray> &hash) {
        const Account *account = context.state.accounts.find(id);
        if (!hash || !account || account->passwordHash != old)
            return;
        AccountChange change{ .account = id };
        change.passwordHash = *hash;
        context.store.changeAccount(change, {});
        Account renewed = *account;
        renewed.passwordHash = *hash;
        context.state.accounts.put(renewed);
    });
}

} // namespace

void hello(CommandContext &context, Session &session, const ReplyTo &to, const Hello &message)
{
    if (session.phase != Session::Phase::New) {
        context.refuse(to, { ErrorCode::UnexpectedMessage, {}, {}, {} });
        return;
    }
    const quint32 version = commonVersion(message.versions);
    if (version == 0) {
        context.refuse(to, { ErrorCode::VersionUnsupported, {}, { QString::number(ProtocolVersion) }, {} });
        context.dismiss(session, { GoawayReason::Protocol, {}, {} });
        return;
    }
    session.phase = Session::Phase::Greeted;
    session.features = commonFeatures(message.features);
    session.client = message.client;
    session.nonce = makeNonce();
    const bool hasFiles = context.files && context.settings.files.enabled;
    if (!hasFiles)
        session.features.removeAll(QLatin1StringView(features::Files));
    const ServerLimits limits = context.settings.wireLimits();
    context.reply(to,
        Welcome{ version, context.state.serverId, context.settings.name, context.state.epoch, session.features,
            context.settings.registration, session.nonce, limits, context.settings.software });
    Q_EMIT context.port.greeted(session.info.id, session.client);
}

void loginWithPassword(CommandContext &context, Session &session, const ReplyTo &to, const LoginWithPassword &message)
{
    const QString login = checkLogin(message.login).value_or(QString());
    const auto heldBackMs = context.loginGuard.heldBackMs(
        guardLimits(context.settings), login, session.info.addressPrefix, context.clock.monotonicMs());
    if (heldBackMs) {
        refuseLogin(context, to, login, { ErrorCode::TooManyAttempts, {}, {}, *heldBackMs });
        return;
    }
    if (message.device) {
        if (const auto proven = checkProof(session, *message.device); !proven) {
            refuseLogin(context, to, login, proven.error());
            return;
        }
    }
    // Who is unknown or has no password takes as long as who is known.
    const Account *account = context.state.accounts.findLogin(login);
    const AccountId id = account ? account->id : AccountId{};
    const QByteArray hash = account ? account->passwordHash : QByteArray();
    const QString password = checkPassword(message.password).value_or(QString());
    beginEntering(context, session);
    whenReady(context.hasher.verify(hash, password), &context,
        [&context, to, login, id, hash, password, proof = message.device](const Result<PasswordVerdict> &verdict) {
            const Account *current = context.state.accounts.find(id);
            if (!verdict) {
                refuseLogin(context, to, login, verdict.error());
            } else if (!verdict->matches || !current || current->passwordHash != hash) {
                refuseLogin(context, to, login, { ErrorCode::WrongCredentials, {}, {}, {} });
            } else {
                if (verdict->outdated)
                    renewHash(context, id, hash, password);
                enterByPassword(context, to, id, proof);
            }
        });
}

void loginWithKey(CommandContext &context, Session &session, const ReplyTo &to, const LoginWithKey &message)
{
    if (const auto proven = checkProof(session, message.device); !proven) {
        refuseLogin(context, to, {}, proven.error());
        return;
    }
    const Device *device = context.state.accounts.findKey(message.device.key);
    const Account *account = device ? context.state.accounts.find(device->account) : nullptr;
    if (!account) {
        refuseLogin(context, to, {}, { ErrorCode::DeviceUnknown, {}, {}, {} });
        return;
    }
    admit(context, to, *account, device, false);
}

} // namespace salon::server
