// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/reading_dialog.h"
#include "shared/base/ids.h"
#include "shared/protocol/messages/message_lists.h"

namespace salon {

class Workspace;

/// What a message said at different times, newest first.
class RevisionsDialog final : public ReadingDialog
{
    Q_OBJECT

public:
    RevisionsDialog(Theme &theme, Workspace &workspace, RoomId room, Seq seq, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void showAll();

    Workspace &m_workspace;
    QList<Revision> m_revisions;
    bool m_isLoading = true;
};

} // namespace salon
