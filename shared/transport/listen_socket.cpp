// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/listen_socket.h"

#include "shared/transport/local_acceptor.h"
#include "shared/transport/tcp_acceptor.h"

namespace salon {

using namespace Qt::StringLiterals;

namespace {

/// Port 0 with several addresses: another program may hold the port that the first address got on the next one.
constexpr int PortAttempts = 8;

} // namespace

ListenSocket::ListenSocket(QObject *parent)
    : QObject(parent)
{
}

ListenSocket::~ListenSocket() = default;

Result<> ListenSocket::listen(const Endpoint &endpoint, const ListenOptions &options)
{
    close();
    m_endpoint = endpoint;
    if (endpoint.kind == Endpoint::Kind::Local)
        return listenLocal(endpoint, options);
    const auto resolved = resolveService(endpoint);
    if (!resolved)
        return fail(resolved.error());
    auto result = listenTcp(*resolved, options);
    const auto mayHelp = [&] {
        return !result && result.error().code == ErrorCode::AddressInUse && resolved->port == 0;
    };
    for (int i = 1; i < PortAttempts && mayHelp(); ++i)
        result = listenTcp(*resolved, options);
    return result;
}

Result<> ListenSocket::listenTcp(const Endpoint &endpoint, const ListenOptions &options)
{
    const auto addresses = resolveAddresses(endpoint);
    if (!addresses)
        return fail(addresses.error());
    m_endpoint = endpoint;
    for (const QHostAddress &address : *addresses) {
        auto acceptor = std::make_unique<TcpAcceptor>();
        connect(acceptor.get(), &TcpAcceptor::descriptorReady, this, &ListenSocket::descriptorReady);
        connect(acceptor.get(), &TcpAcceptor::acceptFailed, this, &ListenSocket::acceptFailed);
        if (auto listening = acceptor->listen(address, m_endpoint.port, options.backlog); !listening) {
            close();
            return listening;
        }
        m_endpoint.port = acceptor->serverPort();
        m_tcp.push_back(std::move(acceptor));
    }
    applyPause();
    return {};
}

Result<> ListenSocket::listenLocal(const Endpoint &endpoint, const ListenOptions &options)
{
    auto acceptor = std::make_unique<LocalAcceptor>();
    connect(acceptor.get(), &LocalAcceptor::descriptorReady, this, &ListenSocket::descriptorReady);
    connect(acceptor.get(), &LocalAcceptor::acceptFailed, this, &ListenSocket::acceptFailed);
    if (auto listening = acceptor->listen(endpoint.path, options.backlog, options.groupMayConnect); !listening)
        return listening;
    m_local = std::move(acceptor);
    applyPause();
    return {};
}

void ListenSocket::setPaused(bool paused)
{
    m_paused = paused;
    applyPause();
}

void ListenSocket::applyPause()
{
    for (const auto &acceptor : m_tcp)
        acceptor->setPaused(m_paused);
    if (m_local)
        m_local->setPaused(m_paused);
}

void ListenSocket::close()
{
    m_tcp.clear();
    m_local.reset();
}

} // namespace salon
