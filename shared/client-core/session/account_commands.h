// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/protocol/messages/all.h"

#include <QObject>

namespace salon {

class Session;

/// What a person asks the server about their own account. Texts are checked here first, with the same error codes as
/// the server's. Everything fails with ConnectionLost while offline.
class AccountCommands : public QObject
{
    Q_OBJECT
public:
    explicit AccountCommands(Session &session, QObject *parent = nullptr);

    Answer<> setDisplayName(const QString &displayName);
    Answer<> claimOwnership(const QString &code);
    Answer<InvitationCreated> createInvitation(quint32 lifetimeSeconds, quint32 uses);
    Answer<> changePassword(const QString &oldPassword, const QString &newPassword, bool revokeOtherDevices);
    Answer<QList<DeviceEntry>> listDevices();
    /// Whether others are told how far one has read, and one of them.
    Answer<> setPrivacy(bool hidesSeen);
    Answer<> revokeDevice(DeviceId device);

Q_SIGNALS:
    /// Session::self() has another role now.
    void ownershipClaimed();

private:
    Session &m_session;
};

} // namespace salon
