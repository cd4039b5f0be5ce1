// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPointer>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace salon {

class SettingsStore;
class Theme;
class Workspace;
class Workspaces;

/// One button per server at the very left; hidden while there is only one.
class ServerRail : public QWidget
{
    Q_OBJECT

public:
    ServerRail(Theme &theme, SettingsStore &settings, Workspaces &workspaces, QWidget *parent = nullptr);

    void setCurrent(Workspace *workspace);

Q_SIGNALS:
    void chosen(salon::Workspace *workspace);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();

    Theme &m_theme;
    SettingsStore &m_settings;
    Workspaces &m_workspaces;
    QPointer<Workspace> m_current;
    QVBoxLayout *m_column;
};

} // namespace salon
