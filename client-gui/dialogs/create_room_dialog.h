// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/ids.h"

class QLineEdit;
class QRadioButton;

namespace salon {

class FormField;
class PeoplePicker;
class Workspace;

/// Name, who may find it, topic and first members of a new room.
class CreateRoomDialog final : public SalonDialog
{
    Q_OBJECT

public:
    static constexpr int MaxFirstMembers = 100;

    CreateRoomDialog(Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void created(salon::RoomId room);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    void submit();
    void refused(const Error &error);

    Workspace &m_workspace;
    QLineEdit *m_name;
    QLineEdit *m_topic;
    FormField *m_nameField;
    FormField *m_topicField;
    QRadioButton *m_public;
    QRadioButton *m_private;
    TextLabel *m_kindLabel;
    TextLabel *m_publicHint;
    TextLabel *m_privateHint;
    PeoplePicker *m_people;
    QPushButton *m_cancel;
    QPushButton *m_create;
};

} // namespace salon
