// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSize>

class QMainWindow;
class QSplitter;

namespace salon {

class SettingsStore;

/// Size and place of the window and of its panes, kept in the settings. A window that was last on a screen that is gone
/// comes back on one that is there.
class WindowState
{
public:
    WindowState(SettingsStore &settings, QMainWindow &window, QSplitter &panes);

    /// Of the window; how the panes share it is its own matter.
    void restore();
    /// `keepsList`: the list has the width that the person gave it.
    void keep(bool keepsList);

    /// What the window never gets smaller than on a screen with so much room.
    [[nodiscard]] static QSize leastSize(QSize available);

private:
    SettingsStore &m_settings;
    QMainWindow &m_window;
    QSplitter &m_panes;
};

} // namespace salon
