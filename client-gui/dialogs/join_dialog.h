// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/join_form.h"
#include "client-gui/dialogs/salon_dialog.h"

namespace salon {

/// The questions of joining in a dialog: for another server beside the known ones, or for a known one that refused this
/// device. Closing it ends an attempt that is under way.
class JoinDialog final : public SalonDialog
{
    Q_OBJECT

public:
    /// Another server; `link` may be empty.
    JoinDialog(Theme &theme, Workspaces &workspaces, const QString &link, QWidget *parent = nullptr);
    /// A known one.
    JoinDialog(Theme &theme, Workspaces &workspaces, Workspace *workspace, RegistrationPolicy policy, const Error &why,
        QWidget *parent = nullptr);

    [[nodiscard]] JoinForm &form() const { return *m_form; }
    void done(int result) override;

Q_SIGNALS:
    void joined(salon::Workspace *workspace);

protected:
    void retranslateUi() override;

private:
    void build();

    QPointer<Workspace> m_workspace;
    JoinForm *m_form;
};

} // namespace salon
