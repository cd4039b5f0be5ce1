// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/transport/endpoint.h"

#include <QList>
#include <QObject>
#include <memory>
#include <vector>

namespace salon {

class LocalAcceptor;
class TcpAcceptor;

struct ListenOptions
{
    int backlog = 4096; ///< connections the system may hold before they are accepted; it may cap this
    bool groupMayConnect = false; ///< local sockets: 0660 instead of 0600
};

/// Accepts connections on one endpoint and only hands their descriptors over. Lives in the thread that created it.
/// When the system is out of descriptors it pauses for a moment instead of spinning.
class ListenSocket : public QObject
{
    Q_OBJECT
public:
    explicit ListenSocket(QObject *parent = nullptr);
    ~ListenSocket() override;

    /// Starts listening; service and host names are resolved here (blocking: at start only). "*" listens on IPv4 and
    /// IPv6; a name listens on all its addresses, all with the same port. A local socket left by a dead process is
    /// replaced, one in use is not. Fails with AddressInUse{endpoint}, InvalidAddress, HostNotFound, or NotPermitted
    /// (port or path not allowed to this user).
    Result<> listen(const Endpoint &endpoint, const ListenOptions &options = {});

    /// What it listens on, with the port that port 0 became.
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] bool isListening() const { return !m_tcp.empty() || m_local; }

    /// Leaves new connections in the backlog (except for pipes on Windows).
    void setPaused(bool paused);
    void close();

Q_SIGNALS:
    /// The receiver owns the descriptor: adopt it with a Connection or closeDescriptor() it. Emitted directly.
    void descriptorReady(qintptr descriptor);
    /// Accepting failed (for the log); it goes on by itself.
    void acceptFailed(const salon::Error &error);

private:
    Result<> listenTcp(const Endpoint &endpoint, const ListenOptions &options);
    Result<> listenLocal(const Endpoint &endpoint, const ListenOptions &options);
    void applyPause();

    Endpoint m_endpoint;
    std::vector<std::unique_ptr<TcpAcceptor>> m_tcp;
    std::unique_ptr<LocalAcceptor> m_local;
    bool m_paused = false;
};

} // namespace salon
