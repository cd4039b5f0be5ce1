// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"
#include "shared/client-core/session/unread_reason.h"

#include <optional>

namespace salon {

class TextLabel;
class Workspace;

/// Names the message from which on a room is unread, and why; leads there.
class WhyUnreadDialog final : public SalonDialog
{
    Q_OBJECT

public:
    WhyUnreadDialog(Theme &theme, Workspace &workspace, RoomId room, QWidget *parent = nullptr);

    [[nodiscard]] QString shownText() const;

Q_SIGNALS:
    /// To the first unread message.
    void openRequested(salon::RoomId room);

protected:
    void retranslateUi() override;

private:
    [[nodiscard]] QString countWords() const;
    [[nodiscard]] QString reasonWords() const;
    [[nodiscard]] QString messageWords() const;

    Workspace &m_workspace;
    RoomId m_room;
    std::optional<UnreadReason> m_reason; ///< none while it is looked for
    TextLabel *m_count;
    TextLabel *m_message;
    TextLabel *m_why;
    QPushButton *m_close;
    QPushButton *m_open;
};

} // namespace salon
