// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/ids.h"

#include <QPointer>

class QListWidget;

namespace salon {

class Workspace;

/// Who may not come into a room; lets them come back.
class BansDialog final : public SalonDialog
{
    Q_OBJECT

public:
    BansDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    void load();
    void lift();
    void showState();

    QPointer<Workspace> m_workspace;
    RoomId m_room;
    TextLabel *m_note;
    QListWidget *m_list;
    QPushButton *m_close;
    QPushButton *m_lift;
    bool m_isLoading = true;
};

} // namespace salon
