// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/ids.h"

class QLineEdit;

namespace salon {

class FormField;
class Workspace;

/// What a room is: kind, members, name and topic. The latter two can be changed by who may.
class RoomPropertiesDialog final : public SalonDialog
{
    Q_OBJECT

public:
    RoomPropertiesDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void showRoom();
    void showRights();
    void lookForMaker(quint32 offset);
    void submit();
    void saveTopic();
    [[nodiscard]] bool isDirect() const;

    Workspace &m_workspace;
    RoomId m_room;
    QString m_shownName;
    QString m_shownTopic;
    bool m_isMaker = false;
    TextLabel *m_kind;
    TextLabel *m_members;
    QLineEdit *m_name;
    QLineEdit *m_topic;
    FormField *m_nameField;
    FormField *m_topicField;
    QPushButton *m_bans;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace salon
