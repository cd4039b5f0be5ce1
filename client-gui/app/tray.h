// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QAction;
class QMenu;

namespace salon {

class Theme;

/// The icon beside the clock, where the desktop has such a place: a dot when something is unread, an accent one when
/// somebody means you; its menu opens and quits.
class Tray : public QObject
{
    Q_OBJECT

public:
    explicit Tray(Theme &theme, QObject *parent = nullptr);
    ~Tray() override;

    [[nodiscard]] bool isThere() const;
    void setUnread(quint32 unread, quint32 mentions);
    /// A toast; plain text, whatever is in it.
    void showMessage(const QString &title, const QString &text);
    void retranslate();

Q_SIGNALS:
    void openRequested();
    void settingsRequested();
    void quitRequested();
    void messageClicked();

private:
    void showIcon();

    Theme &m_theme;
    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_open, *m_settings, *m_quit;
    quint32 m_unread = 0;
    quint32 m_mentions = 0;
};

} // namespace salon
