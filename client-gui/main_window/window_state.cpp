// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/window_state.h"

#include "shared/client-core/settings.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>

#include <algorithm>

namespace salon {

namespace {
constexpr QSize FirstSize(1080, 720);
constexpr QSize LeastSize(480, 360);
constexpr QSize SmallestVisible(120, 60);
} // namespace

WindowState::WindowState(SettingsStore &settings, QMainWindow &window, QSplitter &panes)
    : m_settings(settings)
    , m_window(window)
    , m_panes(panes)
{
}

void WindowState::restore()
{
    const Settings &settings = m_settings.current();
    const QScreen *primary = QGuiApplication::primaryScreen();
    const QRect available = primary ? primary->availableGeometry() : QRect(QPoint(), FirstSize);
    if (settings.windowGeometry.isEmpty() || !m_window.restoreGeometry(settings.windowGeometry)) {
        m_window.resize(FirstSize.boundedTo(available.size()));
        m_window.move(available.center() - m_window.rect().center());
    }
    const auto screens = QGuiApplication::screens();
    const bool isSeen = std::any_of(screens.begin(), screens.end(), [this](const QScreen *screen) {
        const QRect shown = screen->availableGeometry() & m_window.frameGeometry();
        return shown.width() >= SmallestVisible.width() && shown.height() >= SmallestVisible.height();
    });
    if (!isSeen) {
        m_window.resize(m_window.size().boundedTo(available.size()));
        m_window.move(available.center() - m_window.rect().center());
    }
}

QSize WindowState::leastSize(QSize available)
{
    return LeastSize.boundedTo(available);
}

void WindowState::keep(bool keepsList)
{
    const QList<int> sizes = m_panes.sizes();
    m_settings.change([this, sizes, keepsList](Settings &settings) {
        settings.windowGeometry = m_window.saveGeometry();
        // A pane that is folded away keeps the width it had.
        if (keepsList && sizes.value(0) > 0)
            settings.sidebarWidth = sizes.value(0);
        if (sizes.value(2) > 0)
            settings.membersWidth = sizes.value(2);
    });
}

} // namespace salon
