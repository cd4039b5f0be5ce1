// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/accounts.h"

#include <algorithm>

namespace salon::server {

const Account *Accounts::findLogin(const QString &login) const
{
    return find(m_byLogin.value(login));
}

bool Accounts::isBefore(const Entry *left, const Entry *right)
{
    const int order = left->nameKey.compare(right->nameKey);
    return order != 0 ? order < 0 : left->account.id < right->account.id;
}

void Accounts::sortNewcomers() const
{
    if (m_newcomers.empty())
        return;
    std::ranges::sort(m_newcomers, &Accounts::isBefore);
    const auto middle = m_byName.insert(m_byName.end(), m_newcomers.begin(), m_newcomers.end());
    m_newcomers.clear();
    std::inplace_merge(m_byName.begin(), middle, m_byName.end(), &Accounts::isBefore);
    int rank = 0;
    for (Entry *entry : m_byName)
        entry->rank = rank++;
}

Accounts::Page Accounts::search(const QString &query, qsizetype offset, qsizetype limit) const
{
    sortNewcomers();
    const QString key = query.toCaseFolded();
    Page page;
    // Without a query all match: the page begins where it is to begin.
    qsizetype toSkip = key.isEmpty() ? 0 : offset;
    const qsizetype begin = key.isEmpty() ? std::min(offset, qsizetype(m_byName.size())) : 0;
    for (auto place = m_byName.begin() + begin; place != m_byName.end(); ++place) {
        const Entry *entry = *place;
        if (!key.isEmpty() && !entry->nameKey.contains(key) && !entry->account.login.contains(key))
            continue;
        if (toSkip > 0) {
            --toSkip;
            continue;
        }
        if (page.accounts.size() == limit) {
            page.isLast = false;
            break;
        }
        page.accounts.append(&entry->account);
    }
    return page;
}

int Accounts::rankOf(AccountId id) const
{
    sortNewcomers();
    const Entry *entry = findIn(m_accounts, id);
    return entry ? entry->rank : -1;
}

void Accounts::put(const Account &account)
{
    const auto [place, isNew] = m_accounts.try_emplace(account.id);
    Entry &entry = place->second;
    const bool isRenamed = isNew || entry.account.displayName != account.displayName;
    entry.account = account;
    m_byLogin.insert(account.login, account.id);
    if (!isRenamed)
        return;
    if (!isNew && std::erase(m_byName, &entry) == 0)
        std::erase(m_newcomers, &entry);
    entry.nameKey = account.displayName.toCaseFolded();
    m_newcomers.push_back(&entry);
    ++m_orderVersion;
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
