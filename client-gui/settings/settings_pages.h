// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/settings/settings_page.h"

class QSpinBox;

namespace salon {

class LanguageManager;
class Workspaces;

/// Language, writing, presence, window, list of rooms.
class GeneralPage final : public SettingsPage
{
    Q_OBJECT

public:
    GeneralPage(Theme &theme, SettingsStore &store, LanguageManager &languages);
    /// What servers keep of the person's privacy stands beside what this computer does. Must outlive the page.
    void setWorkspaces(Workspaces &workspaces);

protected:
    void showSettings(const Settings &settings) override;
    void retranslateUi() override;

private:
    LanguageManager &m_languages;
    QComboBox *m_language;
    QComboBox *m_enter;
    QSpinBox *m_away;
    QCheckBox *m_tray;
    QComboBox *m_sort;
    QComboBox *m_pictures;
    SettingRow *m_languageRow, *m_enterRow, *m_markdownRow, *m_typingRow, *m_awayRow, *m_trayRow, *m_sortRow,
        *m_picturesRow;
};

/// Colours, size, density.
class LookPage final : public SettingsPage
{
    Q_OBJECT

public:
    LookPage(Theme &theme, SettingsStore &store);

protected:
    void showSettings(const Settings &settings) override;
    void retranslateUi() override;

private:
    QComboBox *m_colours;
    QComboBox *m_scale;
    SettingRow *m_coloursRow, *m_scaleRow, *m_compactRow, *m_membersRow;
};

/// What is worth a notification and what it tells.
class NotificationsPage final : public SettingsPage
{
    Q_OBJECT

public:
    NotificationsPage(Theme &theme, SettingsStore &store);

protected:
    void showSettings(const Settings &settings) override;
    void retranslateUi() override;

private:
    QComboBox *m_about;
    SettingRow *m_aboutRow, *m_textRow, *m_soundRow;
};

} // namespace salon
