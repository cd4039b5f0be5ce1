// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/transport/connection.h"
#include "shared/transport/listen_socket.h"
#include "shared/transport/tls_identity.h"
#include "shared/transport/turn_flusher.h"

#include <QTemporaryDir>
#include <functional>
#include <memory>
#include <optional>

namespace salon::test {

/// Frame with the length prefix around `payload`.
QByteArray frameOf(const QByteArray &payload);

/// Runs the event loop until `holds`, without the naps that QTest::qWaitFor() takes between turns. False after 30 s.
bool spinUntil(const std::function<bool()> &holds);

/// One identity per test program: making keys takes a moment.
const TlsIdentity &serverIdentity();

/// Writes down what a connection tells.
class ConnectionLog : public QObject
{
public:
    explicit ConnectionLog(Connection &connection);

    QList<QByteArray> frames;
    QList<qsizetype> batches; ///< frames per signal
    QByteArray identified; ///< pin of peerIdentified()
    int opened = 0;
    int closedSignals = 0;
    int behind = 0;
    int caughtUp = 0;
    std::optional<Error> refused;
    std::optional<Error> closed;
};

enum class Wire
{
    Plain,
    Tls,
    Local
};

/// A client and a server connection over real sockets in this thread.
class ConnectionPair : public QObject
{
public:
    struct Options
    {
        Wire wire = Wire::Plain;
        ConnectionLimits serverLimits{ .maxFrameBytes = wire_limits::MaxFrameToServer };
        ConnectionLimits clientLimits{ .maxFrameBytes = wire_limits::MaxFrameToClient };
        ConnectOptions connect{}; ///< `tls` follows from `wire`; with Tls the right pin unless `pinAsGiven`
        bool pinAsGiven = false;
        QString listenHost = QStringLiteral("127.0.0.1");
    };

    explicit ConnectionPair(const Options &options);
    explicit ConnectionPair(Wire wire);

    /// Where the server listens; `viaPort` (of a proxy) is connected to instead if given.
    [[nodiscard]] const Endpoint &endpoint() const { return m_listener.endpoint(); }
    void connectClient(std::optional<quint16> viaPort = {});
    /// True once both are open.
    bool open(std::optional<quint16> viaPort = {});

    TurnFlusher flusher;
    std::unique_ptr<Connection> client;
    std::unique_ptr<Connection> server; ///< of the last connection accepted
    std::unique_ptr<ConnectionLog> clientLog;
    std::unique_ptr<ConnectionLog> serverLog;
    int accepted = 0;

private:
    void accept(qintptr descriptor);

    Options m_options;
    QTemporaryDir m_dir;
    ListenSocket m_listener;
};

} // namespace salon::test
