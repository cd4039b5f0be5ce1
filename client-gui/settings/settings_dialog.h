// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

class QListWidget;
class QStackedWidget;

namespace salon {

class ClientProfile;
class GeneralPage;
class LanguageManager;
class Nearby;
class Workspaces;

/// All settings, on pages beside a list of them. Everything applies at once; there is nothing to confirm.
class SettingsDialog final : public SalonDialog
{
    Q_OBJECT

public:
    /// `nearby` may be null: without their page.
    SettingsDialog(
        Theme &theme, LanguageManager &languages, ClientProfile &profile, Nearby *nearby, QWidget *parent = nullptr);

    /// Servers keep something of the person's privacy; must outlive the dialog.
    void setWorkspaces(Workspaces &workspaces);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    void addPage(const QString &icon, QWidget *page);

    QListWidget *m_list;
    QStackedWidget *m_pages;
    QPushButton *m_close;
    GeneralPage *m_general = nullptr;
};

} // namespace salon
