// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/reading_dialog.h"
#include "shared/base/ids.h"
#include "shared/protocol/messages/message_lists.h"

namespace salon {

class Workspace;

/// Who reacted to a message, emoji by emoji.
class ReactionsDialog final : public ReadingDialog
{
    Q_OBJECT

public:
    ReactionsDialog(Theme &theme, Workspace &workspace, RoomId room, Seq seq, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void showAll();

    Workspace &m_workspace;
    QList<ReactionPeople> m_reactions;
    bool m_isLoading = true;
};

} // namespace salon
