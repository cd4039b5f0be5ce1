// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/nearby/nearby.h"
#include "tests/support/wait_until.h"

#include <QTemporaryDir>
#include <QUdpSocket>

namespace salon::test {

[[nodiscard]] inline QList<NetworkLink> loopbackOnly()
{
    QList<NetworkLink> links = runningLinks();
    links.removeIf([](const NetworkLink &link) { return !link.loopback; });
    return links;
}

/// A device of its own in this process, on this computer's own network only.
struct NearbyDevice
{
    explicit NearbyDevice(const QString &name)
    {
        ClientProfile::Options options;
        options.dataFolder = folder.path();
        options.useKeychain = false;
        profile = std::make_unique<ClientProfile>(options, clock);
        isReady = profile->lock().has_value();
        profile->open();
        isReady = isReady && waitUntil([this] { return profile->isOpen(); });
        profile->settings().change([&name](Settings &settings) { settings.nearbyName = name; });
        PeerNodeOptions node;
        node.listen = Endpoint::tcp(QStringLiteral("127.0.0.1"), 0);
        node.links = loopbackOnly;
        nearby = std::make_unique<Nearby>(*profile, node);
        nearby->files().setFolder(folder.filePath(QStringLiteral("downloads")));
    }
    ~NearbyDevice() { nearby.reset(); }
    Q_DISABLE_COPY_MOVE(NearbyDevice)

    /// On, and listening.
    [[nodiscard]] bool turnOn()
    {
        nearby->setOn(true);
        return waitUntil([this] { return nearby->isOpen() && nearby->port() != 0; });
    }
    /// Asks to talk with the other device.
    void connectTo(const NearbyDevice &other)
    {
        nearby->connectTo(Endpoint::tcp(QStringLiteral("127.0.0.1"), other.nearby->port()));
    }
    [[nodiscard]] const QByteArray &key() const { return nearby->key(); }

    SystemClock clock;
    QTemporaryDir folder;
    std::unique_ptr<ClientProfile> profile;
    std::unique_ptr<Nearby> nearby;
    bool isReady = false;
};

} // namespace salon::test
