// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/workspace.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace salon {

class TextLabel;
class Theme;

/// The devices of one's own account; each but this one can be removed.
class DeviceListView : public QWidget
{
    Q_OBJECT

public:
    DeviceListView(Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

    /// Asks the server again.
    void refresh();

Q_SIGNALS:
    void failed(const salon::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void revoke();
    void showDevices();
    void showSelected();
    void retranslateUi();
    void applyTheme();
    [[nodiscard]] const DeviceEntry *selected() const;

    Theme &m_theme;
    Workspace &m_workspace;
    QList<DeviceEntry> m_devices;
    TextLabel *m_what;
    QListWidget *m_list;
    QPushButton *m_revoke;
    DeviceId m_asked; ///< the button was pressed once for this one
};

} // namespace salon
