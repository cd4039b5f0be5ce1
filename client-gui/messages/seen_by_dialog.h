// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/reading_dialog.h"
#include "shared/base/ids.h"

namespace salon {

class Workspace;

/// Who has read up to a message, as far as they show it; follows while it is open.
class SeenByDialog final : public ReadingDialog
{
    Q_OBJECT

public:
    SeenByDialog(Theme &theme, Workspace &workspace, RoomId room, Seq seq, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void showPeople();

    Workspace &m_workspace;
    RoomId m_room;
    Seq m_seq;
};

} // namespace salon
