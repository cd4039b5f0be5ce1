// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/dialer.h"

#include "shared/base/when_ready.h"
#include "shared/transport/address_race.h"
#include "shared/transport/tls_channel.h"
#include "shared/transport/tls_config.h"
#include "shared/transport/tls_identity.h"

#include <QHostInfo>
#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace salon {

using namespace Qt::StringLiterals;

namespace {

QFuture<Result<Endpoint>> resolveServiceLater(const Endpoint &endpoint)
{
    auto promise = std::make_shared<QPromise<Result<Endpoint>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, endpoint] {
        promise->addResult(resolveService(endpoint));
        promise->finish();
    });
    return promise->future();
}

} // namespace

Dialer::Dialer(ConnectOptions options)
    : m_options(std::move(options))
{
}

Dialer::~Dialer() = default;

void Dialer::dial(const Endpoint &endpoint)
{
    if (endpoint.service.isEmpty())
        lookUpHost(endpoint);
    else
        lookUpService(endpoint);
}

void Dialer::lookUpService(const Endpoint &endpoint)
{
    whenReady(resolveServiceLater(endpoint), this, [this](const Result<Endpoint> &resolved) {
        if (resolved)
            lookUpHost(*resolved);
        else
            Q_EMIT failed(resolved.error());
    });
}

void Dialer::lookUpHost(const Endpoint &endpoint)
{
    if (const QHostAddress literal(endpoint.host); !literal.isNull()) {
        startRace(endpoint, { literal });
        return;
    }
    QHostInfo::lookupHost(endpoint.host, this, [this, endpoint](const QHostInfo &info) {
        if (const auto addresses = addressesFound(endpoint.host, info))
            startRace(endpoint, *addresses);
        else
            Q_EMIT failed(addresses.error());
    });
}

void Dialer::startRace(const Endpoint &endpoint, const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> allowed = addresses;
    if (!m_options.tls) {
        allowed.removeIf([](const QHostAddress &address) { return !address.isLoopback(); });
        if (allowed.isEmpty()) {
            Q_EMIT failed(
                { ErrorCode::InvalidAddress, u"without TLS only to this machine"_s, { endpoint.toString() } });
            return;
        }
    }
    AddressRace::MakeChannel makeChannel = [] {
        return std::make_unique<TcpChannel>();
    };
    if (m_options.tls) {
        makeChannel = [configuration = clientTlsConfiguration(m_options.authorities)] {
            return std::make_unique<TlsChannel>(configuration);
        };
    }
    m_peerName = endpoint.host;
    m_race = std::make_unique<AddressRace>(allowed, endpoint.port, std::move(makeChannel));
    connect(m_race.get(), &AddressRace::won, this, &Dialer::answered);
    connect(m_race.get(), &AddressRace::lost, this, &Dialer::failed);
    m_race->start();
}

std::unique_ptr<TcpChannel> Dialer::takeChannel()
{
    std::unique_ptr<TcpChannel> winner = m_race->takeWinner();
    // Later: one of its sockets is calling.
    m_race.release()->deleteLater();
    if (m_options.tls)
        m_tls = static_cast<TlsChannel *>(winner.get());
    return winner;
}

void Dialer::startHandshake()
{
    m_tls->startHandshake(m_peerName);
}

Dialer::Verdict Dialer::judge() const
{
    using Answer = Verdict::Answer;
    Verdict verdict;
    verdict.pin = spkiPin(m_tls->peerCertificate());
    verdict.trusted = m_options.acceptAuthorities && m_tls->isPeerVerified();
    if (verdict.pin.isEmpty())
        verdict.error = { ErrorCode::TlsFailed, u"the server showed no certificate"_s };
    else if (verdict.trusted || verdict.pin == m_options.expectedPin)
        verdict.answer = Answer::GoOn;
    else if (m_options.expectedPin.isEmpty())
        verdict.answer = Answer::AskPerson;
    else
        verdict.error = { ErrorCode::ServerKeyChanged, u"the server's key is not the expected one"_s };
    return verdict;
}

} // namespace salon
