// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/transport/endpoint.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <memory>

namespace salon {

class AddressRace;
class TcpChannel;
class TlsChannel;

/// How a client connects.
struct ConnectOptions
{
    /// False: no TLS, allowed for loopback addresses only (fails with InvalidAddress otherwise). Local sockets never
    /// use TLS.
    bool tls = true;
    /// What the server's key must be unless a certificate authority vouches for it; empty = first use.
    QByteArray expectedPin{};
    /// False: the pin decides alone.
    bool acceptAuthorities = true;
    /// Instead of the system's certificate authorities, unless empty.
    QList<QSslCertificate> authorities{};
};

/// A client's way from a TCP endpoint to a connected channel, and its judgement of the key found there: looks service
/// and host names up, races the addresses, and keeps the winner until it is taken. Knows no time limit; destroying it
/// gives up, without a signal.
class Dialer : public QObject
{
    Q_OBJECT
public:
    /// What the options say of the server's key.
    struct Verdict
    {
        enum class Answer
        {
            GoOn, ///< the expected key, or an authority vouches
            AskPerson, ///< a key never seen
            Stop ///< `error` says why
        };
        Answer answer = Answer::Stop;
        QByteArray pin{}; ///< of the key found
        bool trusted = false; ///< an authority vouches
        Error error{};
    };

    explicit Dialer(ConnectOptions options);
    ~Dialer() override;

    /// Once; answered(), or failed() with HostNotFound, ConnectionRefused, TimedOut or InvalidAddress, follows, at the
    /// earliest from within this call.
    void dial(const Endpoint &endpoint);
    /// Once after answered(): connected, TLS not yet begun. Stays in use here until the verdict.
    std::unique_ptr<TcpChannel> takeChannel();

    [[nodiscard]] bool usesTls() const { return m_options.tls; }
    /// With TLS, after the channel was taken.
    void startHandshake();
    /// With TLS, after the handshake.
    [[nodiscard]] Verdict judge() const;

Q_SIGNALS:
    void answered();
    void failed(const salon::Error &error);

private:
    void lookUpService(const Endpoint &endpoint);
    void lookUpHost(const Endpoint &endpoint);
    void startRace(const Endpoint &endpoint, const QList<QHostAddress> &addresses);

    const ConnectOptions m_options;
    std::unique_ptr<AddressRace> m_race;
    QString m_peerName; ///< what certificates must name
    TlsChannel *m_tls = nullptr; ///< the channel taken
};

} // namespace salon
