// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/ids.h"

#include <QModelIndex>
#include <QTimer>

class QLineEdit;
class QListView;
class QStackedLayout;

namespace salon {

class EmptyState;
class FormField;
class PublicRoomModel;
class Workspace;

/// The public rooms of a server, searched while one types; joins one or opens one that is joined already.
class BrowseRoomsDialog final : public SalonDialog
{
    Q_OBJECT

public:
    BrowseRoomsDialog(Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void roomOpened(salon::RoomId room);
    void createRequested();

protected:
    void retranslateUi() override;
    void applyTheme() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showFound();
    void showSelected();
    void openSelected();

    Workspace &m_workspace;
    PublicRoomModel *m_model;
    QLineEdit *m_search;
    FormField *m_field;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_found;
    QPushButton *m_create;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QTimer m_typed;
    bool m_isFirstAnswer = true;
};

} // namespace salon
