// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/token_bucket.h"
#include "shared/peer/peer_handshake.h"
#include "shared/peer/peer_identity.h"
#include "shared/transport/connection.h"
#include "shared/transport/heartbeat_timer.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <deque>
#include <memory>
#include <optional>

namespace salon {

class FrameTap;
class TurnFlusher;

struct PeerLinkTimes
{
    /// Sooner than towards a server: a neighbour's laptop sleeps often, and asking costs nothing on a local network.
    HeartbeatTimes heartbeat{ 10'000, 25'000 };
    int signMs = 3'000; ///< between signs of life while this side does not read
};

/// One connection to another device: TLS, then both prove their keys; from authenticated() on frames may pass. Keeps
/// itself alive, and reads what costs work here at a measured pace. Ends in one closed(), from the event loop; may be
/// deleted right there.
class PeerLink : public QObject
{
    Q_OBJECT

public:
    PeerLink(const PeerIdentity &identity, TurnFlusher &flusher, const Clock &clock, const PeerLinkTimes &times = {},
        QObject *parent = nullptr);
    ~PeerLink() override;

    // One of these, once.
    /// `expectedPin`: what discovery or an earlier connection said of the TLS key; empty: whichever, since the proof
    /// covers it.
    void dial(const Endpoint &endpoint, const QByteArray &expectedPin = {});
    /// `origin`: where it comes from, as limits count (PeerAddress::prefix).
    void adopt(qintptr descriptor, const QString &origin = {});

    [[nodiscard]] PeerRole role() const { return m_role; }
    /// Where it was dialled; nothing for one that was accepted.
    [[nodiscard]] const std::optional<Endpoint> &dialled() const { return m_dialled; }
    /// Of one that was accepted: see adopt().
    [[nodiscard]] const QString &origin() const { return m_origin; }
    [[nodiscard]] bool isAuthenticated() const { return m_authenticated; }
    /// Clock::monotonicMs() of authenticated().
    [[nodiscard]] qint64 authenticatedAtMs() const { return m_authenticatedAtMs; }
    [[nodiscard]] const QByteArray &peerKey() const { return m_handshake->peerKey(); }
    [[nodiscard]] const QString &peerName() const { return m_handshake->peerName(); }
    /// Tells two links of the same two devices apart, alike on both; once authenticated.
    [[nodiscard]] const QByteArray &diallerNonce() const { return m_handshake->diallerNonce(); }
    /// The TLS key of the acceptor, seen by a dialler.
    [[nodiscard]] QByteArray peerPin() const { return m_connection.peerPin(); }

    template <wire::Message M>
    void send(const M &message)
    {
        queue(encodeFrame(message));
    }
    /// Hears of every frame from now on, also of the handshake; null: nobody. Take it away before it goes.
    void setFrameTap(FrameTap *tap) { m_frameTap = tap; }
    /// For back-pressure: isBehind(), caughtUp().
    [[nodiscard]] Connection &connection() { return m_connection; }
    /// Nothing is read while anybody holds it, beyond what was read already. A silence that this side makes is none of
    /// the other's, who in turn still hears from here.
    void holdReading(const void *holder, bool holds);

    /// The network changed or this machine slept: whether the other is still there shows within seconds.
    void check();
    /// What is queued still leaves; closed(reason) follows.
    void close(const Error &reason);
    /// Drops it at once; closed(reason) follows.
    void abort(const Error &reason);

Q_SIGNALS:
    void authenticated();
    /// After authenticated(); pings are answered here.
    void received(const salon::Envelope &envelope);
    void closed(const salon::Error &error);

private:
    void queue(const QByteArray &frame);
    void beginHandshake(const QByteArray &acceptorPin);
    void take(const QList<QByteArray> &payloads);
    void takeUnread();
    [[nodiscard]] std::optional<quint32> waitMs(const Envelope &envelope);
    void takeEnvelope(const Envelope &envelope);

    const PeerIdentity &m_identity;
    const Clock &m_clock;
    Connection m_connection;
    PeerLinkTimes m_times;
    HeartbeatTimer m_heartbeat;
    QTimer m_signs; ///< while reading is held
    QSet<const void *> m_holders;
    std::deque<QByteArray> m_unread; ///< came, and waits for its turn
    TokenBucket m_pace;
    QTimer m_turn; ///< runs while the other is too fast
    QTimer m_patience; ///< for the handshake
    QTimer m_proofOfLife; ///< runs from check() to the next sign of the other
    std::unique_ptr<PeerHandshake> m_handshake;
    FrameTap *m_frameTap = nullptr;
    std::optional<Endpoint> m_dialled;
    QString m_origin;
    qint64 m_authenticatedAtMs = 0;
    PeerRole m_role = PeerRole::Acceptor;
    bool m_authenticated = false;
    bool m_checksLater = false; ///< once it reads again
};

} // namespace salon
