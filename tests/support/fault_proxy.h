// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QRandomGenerator>
#include <QTcpServer>
#include <memory>

class QTcpSocket;

namespace salon::test {

/// A TCP proxy on loopback that cuts connections after a random number of bytes, both directions counted together, so
/// that cuts fall anywhere inside frames and TLS records. What was read up to the cut is passed on, the rest is lost.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    /// Forwards 127.0.0.1:port() to 127.0.0.1:`target`. Cuts follow from `seed`.
    FaultProxy(quint16 target, quint32 seed, QObject *parent = nullptr);
    ~FaultProxy() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// New connections live for least to most bytes; 0, 0: no cuts.
    void setCuts(qint64 least, qint64 most);
    /// Cuts all connections there are.
    void cutAll();
    [[nodiscard]] int cuts() const { return m_cuts; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    class Link;

    void accept();

    QTcpServer m_server;
    quint16 m_target;
    QRandomGenerator m_random;
    qint64 m_least = 0;
    qint64 m_most = 0;
    int m_cuts = 0;
    int m_connections = 0;
};

} // namespace salon::test
