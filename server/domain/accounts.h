// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/account.h"
#include "server/domain/id_map.h"

#include <QList>
#include <vector>

namespace salon::server {

/// All accounts and devices of the server, in memory. Pointers that it gives are good until the next change.
class Accounts
{
public:
    [[nodiscard]] const Account *find(AccountId id) const
    {
        const Entry *entry = findIn(m_accounts, id);
        return entry ? &entry->account : nullptr;
    }
    [[nodiscard]] const Account *findLogin(const QString &login) const;
    [[nodiscard]] qsizetype count() const { return qsizetype(m_accounts.size()); }
    /// Part of those whose login or display name contains `query` (all when it is empty), by display name; `isLast`
    /// when nobody comes behind it.
    struct Page
    {
        QList<const Account *> accounts{};
        bool isLast = true;
    };
    [[nodiscard]] Page search(const QString &query, qsizetype offset, qsizetype limit) const;
    /// Where an account stands among all by display name; good until order() changes. -1 for an unknown one.
    [[nodiscard]] int rankOf(AccountId id) const;
    /// Changes when the order by display name does.
    [[nodiscard]] quint64 order() const { return m_orderVersion; }
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
    struct Entry
    {
        Account account{};
        QString nameKey{}; ///< display name without regard to case
        int rank = 0;
    };

    static bool isBefore(const Entry *left, const Entry *right);
    void sortNewcomers() const;

    IdMap<AccountId, Entry> m_accounts;
    mutable std::vector<Entry *> m_byName; ///< but for newcomers
    mutable std::vector<Entry *> m_newcomers; ///< put into order when somebody asks for it
    quint64 m_orderVersion = 0;
    QHash<QString, AccountId> m_byLogin;
    QHash<QString, AccountId> m_bySkeleton;
    QHash<AccountId, QList<QString>> m_skeletonsOf;
    IdMap<DeviceId, Device> m_devices;
    QHash<QByteArray, DeviceId> m_byKey;
    QHash<AccountId, QList<DeviceId>> m_devicesOf;
};

} // namespace salon::server
