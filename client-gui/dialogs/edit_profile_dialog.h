// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

class QCheckBox;
class QLineEdit;
class QTabWidget;

namespace salon {

class DeviceListView;
class FormField;
class PasswordEdit;
class Workspace;

/// One's own account on a server: name and status, password, devices.
class EditProfileDialog final : public SalonDialog
{
    Q_OBJECT

public:
    EditProfileDialog(Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    QWidget *makeProfilePage();
    QWidget *makePasswordPage();
    void saveProfile();
    void saveStatus();
    void changePassword();
    void showOnline();

    Workspace &m_workspace;
    QTabWidget *m_pages;
    TextLabel *m_account;
    QLineEdit *m_name;
    QLineEdit *m_status;
    FormField *m_nameField;
    FormField *m_statusField;
    QPushButton *m_save;
    PasswordEdit *m_old;
    PasswordEdit *m_new;
    FormField *m_oldField;
    FormField *m_newField;
    TextLabel *m_passwordWhat;
    QCheckBox *m_others;
    QPushButton *m_setPassword;
    DeviceListView *m_devices;
    QPushButton *m_close;
    QString m_savedName;
    QString m_savedStatus;
    bool m_isSaved = false;
    bool m_hasPassword = false;
    bool m_isPasswordSet = false; ///< by this dialog, a moment ago
};

} // namespace salon
