// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/account_changes.h"

using namespace Qt::StringLiterals;

namespace salon::server {

AccountChanges::AccountChanges(SqliteConnection &connection)
    : m_rows(connection)
{
}

Result<> AccountChanges::checkKey(const QByteArray &key)
{
    if (m_rows.hasKey(key))
        return fail(ErrorCode::DeviceProofInvalid, u"the key belongs to somebody"_s);
    return {};
}

Result<CreatedAccount> AccountChanges::create(const NewAccount &account)
{
    if (m_rows.withLogin(account.account.login).isValid())
        return fail(ErrorCode::LoginTaken);
    if (m_rows.lookingLike(account.skeletons, {}).isValid())
        return fail(ErrorCode::NameLooksAlike);
    if (account.device) {
        if (const auto isFree = checkKey(account.device->key); !isFree)
            return fail(isFree.error());
    }
    if (!account.invitationHash.isEmpty()) {
        if (const auto used = m_rows.useInvitation(account.invitationHash, account.account.createdMs); !used)
            return fail(used.error());
    }
    if (account.usesOwnerCode && !m_rows.deleteOwnerCode())
        return fail(ErrorCode::OwnerCodeWrong);

    CreatedAccount created{ account.account, account.device, {}, account.joined };
    created.account.id = m_rows.insert(account.account);
    m_rows.replaceSkeletons(created.account.id, account.skeletons);
    if (created.device) {
        created.device->account = created.account.id;
        created.device->id = m_rows.insertDevice(*created.device);
    }
    created.joined.author = created.account.id;
    return created;
}

Result<> AccountChanges::change(const AccountChange &change)
{
    if (change.skeletons && m_rows.lookingLike(*change.skeletons, change.account).isValid())
        return fail(ErrorCode::NameLooksAlike);
    if (change.usesOwnerCode && !m_rows.deleteOwnerCode())
        return fail(ErrorCode::OwnerCodeWrong);
    if (change.displayName)
        m_rows.setDisplayName(change.account, *change.displayName);
    if (change.skeletons)
        m_rows.replaceSkeletons(change.account, *change.skeletons);
    if (change.role)
        m_rows.setRole(change.account, *change.role);
    if (change.passwordHash)
        m_rows.setPasswordHash(change.account, *change.passwordHash);
    if (change.statusText)
        m_rows.setStatusText(change.account, *change.statusText);
    if (change.hidesSeen)
        m_rows.setHidesSeen(change.account, *change.hidesSeen);
    return {};
}

Result<Device> AccountChanges::enrol(const Device &draft)
{
    if (const auto isFree = checkKey(draft.key); !isFree)
        return fail(isFree.error());
    Device device = draft;
    device.id = m_rows.insertDevice(draft);
    return device;
}

void AccountChanges::remove(const QList<DeviceId> &devices)
{
    for (const DeviceId device : devices)
        m_rows.removeDevice(device);
}

} // namespace salon::server
