// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/join_form.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace salon {

class Card;
class LanguageManager;
class LanguageSwitch;

/// What stands in the main window while this computer knows no server: one centred card with the language switch at its
/// top right.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    FirstRunPage(Theme &theme, LanguageManager &languages, Workspaces &workspaces, QWidget *parent = nullptr);

    [[nodiscard]] JoinForm &form() const { return *m_form; }
    /// Shows the way to people nearby, which needs no server.
    void offerNearby();

Q_SIGNALS:
    void nearbyRequested();

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslateUi();
    void applyTheme();
    void showMoreServers();

    Theme &m_theme;
    QScrollArea *m_scroll;
    Card *m_card;
    QHBoxLayout *m_head;
    QVBoxLayout *m_words;
    QLabel *m_icon;
    TextLabel *m_welcome;
    TextLabel *m_what;
    QPushButton *m_nearby;
    JoinForm *m_form;
};

} // namespace salon
