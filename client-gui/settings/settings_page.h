// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/settings.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace salon {

class SettingRow;
class Theme;

/// A page of the settings: rows one under the other that take effect at once and follow changes made elsewhere.
class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    SettingsPage(Theme &theme, SettingsStore &store, QWidget *parent = nullptr);

protected:
    [[nodiscard]] Theme &theme() const { return m_theme; }
    [[nodiscard]] SettingsStore &store() const { return m_store; }
    /// A switch for a setting that is on or off.
    SettingRow *addSwitch(const char *objectName, bool Settings::*setting);
    SettingRow *addRow(QWidget *control);
    SettingRow *addWideRow(QWidget *control);
    QComboBox *makeChoice(const char *objectName);
    /// Words at the end of the page.
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

    /// Shows what is set now.
    virtual void showSettings(const Settings &settings) = 0;
    virtual void retranslateUi() = 0;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    Theme &m_theme;
    SettingsStore &m_store;
    QVBoxLayout *m_column;
};

} // namespace salon
