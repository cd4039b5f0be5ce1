// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/account_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {

AccountRows::AccountRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_insert(connection.prepare(u"insert_account"_s))
    , m_withLogin(connection.prepare(u"account_with_login"_s))
    , m_withSkeleton(connection.prepare(u"account_with_skeleton"_s))
    , m_insertSkeleton(connection.prepare(u"insert_skeleton"_s))
    , m_deleteSkeletons(connection.prepare(u"delete_skeletons"_s))
    , m_setDisplayName(connection.prepare(u"set_display_name"_s))
    , m_setRole(connection.prepare(u"set_role"_s))
    , m_setPasswordHash(connection.prepare(u"set_password_hash"_s))
    , m_setStatusText(connection.prepare(u"set_status_text"_s))
    , m_setHidesSeen(connection.prepare(u"set_hides_seen"_s))
    , m_setAccountSeen(connection.prepare(u"set_account_seen"_s))
    , m_setDeviceSeen(connection.prepare(u"set_device_seen"_s))
    , m_insertDevice(connection.prepare(u"insert_device"_s))
    , m_withKey(connection.prepare(u"device_with_key"_s))
    , m_deleteDevice(connection.prepare(u"delete_device"_s))
    , m_insertInvitation(connection.prepare(u"insert_invitation"_s))
    , m_useInvitation(connection.prepare(u"use_invitation"_s))
    , m_usesLeft(connection.prepare(u"invitation_uses_left"_s))
    , m_deleteSpent(connection.prepare(u"delete_spent_invitations"_s))
    , m_deleteServerValue(connection.prepare(u"delete_server_value"_s))
{
}

AccountId AccountRows::insert(const Account &account)
{
    m_connection.run(m_insert, account.login, account.displayName, int(account.role), account.passwordHash,
        account.statusText, account.createdMs, account.lastSeenMs);
    return AccountId{ m_insert.lastInsertId().toLongLong() };
}

AccountId AccountRows::withLogin(const QString &login)
{
    m_connection.run(m_withLogin, login);
    return AccountId{ idFrom(m_withLogin) };
}

AccountId AccountRows::lookingLike(const QList<QString> &skeletons, AccountId except)
{
    for (const QString &skeleton : skeletons) {
        m_connection.run(m_withSkeleton, skeleton);
        const AccountId owner{ idFrom(m_withSkeleton) };
        if (owner.isValid() && owner != except)
            return owner;
    }
    return {};
}

void AccountRows::replaceSkeletons(AccountId account, const QList<QString> &skeletons)
{
    m_connection.run(m_deleteSkeletons, account);
    for (const QString &skeleton : skeletons)
        m_connection.run(m_insertSkeleton, skeleton, account);
}

void AccountRows::setDisplayName(AccountId account, const QString &name)
{
    m_connection.run(m_setDisplayName, name, account);
}

void AccountRows::setRole(AccountId account, Role role)
{
    m_connection.run(m_setRole, int(role), account);
}

void AccountRows::setPasswordHash(AccountId account, const QByteArray &hash)
{
    m_connection.run(m_setPasswordHash, hash, account);
}

void AccountRows::setStatusText(AccountId account, const QString &text)
{
    m_connection.run(m_setStatusText, text, account);
}

void AccountRows::setHidesSeen(AccountId account, bool hides)
{
    m_connection.run(m_setHidesSeen, hides ? 1 : 0, account);
}

void AccountRows::setSeen(AccountId account, DeviceId device, qint64 timeMs)
{
    m_connection.run(m_setAccountSeen, timeMs, account);
    if (device.isValid())
        m_connection.run(m_setDeviceSeen, timeMs, device);
}

DeviceId AccountRows::insertDevice(const Device &device)
{
    m_connection.run(m_insertDevice, device.account, device.key, device.name, device.enrolledMs, device.lastSeenMs);
    return DeviceId{ m_insertDevice.lastInsertId().toLongLong() };
}

bool AccountRows::hasKey(const QByteArray &key)
{
    m_connection.run(m_withKey, key);
    return idFrom(m_withKey) > 0;
}

void AccountRows::removeDevice(DeviceId device)
{
    m_connection.run(m_deleteDevice, device);
}

void AccountRows::insertInvitation(const Invitation &invitation)
{
    m_connection.run(m_deleteSpent, invitation.createdMs - qint64(7) * 24 * 3600 * 1000);
    m_connection.run(m_insertInvitation, invitation.codeHash, invitation.maker, invitation.usesLeft,
        invitation.createdMs, invitation.expiresMs);
}

Result<> AccountRows::useInvitation(const QByteArray &codeHash, qint64 nowMs)
{
    if (m_connection.run(m_useInvitation, codeHash, nowMs) && m_useInvitation.numRowsAffected() == 1)
        return {};
    m_connection.run(m_usesLeft, codeHash);
    const bool expired = m_connection.firstValue(m_usesLeft).toInt() > 0;
    return fail(expired ? ErrorCode::InvitationExpired : ErrorCode::InvitationUnknown);
}

bool AccountRows::deleteOwnerCode()
{
    return m_connection.run(m_deleteServerValue, u"owner_code"_s) && m_deleteServerValue.numRowsAffected() == 1;
}

qint64 AccountRows::idFrom(QSqlQuery &query)
{
    return m_connection.firstValue(query).toLongLong();
}

} // namespace salon::server
