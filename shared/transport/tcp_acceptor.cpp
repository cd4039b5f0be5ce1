// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/tcp_acceptor.h"

#include "shared/transport/endpoint.h"

#include <QNetworkProxy>

#include <chrono>

namespace salon {

using namespace std::chrono_literals;

TcpAcceptor::TcpAcceptor(QObject *parent)
    : QTcpServer(parent)
{
    setProxy(QNetworkProxy::NoProxy);
    m_retry.setSingleShot(true);
    m_retry.setInterval(500ms);
    connect(this, &QTcpServer::acceptError, this, &TcpAcceptor::pauseAfterError);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (!m_paused)
            resumeAccepting();
    });
}

Result<> TcpAcceptor::listen(const QHostAddress &address, quint16 port, int backlog)
{
    setListenBacklogSize(backlog);
    if (QTcpServer::listen(address, port))
        return {};
    const QString shown
        = Endpoint::tcp(address == QHostAddress::Any ? QStringLiteral("*") : address.toString(), port).toString();
    switch (serverError()) {
    case QAbstractSocket::AddressInUseError:
        return fail(ErrorCode::AddressInUse, errorString(), { shown });
    case QAbstractSocket::SocketAccessError:
        return fail(ErrorCode::NotPermitted, errorString(), { shown });
    default:
        return fail(ErrorCode::InvalidAddress, errorString(), { shown });
    }
}

void TcpAcceptor::setPaused(bool paused)
{
    m_paused = paused;
    // Without that, Qt would still hand over all that is in the queue of the system at that moment.
    setMaxPendingConnections(paused ? 0 : 1);
    if (paused)
        pauseAccepting();
    else
        resumeAccepting();
}

void TcpAcceptor::incomingConnection(qintptr descriptor)
{
    Q_EMIT descriptorReady(descriptor);
}

void TcpAcceptor::pauseAfterError()
{
    // Mostly: no descriptors left. QTcpServer has paused itself, or the loop would spin on the same connection.
    m_retry.start();
    Q_EMIT acceptFailed({ ErrorCode::ServerBusy, errorString() });
}

} // namespace salon
