// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/local_acceptor.h"

#include <QLocalServer>

namespace salon {

namespace {

class PipeServer final : public QLocalServer
{
public:
    explicit PipeServer(LocalAcceptor *acceptor)
        : m_acceptor(acceptor)
    {
    }

protected:
    void incomingConnection(quintptr descriptor) override { Q_EMIT m_acceptor->descriptorReady(qintptr(descriptor)); }

private:
    LocalAcceptor *m_acceptor;
};

} // namespace

LocalAcceptor::LocalAcceptor(QObject *parent)
    : QObject(parent)
{
}

LocalAcceptor::~LocalAcceptor() = default;

Result<> LocalAcceptor::listen(const QString &path, int backlog, bool groupMayConnect)
{
    m_server = std::make_unique<PipeServer>(this);
    m_server->setListenBacklogSize(backlog);
    m_server->setSocketOptions(groupMayConnect ? QLocalServer::UserAccessOption | QLocalServer::GroupAccessOption
                                               : QLocalServer::UserAccessOption);
    if (m_server->listen(path))
        return {};
    const bool inUse = m_server->serverError() == QAbstractSocket::AddressInUseError;
    return fail(inUse ? ErrorCode::AddressInUse : ErrorCode::InvalidAddress, m_server->errorString(),
        { QStringLiteral("unix:") + path });
}

void LocalAcceptor::setPaused(bool paused)
{
    m_paused = paused;
}

void LocalAcceptor::acceptPending()
{
}

} // namespace salon
