// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/message_offers.h"

#include <QFrame>

class QHBoxLayout;

namespace salon {

class IconButton;
class Theme;

/// The small raised bar at the top right of the message that is hovered or focused: react, reply, edit, more. It takes
/// no focus; the same is done by single keys and in the menu.
class ActionBar final : public QFrame
{
    Q_OBJECT

public:
    ActionBar(Theme &theme, QWidget *parent);

    /// Of one message; hides itself when nothing can be done with it.
    void offer(const QList<MessageAction> &actions);
    [[nodiscard]] bool isOffering() const noexcept { return m_isOffering; }
    /// Where a button stands on the screen.
    [[nodiscard]] QRect globalRect(MessageAction action) const;

Q_SIGNALS:
    void asked(salon::MessageAction action);
    void moreAsked(QPoint globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    [[nodiscard]] IconButton *buttonOf(MessageAction action) const;

    Theme &m_theme;
    QHBoxLayout *m_row;
    IconButton *m_react;
    IconButton *m_reply;
    IconButton *m_edit;
    IconButton *m_more;
    bool m_isOffering = false;
};

} // namespace salon
