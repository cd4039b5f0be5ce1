// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fault_proxy.h"

#include <QTcpSocket>
#include <algorithm>

namespace salon::test {

/// One connection through the proxy; deletes itself at its end.
class FaultProxy::Link : public QObject
{
public:
    Link(FaultProxy *proxy, QTcpSocket *near, qint64 budget)
        : QObject(proxy)
        , m_proxy(proxy)
        , m_near(near)
        , m_budget(budget)
    {
        near->setParent(this);
        for (QTcpSocket *socket : { m_near, &m_far }) {
            QTcpSocket *other = socket == m_near ? &m_far : m_near;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, other] { pump(socket, other); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket, other] {
                pump(socket, other);
                other->disconnectFromHost();
                if (socket->state() == QAbstractSocket::UnconnectedState
                    && other->state() == QAbstractSocket::UnconnectedState)
                    deleteLater();
            });
            connect(socket, &QTcpSocket::errorOccurred, this, [this, socket, other] {
                if (socket == &m_far && socket->state() == QAbstractSocket::UnconnectedState)
                    other->disconnectFromHost();
            });
        }
        connect(&m_far, &QTcpSocket::connected, this, [this] { pump(m_near, &m_far); });
        m_far.connectToHost(QHostAddress::LocalHost, proxy->m_target);
        m_far.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_near->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    void cut()
    {
        ++m_proxy->m_cuts;
        for (QTcpSocket *socket : { m_near, &m_far }) {
            socket->disconnect(this);
            socket->flush();
            socket->abort();
        }
        deleteLater();
    }

private:
    void pump(QTcpSocket *from, QTcpSocket *to)
    {
        if (to->state() != QAbstractSocket::ConnectedState)
            return;
        while (from->bytesAvailable() > 0) {
            const bool limited = m_budget >= 0;
            const QByteArray bytes = from->read(limited ? std::min<qint64>(m_budget, 65536) : 65536);
            to->write(bytes);
            if (!limited)
                continue;
            m_budget -= bytes.size();
            if (m_budget <= 0)
                return cut();
        }
    }

    FaultProxy *m_proxy;
    QTcpSocket *m_near;
    QTcpSocket m_far;
    qint64 m_budget; ///< -1: no cut
};

FaultProxy::FaultProxy(quint16 target, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_random(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

FaultProxy::~FaultProxy() = default;

void FaultProxy::setCuts(qint64 least, qint64 most)
{
    m_least = least;
    m_most = most;
}

void FaultProxy::cutAll()
{
    for (QObject *child : children()) {
        if (auto *link = dynamic_cast<Link *>(child))
            link->cut();
    }
}

void FaultProxy::accept()
{
    while (QTcpSocket *near = m_server.nextPendingConnection()) {
        ++m_connections;
        const qint64 budget = m_most > 0 ? m_least + qint64(m_random.bounded(double(m_most - m_least + 1))) : -1;
        new Link(this, near, budget);
    }
}

} // namespace salon::test
