// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/account.h"
#include "server/domain/invitation.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace salon::server {

/// The statements that change accounts, devices, invitations and the server's own values. Lane thread.
class AccountRows
{
public:
    explicit AccountRows(SqliteConnection &connection);

    AccountId insert(const Account &account);
    [[nodiscard]] AccountId withLogin(const QString &login);
    /// The owner of one of the skeletons, other than `except`.
    [[nodiscard]] AccountId lookingLike(const QList<QString> &skeletons, AccountId except);
    void replaceSkeletons(AccountId account, const QList<QString> &skeletons);
    void setDisplayName(AccountId account, const QString &name);
    void setRole(AccountId account, Role role);
    void setPasswordHash(AccountId account, const QByteArray &hash);
    void setStatusText(AccountId account, const QString &text);
    void setHidesSeen(AccountId account, bool hides);
    void setSeen(AccountId account, DeviceId device, qint64 timeMs);

    DeviceId insertDevice(const Device &device);
    [[nodiscard]] bool hasKey(const QByteArray &key);
    void removeDevice(DeviceId device);

    void insertInvitation(const Invitation &invitation);
    /// Uses an invitation once. Fails with InvitationUnknown or InvitationExpired.
    Result<> useInvitation(const QByteArray &codeHash, qint64 nowMs);
    /// False when it was used before.
    bool deleteOwnerCode();

private:
    [[nodiscard]] qint64 idFrom(QSqlQuery &query);

    SqliteConnection &m_connection;
    QSqlQuery m_insert;
    QSqlQuery m_withLogin;
    QSqlQuery m_withSkeleton;
    QSqlQuery m_insertSkeleton;
    QSqlQuery m_deleteSkeletons;
    QSqlQuery m_setDisplayName;
    QSqlQuery m_setRole;
    QSqlQuery m_setPasswordHash;
    QSqlQuery m_setStatusText;
    QSqlQuery m_setHidesSeen;
    QSqlQuery m_setAccountSeen;
    QSqlQuery m_setDeviceSeen;
    QSqlQuery m_insertDevice;
    QSqlQuery m_withKey;
    QSqlQuery m_deleteDevice;
    QSqlQuery m_insertInvitation;
    QSqlQuery m_useInvitation;
    QSqlQuery m_usesLeft;
    QSqlQuery m_deleteSpent;
    QSqlQuery m_deleteServerValue;
};

} // namespace salon::server
