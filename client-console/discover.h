// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/ansi.h"
#include "shared/discovery/discovery_probe.h"

#include <QCoreApplication>
#include <QObject>

namespace salon::console {

/// salon-console --discover: asks the local network once and prints who answered, as a table for people or, into a
/// pipe, one line each with tabs: kind, address, people online, key (base64url, "-" without TLS), name. Ends the
/// program.
class Discover : public QObject
{
    Q_OBJECT

public:
    Discover(const Ansi &ansi, bool forPeople, QObject *parent = nullptr);

    /// Asks on the port that SALON_DISCOVERY_PORT names, or the usual one.
    void start();

    /// One line each, by kind and name.
    [[nodiscard]] static QString linesForPrograms(const QList<Neighbour> &neighbours);
    [[nodiscard]] QString table(const QList<Neighbour> &neighbours) const;

private:
    void finish();

    Ansi m_ansi;
    bool m_forPeople;
    DiscoveryProbe m_probe;
};

} // namespace salon::console
