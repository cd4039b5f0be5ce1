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

class QHostAddress;
class QUdpSocket;

namespace salon::server {

/// Shows each datagram and answers it. What comes faster than it may is neither shown nor answered, and read so slowly
/// that the system drops the most of it.
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
    void show(const QString &address, const QByteArray &bytes);
    [[nodiscard]] bool mayAnswer(const QString &source);

    ClassroomDesk &m_desk;
    std::vector<std::unique_ptr<QUdpSocket>> m_sockets;
    quint16 m_port = 0;
    QTimer m_pause;
    QElapsedTimer m_second;
    QHash<QString, int> m_perSource; ///< datagrams of this second
    int m_total = 0;
};

} // namespace salon::server
