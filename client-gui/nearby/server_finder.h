// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/nearby/found_server.h"
#include "shared/discovery/discovery_probe.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace salon {

/// Looks for servers on the local network while somebody looks at a list of them: at once, then every few seconds.
/// Sends nothing while it is off. A server that stays silent twice is taken from the list.
class ServerFinder : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        ListLinks links = runningLinks;
        quint16 port = discovery::DefaultPort; ///< 0: never looks
        int pauseMs = 4000; ///< between two looks

        /// SALON_DISCOVERY_PORT names another port; 0 turns looking off.
        static Options usual();
    };

    explicit ServerFinder(Options options = Options::usual(), QObject *parent = nullptr);
    ~ServerFinder() override;

    /// For tests; while it is not active.
    void setOptions(Options options);

    void setActive(bool isActive);
    [[nodiscard]] bool isActive() const { return m_isActive; }
    /// It never looks, see Options::usual().
    [[nodiscard]] bool isOff() const { return m_options.port == 0; }
    /// One look is over since it was turned on: an empty list means that there is no server.
    [[nodiscard]] bool hasLooked() const { return m_hasLooked; }
    /// This computer has no network but itself.
    [[nodiscard]] bool isAlone() const { return m_isAlone; }
    /// By name.
    [[nodiscard]] const QList<FoundServer> &servers() const { return m_servers; }

Q_SIGNALS:
    /// servers(), hasLooked() or isAlone() is another.
    void changed();

private:
    void look();
    void lookIsOver();
    void take(const Neighbour &neighbour);
    void checkLinks();

    Options m_options;
    std::unique_ptr<DiscoveryProbe> m_probe;
    QTimer m_pause;
    QList<FoundServer> m_servers;
    QList<FoundServer> m_before; ///< of the look before
    QList<FoundServer> m_now; ///< of the look that is under way
    bool m_isActive = false;
    bool m_hasLooked = false;
    bool m_isAlone = false;
};

} // namespace salon
