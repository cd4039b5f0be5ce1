// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/connection_pair.h"

#include "shared/transport/tls_config.h"
#include "tests/support/wait_until.h"

namespace salon::test {

QByteArray frameOf(const QByteArray &payload)
{
    QByteArray frame(FramePrefixBytes, '\0');
    frame += payload;
    finishFrame(frame);
    return frame;
}

bool spinUntil(const std::function<bool()> &holds)
{
    return waitUntil(holds, 30'000);
}

const TlsIdentity &serverIdentity()
{
    static const TlsIdentity identity = *makeIdentity();
    return identity;
}

ConnectionLog::ConnectionLog(Connection &connection)
{
    connect(&connection, &Connection::framesReceived, this, [this](const QList<QByteArray> &payloads) {
        frames += payloads;
        batches += payloads.size();
    });
    connect(&connection, &Connection::peerIdentified, this, [this](const QByteArray &pin) { identified = pin; });
    connect(&connection, &Connection::opened, this, [this] { ++opened; });
    connect(&connection, &Connection::fellBehind, this, [this] { ++behind; });
    connect(&connection, &Connection::caughtUp, this, [this] { ++caughtUp; });
    connect(&connection, &Connection::streamRefused, this, [this](const Error &error) { refused = error; });
    connect(&connection, &Connection::closed, this, [this](const Error &error) {
        ++closedSignals;
        closed = error;
    });
}

ConnectionPair::ConnectionPair(Wire wire)
    : ConnectionPair(Options{ .wire = wire })
{
}

ConnectionPair::ConnectionPair(const Options &options)
    : m_options(options)
{
    connect(&m_listener, &ListenSocket::descriptorReady, this, &ConnectionPair::accept);
    const Endpoint endpoint = options.wire == Wire::Local ? Endpoint::local(m_dir.filePath(QStringLiteral("socket")))
                                                          : Endpoint::tcp(options.listenHost, 0);
    if (const auto listening = m_listener.listen(endpoint); !listening)
        qFatal("cannot listen: %s", qPrintable(listening.error().detail));
    m_options.connect.tls = options.wire == Wire::Tls;
    if (options.wire == Wire::Tls && !options.pinAsGiven)
        m_options.connect.expectedPin = serverIdentity().pin;
}

void ConnectionPair::accept(qintptr descriptor)
{
    ++accepted;
    server = std::make_unique<Connection>(flusher, m_options.serverLimits);
    serverLog = std::make_unique<ConnectionLog>(*server);
    switch (m_options.wire) {
    case Wire::Plain:
        server->adoptPlain(descriptor);
        break;
    case Wire::Tls:
        server->adoptTls(descriptor, serverTlsConfiguration(serverIdentity()));
        break;
    case Wire::Local:
        server->adoptLocal(descriptor);
        break;
    }
}

void ConnectionPair::connectClient(std::optional<quint16> viaPort)
{
    client = std::make_unique<Connection>(flusher, m_options.clientLimits);
    clientLog = std::make_unique<ConnectionLog>(*client);
    client->connectTo(viaPort ? Endpoint::tcp(QStringLiteral("127.0.0.1"), *viaPort) : endpoint(), m_options.connect);
}

bool ConnectionPair::open(std::optional<quint16> viaPort)
{
    connectClient(viaPort);
    return spinUntil([this] { return client->isOpen() && server && server->isOpen(); });
}

} // namespace salon::test
