// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

class QComboBox;
class QLineEdit;

namespace salon {

class FormField;
class Workspace;

/// Makes an invitation for somebody new: how long and how often it is good, then the link to hand over.
class InviteToServerDialog final : public SalonDialog
{
    Q_OBJECT

public:
    InviteToServerDialog(Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void make();
    void copy();

    Workspace &m_workspace;
    TextLabel *m_what;
    QComboBox *m_lifetime;
    QComboBox *m_uses;
    FormField *m_lifetimeField;
    FormField *m_usesField;
    QLineEdit *m_link;
    FormField *m_linkField;
    QPushButton *m_copy;
    QPushButton *m_close;
    QPushButton *m_make;
    qint64 m_expiresMs = 0;
    bool m_isCopied = false;
};

} // namespace salon
