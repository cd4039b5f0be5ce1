// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/settings/settings_page.h"

class QLineEdit;
class QPushButton;

namespace salon {

class FormField;
class Nearby;
class WordsCard;

/// Page of the settings: people nearby on or off, one's name for them, one's four words.
class NearbyPage final : public SettingsPage
{
    Q_OBJECT

public:
    NearbyPage(Theme &theme, SettingsStore &store, Nearby &nearby);

protected:
    void showSettings(const Settings &settings) override;
    void retranslateUi() override;

private:
    void keepName();

    Nearby &m_nearby;
    QCheckBox *m_on;
    QLineEdit *m_name;
    FormField *m_nameField;
    WordsCard *m_words;
    SettingRow *m_onRow;
};

} // namespace salon
