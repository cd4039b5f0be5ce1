// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/gui/window/chat_fixture.h"

#include "shared/client-core/text/login_suggestion.h"
#include "shared/protocol/version.h"

using namespace Qt::StringLiterals;

namespace salon::test {

ChatFixture::ChatFixture()
{
    server.makeLenient();
    // Without TLS: other tests are about that, and it takes most of the time of a connection.
    server.arguments << u"--name"_s << u"Salon du quartier"_s << u"--listen"_s << u"127.0.0.1:0"_s
                     << u"--listen-plain"_s << u"127.0.0.1:0"_s;
}

ChatFixture::~ChatFixture()
{
    closeClient();
}

void ChatFixture::closeClient()
{
    window.reset();
    workspaces.reset();
    profile.reset();
    m_workspace = nullptr;
}

bool ChatFixture::openProfile()
{
    ClientProfile::Options options;
    options.dataFolder = m_folder.filePath(u"client"_s);
    options.useKeychain = false;
    profile = std::make_unique<ClientProfile>(options, m_clock);
    if (!profile->lock())
        return false;
    profile->open();
    if (!waitUntil([this] { return profile->isOpen(); }))
        return false;
    workspaces = std::make_unique<Workspaces>(*profile, u"salon test"_s);
    window = std::make_unique<MainWindow>(theme, languages, *profile, *workspaces);
    return true;
}

bool ChatFixture::start(const QString &name, bool isOwner)
{
    if (!server.start() || !openProfile())
        return false;
    const Result<Workspace *> added = workspaces->add(server.plainLink());
    if (!added)
        return false;
    m_workspace = *added;
    m_workspace->login(Registration{ suggestLogin(name), name, {}, isOwner ? server.ownerCode() : QString() });
    window->showRoom(m_workspace);
    window->show();
    window->activateWindow();
    if (!waitUntil([this] { return m_workspace->session().isOnline() && window->room().isValid(); }))
        return false;
    m_firstRoom = window->room();
    return true;
}

bool ChatFixture::restartClient()
{
    closeClient();
    if (!openProfile() || workspaces->isEmpty())
        return false;
    m_workspace = workspaces->all().constFirst();
    workspaces->startAll();
    window->showRoom(m_workspace);
    window->show();
    window->activateWindow();
    return waitUntil([this] { return window->room().isValid(); });
}

TestClient &ChatFixture::person(const QString &login, const QString &displayName)
{
    std::unique_ptr<TestClient> &client = m_people[login];
    if (!client) {
        client = std::make_unique<TestClient>();
        client->hello.features = knownFeatures(); // they may do all that the window's person may
        if (!client->join(server.plainLink(), login))
            qFatal("%s cannot join", qPrintable(login));
        if (!displayName.isEmpty() && !client->ask<Done>(SetDisplayName{ displayName }))
            qFatal("%s cannot be called so", qPrintable(login));
    }
    return *client;
}

bool ChatFixture::says(const QString &login, RoomId room, const QString &text)
{
    return person(login).send(room, text).has_value();
}

RoomId ChatFixture::makeRoom(const QString &login, RoomKind kind, const QString &name, const QString &topic)
{
    const auto opened = person(login).ask<RoomOpened>(CreateRoom{ kind, name, topic, { m_workspace->selfId() } });
    if (!opened)
        return {};
    const RoomId room = opened->room.id;
    return waitUntil([this, room] { return m_workspace->rooms().find(room); }) ? room : RoomId{};
}

RoomId ChatFixture::makeDirect(const QString &login)
{
    const auto opened = person(login).ask<RoomOpened>(OpenDirect{ { m_workspace->selfId() } });
    if (!opened)
        return {};
    const RoomId room = opened->room.id;
    return waitUntil([this, room] { return m_workspace->rooms().find(room); }) ? room : RoomId{};
}

} // namespace salon::test
