// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/tray.h"

#include "client-gui/app/theme.h"
#include "resources/app_icon.h"

#include <QMenu>
#include <QPainter>

#include <utility>

namespace salon {

Tray::Tray(Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_menu(std::make_unique<QMenu>())
{
    m_open = m_menu->addAction(QString(), this, &Tray::openRequested);
    m_settings = m_menu->addAction(QString(), this, &Tray::settingsRequested);
    m_menu->addSeparator();
    m_quit = m_menu->addAction(QString(), this, &Tray::quitRequested);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::messageClicked);
    connect(&theme, &Theme::changed, this, &Tray::showIcon);
    retranslate();
    showIcon();
    m_icon.setVisible(QSystemTrayIcon::isSystemTrayAvailable());
}

Tray::~Tray()
{
    m_icon.setContextMenu(nullptr);
}

bool Tray::isThere() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setUnread(quint32 unread, quint32 mentions)
{
    const bool looksDifferent = (unread > 0) != (m_unread > 0) || (mentions > 0) != (m_mentions > 0);
    const bool countsDifferent = unread != std::exchange(m_unread, unread);
    m_mentions = mentions;
    if (countsDifferent)
        retranslate();
    if (looksDifferent)
        showIcon();
}

void Tray::showIcon()
{
    if (m_unread == 0) {
        m_icon.setIcon(appIcon());
        return;
    }
    QIcon marked;
    for (const int side : { 16, 22, 24, 32, 48, 64 }) {
        QPixmap pixmap = appIcon().pixmap(QSize(side, side), 1);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal dot = side * 0.42;
        painter.setPen(QPen(m_theme.colour(ColourRole::Conversation), side / 16.0));
        painter.setBrush(m_theme.colour(m_mentions > 0 ? ColourRole::Danger : ColourRole::Accent));
        painter.drawEllipse(QRectF(side - dot - 0.5, 0.5, dot, dot));
        painter.end();
        marked.addPixmap(pixmap);
    }
    m_icon.setIcon(marked);
}

void Tray::showMessage(const QString &title, const QString &text)
{
    if (!isThere())
        return;
#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
    // The desktop's notification service reads markup in the body.
    m_icon.showMessage(title, text.toHtmlEscaped(), appIcon());
#else
    m_icon.showMessage(title, text, appIcon());
#endif
}

void Tray::retranslate()
{
    m_open->setText(tr("Open Salon"));
    m_settings->setText(tr("Settings…"));
    m_quit->setText(tr("Quit"));
    m_icon.setToolTip(m_unread > 0 ? tr("Salon: %n unread message(s)", nullptr, int(m_unread)) : tr("Salon"));
}

} // namespace salon
