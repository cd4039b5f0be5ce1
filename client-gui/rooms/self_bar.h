// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QMenu;

namespace salon {

class AvatarLabel;
class ElidedLabel;
class LanguageManager;
class LanguageSwitch;
class Theme;
class Workspace;

/// Oneself at the foot of the room list: avatar, name, status; a click opens the menu of presence. Beside it the
/// language switch.
class SelfBar : public QWidget
{
    Q_OBJECT

public:
    SelfBar(Theme &theme, LanguageManager &languages, QWidget *parent = nullptr);

    void setWorkspace(Workspace *workspace);
    void setIconsOnly(bool isIconsOnly);

Q_SIGNALS:
    void profileRequested();
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void retranslateUi();
    void applyLook();
    void showSelf();
    void openMenu();

    Theme &m_theme;
    Workspace *m_workspace = nullptr;
    AvatarLabel *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_status;
    LanguageSwitch *m_language;
    QBoxLayout *m_row;
    QMenu *m_menu;
    QAction *m_online, *m_away, *m_busy, *m_profile, *m_settings;
    bool m_isIconsOnly = false;
};

} // namespace salon
