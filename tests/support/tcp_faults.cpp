// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/tcp_faults.h"

#include "shared/transport/socket_options.h"
#include "tests/support/abrupt_end.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace salon::test {

namespace {

void shutSending(QTcpSocket &socket)
{
    socket.flush();
    shutdownSending(socket.socketDescriptor());
}

} // namespace

class TcpFaults::Link : public QObject
{
public:
    Link(TcpFaults &proxy, std::unique_ptr<QTcpSocket> client)
        : m_proxy(proxy)
        , m_plan(proxy.m_plan)
        , m_client(std::move(client))
        , m_server(std::make_unique<QTcpSocket>())
        , m_left{ m_plan.cutAfterToServer, m_plan.cutAfterToClient }
    {
        // The proxy reads only what it forwards, so that a stall is felt by the sender.
        for (QTcpSocket *socket : { m_client.get(), m_server.get() }) {
            socket->setReadBufferSize(16 * 1024);
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        }
        watch(*m_client, Way::ToServer);
        watch(*m_server, Way::ToClient);
        connect(m_server.get(), &QTcpSocket::connected, this, [this] {
            m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            forward(Way::ToServer);
        });
        m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.m_target);
        if (m_left[0] == 0 || m_left[1] == 0)
            QTimer::singleShot(0, this, [this] { cut(m_plan.cut, m_left[0] == 0 ? Way::ToServer : Way::ToClient); });
    }

    ~Link() override
    {
        // Their last signals concern nobody.
        m_client->disconnect(this);
        m_server->disconnect(this);
    }
    Q_DISABLE_COPY_MOVE(Link)

    void forwardBoth()
    {
        forward(Way::ToServer);
        forward(Way::ToClient);
    }

    void cut(Cut kind, Way way)
    {
        if (m_over)
            return;
        if (kind == Cut::HalfClose) {
            m_halfClosed[size_t(way)] = true;
            shutSending(way == Way::ToServer ? *m_server : *m_client);
            return;
        }
        m_over = true;
        for (QTcpSocket *socket : { m_client.get(), m_server.get() }) {
            socket->flush();
            if (kind == Cut::Reset)
                endAbruptly(*socket);
            else
                socket->disconnectFromHost();
        }
    }

private:
    void watch(QTcpSocket &from, Way way)
    {
        connect(&from, &QTcpSocket::readyRead, this, [this, way] {
            if (m_plan.delayMs > 0)
                QTimer::singleShot(m_plan.delayMs, this, [this, way] { forward(way); });
            else
                forward(way);
        });
        connect(&from, &QTcpSocket::disconnected, this, [this, way] {
            forward(way);
            if (!m_over && !m_proxy.m_stalled[size_t(way)])
                cut(Cut::Close, way);
        });
    }

    void forward(Way way)
    {
        QTcpSocket &from = way == Way::ToServer ? *m_client : *m_server;
        QTcpSocket &to = way == Way::ToServer ? *m_server : *m_client;
        std::optional<qint64> &left = m_left[size_t(way)];
        while (!m_over && !m_proxy.m_stalled[size_t(way)] && from.bytesAvailable() > 0
            && to.state() == QAbstractSocket::ConnectedState) {
            if (m_halfClosed[size_t(way)] || m_proxy.m_dropping[size_t(way)]) {
                from.readAll();
                continue;
            }
            qint64 most = 16 * 1024;
            if (m_plan.dribbleBytes > 0)
                most = std::min(most, m_plan.dribbleBytes);
            if (left)
                most = std::min(most, *left);
            const QByteArray bytes = from.read(most);
            to.write(bytes);
            to.flush();
            m_proxy.m_forwarded[size_t(way)] += bytes.size();
            if (left) {
                *left -= bytes.size();
                if (*left == 0)
                    cut(m_plan.cut, way);
            }
            if (m_plan.dribbleBytes > 0) {
                QTimer::singleShot(0, this, [this, way] { forward(way); });
                return;
            }
        }
    }

    TcpFaults &m_proxy;
    Plan m_plan;
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<QTcpSocket> m_server;
    std::optional<qint64> m_left[2];
    bool m_halfClosed[2] = { false, false };
    bool m_over = false;
};

TcpFaults::TcpFaults(quint16 target, QObject *parent)
    : QObject(parent)
    , m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TcpFaults::accept);
    m_server.listen(QHostAddress(QHostAddress::LocalHost));
}

TcpFaults::~TcpFaults() = default;

void TcpFaults::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        client->setParent(nullptr);
        ++m_connections;
        m_links.push_back(std::make_unique<Link>(*this, std::unique_ptr<QTcpSocket>(client)));
    }
}

void TcpFaults::setStalled(Way way, bool stalled)
{
    m_stalled[size_t(way)] = stalled;
    for (const auto &link : m_links)
        link->forwardBoth();
}

void TcpFaults::setDropping(Way way, bool dropping)
{
    m_dropping[size_t(way)] = dropping;
}

void TcpFaults::cutAll(Cut cut)
{
    for (const auto &link : m_links) {
        link->cut(cut, Way::ToServer);
        if (cut == Cut::HalfClose)
            link->cut(cut, Way::ToClient);
    }
}

} // namespace salon::test
