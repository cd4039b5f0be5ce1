// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "client-gui/timeline/timeline_row.h"

class QLineEdit;
class QListView;

namespace salon {

class FormField;
class RoomListProxy;
class Workspace;

/// Sends what a message says, and its files, to another room of the same server: as a quote with its author's name,
/// under a comment if one is written.
class ForwardDialog final : public SalonDialog
{
    Q_OBJECT

public:
    ForwardDialog(Theme &theme, Workspace &workspace, const TimelineRow &message, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It is in the outbox; `room` is its name.
    void forwarded(const QString &room);

protected:
    void retranslateUi() override;
    void applyTheme() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void selectFirst();
    void send();

    Workspace &m_workspace;
    TimelineRow m_message;
    RoomListProxy *m_rooms;
    QLineEdit *m_search;
    QLineEdit *m_comment;
    FormField *m_searchField;
    FormField *m_commentField;
    QListView *m_list;
    TextLabel *m_preview;
    QPushButton *m_cancel;
    QPushButton *m_send;
};

} // namespace salon
