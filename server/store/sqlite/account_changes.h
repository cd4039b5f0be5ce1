// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/account_rows.h"
#include "server/store/store_changes.h"

namespace salon::server {

/// When somebody was seen.
struct SeenNote
{
    AccountId account{};
    DeviceId device{};
    qint64 timeMs = 0;
};

/// The rules of accounts, devices and invitations that only the transaction can check, and what each change of them
/// does. What refuses has written nothing. Lane thread.
class AccountChanges
{
public:
    explicit AccountChanges(SqliteConnection &connection);

    /// The account and its device as they are now, and its first event with its author; the membership is another's.
    /// Errors: LoginTaken, NameLooksAlike, DeviceProofInvalid, InvitationUnknown, InvitationExpired, OwnerCodeWrong.
    Result<CreatedAccount> create(const NewAccount &account);
    /// Errors: NameLooksAlike, OwnerCodeWrong.
    Result<> change(const AccountChange &change);
    /// Error: DeviceProofInvalid.
    Result<Device> enrol(const Device &draft);
    void remove(const QList<DeviceId> &devices);
    void noteSeen(const SeenNote &note) { m_rows.setSeen(note.account, note.device, note.timeMs); }
    void create(const Invitation &invitation) { m_rows.insertInvitation(invitation); }

private:
    Result<> checkKey(const QByteArray &key);

    AccountRows m_rows;
};

} // namespace salon::server
