// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/join_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/nearby/found_servers.h"

#include <QVBoxLayout>

namespace salon {

JoinDialog::JoinDialog(Theme &theme, Workspaces &workspaces, const QString &link, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_form(new JoinForm(theme, workspaces, this))
{
    build();
    if (!link.isEmpty())
        m_form->setLink(link);
}

JoinDialog::JoinDialog(Theme &theme, Workspaces &workspaces, Workspace *workspace, RegistrationPolicy policy,
    const Error &why, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_workspace(workspace)
    , m_form(new JoinForm(theme, workspaces, this))
{
    m_form->setWorkspace(workspace, policy, why);
    build();
}

void JoinDialog::build()
{
    setTroubleLines(0);
    content()->addWidget(m_form);
    m_form->foundServers().setRows(3);
    m_form->focusFirst();
    connect(m_form, &JoinForm::done, this, [this](Workspace *workspace) {
        Q_EMIT joined(workspace);
        accept();
    });
    retranslateUi();
}

void JoinDialog::done(int result)
{
    m_form->cancel(); // nothing is under way after joined()
    SalonDialog::done(result);
}

void JoinDialog::retranslateUi()
{
    setHeading(m_workspace ? tr("Log in to %1").arg(m_workspace->name()) : tr("Join another server"));
}

} // namespace salon
