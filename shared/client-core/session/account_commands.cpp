// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/account_commands.h"

#include "shared/base/text_checks.h"
#include "shared/client-core/session/ask.h"

namespace salon {

AccountCommands::AccountCommands(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

Answer<> AccountCommands::setDisplayName(const QString &displayName)
{
    const Result<QString> checked = checkDisplayName(displayName);
    return checked ? order(m_session, this, SetDisplayName{ *checked }) : failedAnswer(checked.error());
}

Answer<> AccountCommands::claimOwnership(const QString &code)
{
    return ask<void, LoggedIn>(m_session, this, ClaimOwnership{ code.trimmed() }, [this](const LoggedIn &self) {
        m_session.updateSelf(self);
        Q_EMIT ownershipClaimed();
    });
}

Answer<InvitationCreated> AccountCommands::createInvitation(quint32 lifetimeSeconds, quint32 uses)
{
    return askFor<InvitationCreated>(m_session, this, CreateInvitation{ lifetimeSeconds, uses });
}

Answer<> AccountCommands::changePassword(
    const QString &oldPassword, const QString &newPassword, bool revokeOtherDevices)
{
    const Result<QString> checked = checkPassword(newPassword);
    return checked ? order(m_session, this, ChangePassword{ oldPassword, newPassword, revokeOtherDevices })
                   : failedAnswer(checked.error());
}

Answer<QList<DeviceEntry>> AccountCommands::listDevices()
{
    return ask<QList<DeviceEntry>, DeviceList>(
        m_session, this, ListDevices(), [](const DeviceList &list) { return list.devices; });
}

Answer<> AccountCommands::setPrivacy(bool hidesSeen)
{
    return ask<void, Done>(m_session, this, SetPrivacy{ hidesSeen }, [this, hidesSeen](const Done &) {
        LoggedIn self = m_session.self();
        self.hidesSeen = hidesSeen;
        m_session.updateSelf(self);
    });
}

Answer<> AccountCommands::revokeDevice(DeviceId device)
{
    return order(m_session, this, RevokeDevice{ device });
}

} // namespace salon
