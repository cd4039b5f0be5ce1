// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

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

    void restore();
    void keep();

private:
    SettingsStore &m_settings;
    QMainWindow &m_window;
    QSplitter &m_panes;
};

} // namespace salon
