// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/ids.h"

#include <QSet>

namespace salon {

class PeoplePicker;
class Workspace;

/// One person or several to write to directly.
class NewDirectDialog final : public SalonDialog
{
    Q_OBJECT

public:
    static constexpr int MaxOthers = 7; ///< a direct room has at most eight people

    NewDirectDialog(Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(salon::RoomId room);

protected:
    void retranslateUi() override;

private:
    void submit();

    Workspace &m_workspace;
    PeoplePicker *m_people;
    QPushButton *m_cancel;
    QPushButton *m_write;
};

/// People to bring into a room.
class InviteToRoomDialog final : public SalonDialog
{
    Q_OBJECT

public:
    static constexpr int MaxAtOnce = 50;

    InviteToRoomDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void readMembers(quint32 offset);
    void submit();
    void inviteNext(QList<AccountId> left);

    Workspace &m_workspace;
    RoomId m_room;
    QSet<AccountId> m_members;
    PeoplePicker *m_people;
    QPushButton *m_cancel;
    QPushButton *m_invite;
};

} // namespace salon
