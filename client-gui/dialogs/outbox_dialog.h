// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/base/cid.h"
#include "shared/base/ids.h"

#include <QTimer>

class QListView;
class QStackedLayout;

namespace salon {

class EmptyState;
class TextLabel;
class Workspace;

/// Everything unsent in any room of a server, with the reason; each can be tried again, edited or thrown away.
class OutboxDialog final : public SalonDialog
{
    Q_OBJECT

public:
    OutboxDialog(Theme &theme, Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The message is to be written again, in its room.
    void editRequested(salon::RoomId room, const salon::Cid &cid);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    void showEntries();
    void showSelected();
    void retry();
    void retryAll();
    /// What becomes of the chosen one, whole: state, reason, next try.
    void showDetails();
    void edit();
    void discard();

    Workspace &m_workspace;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    TextLabel *m_details;
    QTimer m_second; ///< the next try comes nearer
    QPushButton *m_retry;
    QPushButton *m_edit;
    QPushButton *m_discard;
    QPushButton *m_retryAll;
    QPushButton *m_close;
};

} // namespace salon
