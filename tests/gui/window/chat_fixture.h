// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/language_manager.h"
#include "client-gui/app/theme.h"
#include "client-gui/main_window/main_window.h"
#include "shared/client-core/workspaces.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

namespace salon::test {

/// A real server, the real window on it as "Vous", and other people who speak the bare protocol.
class ChatFixture
{
public:
    ChatFixture();
    ~ChatFixture();

    /// Starts the server, opens the profile, joins as `name`, shows the window; false when one of it fails.
    /// Without `isOwner` as somebody who has no rights of their own.
    bool start(const QString &name = QStringLiteral("Camille"), bool isOwner = true);
    /// Somebody else, who joins the first room when first asked for.
    TestClient &person(const QString &login, const QString &displayName = {});
    /// They write into a room they are in; false when the server did not take it.
    bool says(const QString &login, RoomId room, const QString &text);
    /// Makes a room as `login` and puts the window's person into it.
    RoomId makeRoom(const QString &login, RoomKind kind, const QString &name, const QString &topic = {});
    RoomId makeDirect(const QString &login);

    [[nodiscard]] Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] RoomId firstRoom() const { return m_firstRoom; }
    [[nodiscard]] SettingsStore &settings() const { return profile->settings(); }
    /// Ends the window's program and starts it again on the same folder.
    bool restartClient();

    ServerProcess server;
    Theme theme;
    LanguageManager languages;
    std::unique_ptr<ClientProfile> profile;
    std::unique_ptr<Workspaces> workspaces;
    std::unique_ptr<MainWindow> window;

private:
    bool openProfile();
    void closeClient();

    SystemClock m_clock;
    QTemporaryDir m_folder;
    Workspace *m_workspace = nullptr;
    RoomId m_firstRoom;
    std::map<QString, std::unique_ptr<TestClient>> m_people;
};

} // namespace salon::test
