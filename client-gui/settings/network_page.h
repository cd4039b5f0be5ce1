// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/settings/settings_page.h"

class QLabel;
class QPushButton;

namespace salon {

class ClientProfile;
class ElidedLabel;
class TextLabel;

/// Where this installation keeps its data and its key, and the servers it knows with their fingerprints.
class NetworkPage final : public SettingsPage
{
    Q_OBJECT

public:
    NetworkPage(Theme &theme, ClientProfile &profile);

protected:
    void showSettings(const Settings &) override {}
    void retranslateUi() override;

private:
    void showServers();

    ClientProfile &m_profile;
    QPushButton *m_openFolder;
    SettingRow *m_folderRow;
    SettingRow *m_keyRow;
    TextLabel *m_serversHead;
    QWidget *m_servers;
};

} // namespace salon
