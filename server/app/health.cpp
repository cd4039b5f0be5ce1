// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/health.h"

#include "server/app/running_note.h"
#include "server/console/operator_words.h"
#include "shared/base/build_facts.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/messages/all.h"
#include "shared/protocol/version.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

struct HealthText
{
    Q_DECLARE_TR_FUNCTIONS(HealthText)
};

QString reasonText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ConnectionRefused:
        return HealthText::tr("nothing listens there");
    case ErrorCode::ServerKeyChanged:
        return HealthText::tr("another server, with another key, is there");
    default:
        return OperatorWords::error(error);
    }
}

Result<Welcome> readWelcome(const QByteArray &payload)
{
    const auto envelope = openEnvelope(payload);
    if (!envelope)
        return fail(envelope.error());
    if (envelope->is(MessageType::Failed)) {
        const auto failed = decode<Failed>(*envelope);
        return failed ? fail(Error{ ErrorCode(failed->code), {}, failed->params }) : fail(failed.error());
    }
    return decode<Welcome>(*envelope);
}

} // namespace

HealthCheck::HealthCheck(QString dataFolder, QObject *parent)
    : QObject(parent)
    , m_dataFolder(std::move(dataFolder))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_links.resize(1); // no time for the others
        giveUpThisOne({ ErrorCode::TimedOut });
    });
}

HealthCheck::~HealthCheck() = default;

void HealthCheck::start(int timeoutMs)
{
    const RunningNote note(m_dataFolder);
    auto server = note.read();
    if (!server) {
        return end(false,
            server.error().code == ErrorCode::InvalidAddress
                ? tr("%1 cannot be understood.").arg(note.path())
                : tr("No server uses the data folder %1, or another user's does.").arg(m_dataFolder));
    }
    m_links = std::move(server->links);
    m_name = std::move(server->checkName);
    if (m_name.isEmpty())
        m_name = u"salon-server --health "_s + buildVersion();
    m_patience.start(timeoutMs);
    tryNext();
}

void HealthCheck::tryNext()
{
    const JoinLink &link = m_links.constFirst();
    ConnectionLimits limits;
    limits.maxFrameBytes = wire_limits::MaxFrameToClient;
    m_connection = std::make_unique<Connection>(m_flusher, limits);
    connect(
        m_connection.get(), &Connection::peerIdentified, m_connection.get(), &Connection::rejectPeer); // key unknown
    connect(m_connection.get(), &Connection::opened, this, [this] {
        const Hello hello{ { ProtocolVersion }, {}, m_name, u"en"_s };
        m_connection->queue(encodeFrame(hello, 1));
    });
    connect(m_connection.get(), &Connection::framesReceived, this, [this](const QList<QByteArray> &payloads) {
        if (m_links.isEmpty())
            return; // it is over
        if (const auto welcome = readWelcome(payloads.constFirst()))
            end(true, tr("The server “%1” answers at %2.").arg(welcome->name, address()));
        else
            giveUpThisOne(welcome.error());
    });
    connect(m_connection.get(), &Connection::closed, this, &HealthCheck::giveUpThisOne);

    ConnectOptions options;
    options.tls = !link.plain;
    options.expectedPin = link.pin;
    options.acceptAuthorities = false;
    m_connection->connectTo(
        link.host.startsWith("unix:"_L1) ? Endpoint::local(link.host.mid(5)) : Endpoint::tcp(link.host, link.port),
        options);
}

void HealthCheck::giveUpThisOne(const Error &error)
{
    if (m_links.isEmpty())
        return; // it is over
    m_connection->disconnect(this);
    m_connection.release()->deleteLater(); // it may be the one that says this
    if (m_links.size() > 1) {
        m_links.removeFirst();
        return tryNext();
    }
    //: %1 address, %2 what went wrong
    end(false, tr("The server does not answer at %1: %2").arg(address(), reasonText(error)));
}

QString HealthCheck::address() const
{
    const JoinLink &link = m_links.constFirst();
    return link.host.startsWith("unix:"_L1) ? link.host : Endpoint::tcp(link.host, link.port).toString();
}

void HealthCheck::end(bool isWell, const QString &sentence)
{
    m_patience.stop();
    m_links.clear();
    Q_EMIT answered(isWell, sentence);
}

} // namespace salon::server
