// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/accounts.h"

#include <algorithm>

namespace salon::server {

const Account *Accounts::findLogin(const QString &login) const
{
    return find(m_byLogin.value(login));
}

QList<const Account *> Accounts::search(const QString &query) const
{
    QList<const Account *> found;
    for (const auto &[id, account] : m_accounts) {
        if (query.isEmpty() || account.login.contains(query, Qt::CaseInsensitive)
            || account.displayName.contains(query, Qt::CaseInsensitive))
            found.append(&account);
    }
    std::sort(found.begin(), found.end(), [](const Account *left, const Account *right) {
        const int order = left->displayName.compare(right->displayName, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left->id < right->id;
    });
    return found;
}

void Accounts::put(const Account &account)
{
    m_accounts[account.id] = account;
    m_byLogin.insert(account.login, account.id);
}

AccountId Accounts::lookingLike(const QList<QString> &skeletons, AccountId except) const
{
    for (const QString &skeleton : skeletons) {
        const AccountId owner = m_bySkeleton.value(skeleton);
        if (owner.isValid() && owner != except)
            return owner;
    }
    return {};
}

void Accounts::putSkeletons(AccountId account, const QList<QString> &skeletons)
{
    for (const QString &old : m_skeletonsOf.value(account))
        m_bySkeleton.remove(old);
    m_skeletonsOf.insert(account, skeletons);
    for (const QString &skeleton : skeletons)
        m_bySkeleton.insert(skeleton, account);
}

const Device *Accounts::findKey(const QByteArray &key) const
{
    return findDevice(m_byKey.value(key));
}

QList<const Device *> Accounts::devicesOf(AccountId account) const
{
    QList<const Device *> devices;
    for (const DeviceId id : m_devicesOf.value(account))
        devices.append(findDevice(id));
    return devices;
}

void Accounts::putDevice(const Device &device)
{
    if (!findDevice(device.id))
        m_devicesOf[device.account].append(device.id);
    m_devices[device.id] = device;
    m_byKey.insert(device.key, device.id);
}

void Accounts::removeDevice(DeviceId id)
{
    const Device *device = findDevice(id);
    if (!device)
        return;
    m_byKey.remove(device->key);
    m_devicesOf[device->account].removeOne(id);
    m_devices.erase(id);
}

} // namespace salon::server
