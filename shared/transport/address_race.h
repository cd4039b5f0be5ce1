// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/tcp_channel.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

namespace salon {

/// Tries the addresses of a host one after the other, the next one whenever the last has failed or 250 ms have passed,
/// IPv6 and IPv4 in turns (as RFC 8305 does), and keeps the first that answers. Of a name with more addresses than
/// MaxAddresses the rest is not tried: who answers for a name must not decide how many sockets are made.
class AddressRace : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxAddresses = 32;

    using MakeChannel = std::function<std::unique_ptr<TcpChannel>()>;

    AddressRace(const QList<QHostAddress> &addresses, quint16 port, MakeChannel makeChannel);
    ~AddressRace() override;

    void start();
    /// Once after won(); the others are dropped with the race.
    std::unique_ptr<TcpChannel> takeWinner();

    /// IPv6 first, then in turns, otherwise in the order given.
    static QList<QHostAddress> inTurns(const QList<QHostAddress> &addresses);

Q_SIGNALS:
    void won();
    void lost(const salon::Error &error);

private:
    class Attempt;

    void startNext();
    void attemptReady(Attempt *attempt);
    void attemptEnded(Attempt *attempt, const Error &reason);

    QList<QHostAddress> m_addresses;
    quint16 m_port;
    MakeChannel m_makeChannel;
    QTimer m_stagger;
    std::vector<std::unique_ptr<Attempt>> m_attempts;
    Attempt *m_winner = nullptr;
    qsizetype m_running = 0;
    bool m_over = false;
};

} // namespace salon
