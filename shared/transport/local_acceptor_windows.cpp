// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/local_acceptor.h"

#include "shared/transport/peer_address.h"

#include <QFileInfo>
#include <QLocalServer>
#include <QPointer>
#include <functional>
#include <qt_windows.h>
#include <utility>

namespace salon {

namespace {

class PipeServer final : public QLocalServer
{
public:
    explicit PipeServer(std::function<void(qintptr)> take)
        : m_take(std::move(take))
    {
    }

protected:
    void incomingConnection(quintptr descriptor) override { m_take(qintptr(descriptor)); }

private:
    std::function<void(qintptr)> m_take;
};

constexpr qsizetype MaxNameLength = 247; ///< 256 with the prefix

/// Windows would let several programs listen at one name.
bool isInUse(const QString &name)
{
    const QString full = QStringLiteral("\\\\.\\pipe\\") + name;
    return WaitNamedPipeW(reinterpret_cast<const wchar_t *>(full.utf16()), 1) != 0
        || GetLastError() != ERROR_FILE_NOT_FOUND;
}

} // namespace

LocalAcceptor::LocalAcceptor(QObject *parent)
    : QObject(parent)
{
}

LocalAcceptor::~LocalAcceptor()
{
    for (const qintptr descriptor : std::as_const(m_waiting))
        closeDescriptor(descriptor);
}

Result<> LocalAcceptor::listen(const QString &path, int backlog, bool groupMayConnect)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(0);
    connect(&m_retry, &QTimer::timeout, this, &LocalAcceptor::acceptPending);
    m_server = std::make_unique<PipeServer>([this](qintptr descriptor) {
        // Later, because whoever gets it may delete this, and the server is calling.
        m_waiting.append(descriptor);
        m_retry.start();
    });
    m_server->setListenBacklogSize(backlog);
    m_server->setSocketOptions(groupMayConnect ? QLocalServer::UserAccessOption | QLocalServer::GroupAccessOption
                                               : QLocalServer::UserAccessOption);
    const QString name = QFileInfo(path).absoluteFilePath();
    const QStringList params{ QStringLiteral("unix:") + path };
    if (name.size() > MaxNameLength)
        return fail(ErrorCode::InvalidAddress, QStringLiteral("too long for the name of a pipe"), params);
    if (isInUse(name))
        return fail(ErrorCode::AddressInUse, QStringLiteral("there is a pipe of this name"), params);
    if (m_server->listen(name))
        return {};
    const bool inUse = m_server->serverError() == QAbstractSocket::AddressInUseError;
    return fail(inUse ? ErrorCode::AddressInUse : ErrorCode::InvalidAddress, m_server->errorString(), params);
}

void LocalAcceptor::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        m_retry.start();
}

void LocalAcceptor::acceptPending()
{
    const QPointer<LocalAcceptor> that = this;
    while (that && !m_paused && !m_waiting.isEmpty())
        Q_EMIT descriptorReady(m_waiting.takeFirst());
}

} // namespace salon
