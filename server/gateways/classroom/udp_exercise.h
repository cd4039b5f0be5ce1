// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/classroom_desk.h"
#include "server/gateways/classroom/exercise.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <memory>
#include <vector>

class QUdpSocket;

namespace salon {
struct PeerAddress;
}

namespace salon::server {

/// Shows each datagram and answers it; what comes faster than it may be shown is answered only. What comes faster than
/// that is neither, and read so slowly that the system drops the most of it.
class UdpExercise final : public Exercise
{
    Q_OBJECT

public:
    /// `desk` must outlive it.
    UdpExercise(const ExerciseKind &kind, ClassroomDesk &desk);
    ~UdpExercise() override;

    Result<GatewayAddress> open(const Endpoint &endpoint) override;
    void close() override;

private:
    Result<> bindAll(const Endpoint &endpoint);
    void read();
    void take(QUdpSocket &socket);
    void show(const PeerAddress &peer, const QByteArray &bytes);
    [[nodiscard]] bool mayAnswer(const QString &source);
    [[nodiscard]] bool mayShow(const QString &source);

    ClassroomDesk &m_desk;
    std::vector<std::unique_ptr<QUdpSocket>> m_sockets;
    quint16 m_port = 0;
    QTimer m_pause;
    RateGate m_shown; ///< of this exercise: its datagrams silence no other
    QHash<QString, RateGate> m_shownPerSource;
    QElapsedTimer m_second;
    QHash<QString, int> m_perSource; ///< datagrams of this second
    int m_total = 0;
};

} // namespace salon::server
