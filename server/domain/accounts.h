// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/account.h"
#include "server/domain/id_map.h"

#include <QList>

namespace salon::server {

/// All accounts and devices of the server, in memory. Pointers that it gives are good until the next change.
class Accounts
{
public:
    [[nodiscard]] const Account *find(AccountId id) const { return findIn(m_accounts, id); }
    [[nodiscard]] const Account *findLogin(const QString &login) const;
    [[nodiscard]] qsizetype count() const { return qsizetype(m_accounts.size()); }
    /// Whose login or display name contains `query` (all when it is empty), by display name.
    [[nodiscard]] QList<const Account *> search(const QString &query) const;
    void put(const Account &account);

    /// The account that one of these skeletons belongs to, other than `except`; invalid if there is none.
    [[nodiscard]] AccountId lookingLike(const QList<QString> &skeletons, AccountId except) const;
    /// Replaces the skeletons of an account.
    void putSkeletons(AccountId account, const QList<QString> &skeletons);

    [[nodiscard]] const Device *findDevice(DeviceId id) const { return findIn(m_devices, id); }
    [[nodiscard]] const Device *findKey(const QByteArray &key) const;
    /// In the order they were enrolled.
    [[nodiscard]] QList<const Device *> devicesOf(AccountId account) const;
    void putDevice(const Device &device);
    void removeDevice(DeviceId id);

private:
    IdMap<AccountId, Account> m_accounts;
    QHash<QString, AccountId> m_byLogin;
    QHash<QString, AccountId> m_bySkeleton;
    QHash<AccountId, QList<QString>> m_skeletonsOf;
    IdMap<DeviceId, Device> m_devices;
    QHash<QByteArray, DeviceId> m_byKey;
    QHash<AccountId, QList<DeviceId>> m_devicesOf;
};

} // namespace salon::server
