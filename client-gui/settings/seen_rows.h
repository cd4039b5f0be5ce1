// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QCheckBox;

namespace salon {

class SettingRow;
class TextLabel;
class Theme;
class Workspace;
class Workspaces;

/// For each server that knows it, the switch "Show others how far I have read": kept by the server, for all devices.
class SeenRows : public QWidget
{
    Q_OBJECT

public:
    /// `workspaces` must outlive this.
    SeenRows(Theme &theme, Workspaces &workspaces, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QPointer<Workspace> workspace{};
        QCheckBox *box = nullptr;
        SettingRow *row = nullptr;
    };
    void rebuild();
    void showStates();
    void set(Workspace &workspace, bool shows);
    void retranslateUi();

    Theme &m_theme;
    Workspaces &m_workspaces;
    QList<Row> m_rows;
    TextLabel *m_trouble;
};

} // namespace salon
