// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_link.h"

#include "shared/protocol/messages/session.h"
#include "shared/transport/frame_tap.h"

#include <QPointer>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr std::chrono::seconds HandshakePatience(10);
constexpr std::chrono::seconds ProofOfLife(5);
constexpr quint64 PingCorrelation = 1;
constexpr quint32 MaxFrame = MaxPeerChunkBytes + 1024; ///< a piece of a file is the largest thing that is said
constexpr qsizetype SoftQueue = 256 * 1024;
constexpr qsizetype HardQueue = 4 * 1024 * 1024; ///< files read one piece ahead each
// As much as a server takes from one connection.
constexpr double PaceBurst = 400;
constexpr double PacePerSecond = 200;
constexpr double StoredCost = 2; ///< of what makes this device write something down

/// What a frame counts. Nothing for those that are measured elsewhere: messages by PeerInbox, their answers by what
/// was sent, pieces of files by their bytes.
double costOf(const Envelope &envelope)
{
    switch (MessageType(envelope.type)) {
    case MessageType::PeerMessage:
    case MessageType::PeerReceived:
    case MessageType::PeerRefused:
    case MessageType::PeerFileChunk:
        return 0;
    case MessageType::PeerAcceptFile:
    case MessageType::PeerFileEnd:
        return StoredCost;
    default:
        return 1;
    }
}

} // namespace

PeerLink::PeerLink(
    const PeerIdentity &identity, TurnFlusher &flusher, const Clock &clock, const PeerLinkTimes &times, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_clock(clock)
    , m_connection(flusher)
    , m_times(times)
    , m_heartbeat(clock, times.heartbeat)
    , m_handshake(std::make_unique<PeerHandshake>(identity.key, identity.name, PeerRole::Acceptor, identity.tls.pin))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(HandshakePatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { abort({ ErrorCode::TimedOut, u"handshake"_s }); });
    m_proofOfLife.setSingleShot(true);
    m_proofOfLife.setInterval(ProofOfLife);
    connect(&m_proofOfLife, &QTimer::timeout, this, [this] { abort({ ErrorCode::TimedOut }); });
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &PeerLink::takeUnread);
    m_signs.setInterval(m_times.signMs);
    // An answer that nobody asked for: it says that somebody is here, and asks for nothing that is not read.
    connect(&m_signs, &QTimer::timeout, this, [this] { queue(encodeFrame(Pong{}, PingCorrelation)); });
    // Whoever it is proves it by his key, together with this pin.
    connect(&m_connection, &Connection::peerIdentified, this, [this] { m_connection.acceptPeer(); });
    connect(&m_connection, &Connection::opened, this,
        [this] { beginHandshake(m_role == PeerRole::Dialler ? m_connection.peerPin() : m_identity.tls.pin); });
    connect(&m_connection, &Connection::framesReceived, this, &PeerLink::take);
    connect(&m_connection, &Connection::closed, this, [this](const Error &error) {
        m_turn.stop();
        m_unread.clear();
        m_patience.stop();
        m_proofOfLife.stop();
        m_heartbeat.stop();
        m_signs.stop();
        Q_EMIT closed(error);
    });
    connect(&m_heartbeat, &HeartbeatTimer::pingDue, this, [this] { queue(encodeFrame(Ping{}, PingCorrelation)); });
    connect(&m_heartbeat, &HeartbeatTimer::peerSilent, this, [this] { abort({ ErrorCode::TimedOut }); });
}

PeerLink::~PeerLink() = default;

void PeerLink::dial(const Endpoint &endpoint, const QByteArray &expectedPin)
{
    m_role = PeerRole::Dialler;
    m_dialled = endpoint;
    ConnectOptions options;
    options.expectedPin = expectedPin;
    options.acceptAuthorities = false;
    m_connection.connectTo(endpoint, options);
}

void PeerLink::adopt(qintptr descriptor, const QString &origin)
{
    m_origin = origin;
    m_connection.adoptTls(descriptor, m_identity.acceptor);
}

void PeerLink::queue(const QByteArray &frame)
{
    if (m_frameTap)
        m_frameTap->frameSent(frame);
    m_connection.queue(frame);
}

void PeerLink::beginHandshake(const QByteArray &acceptorPin)
{
    m_handshake = std::make_unique<PeerHandshake>(m_identity.key, m_identity.name, m_role, acceptorPin);
    m_patience.start();
    if (const QByteArray hello = m_handshake->begin(); !hello.isEmpty())
        queue(hello);
}

void PeerLink::take(const QList<QByteArray> &payloads)
{
    m_heartbeat.heard();
    m_proofOfLife.stop();
    m_unread.insert(m_unread.end(), payloads.begin(), payloads.end());
    takeUnread();
}

void PeerLink::takeUnread()
{
    const QPointer<PeerLink> alive(this);
    if (!m_connection.isOpen())
        return;
    while (!m_unread.empty() && !m_turn.isActive()) {
        const QByteArray payload = m_unread.front();
        const Result<Envelope> envelope = openEnvelope(payload);
        if (const auto wait = envelope ? waitMs(*envelope) : std::nullopt) {
            m_turn.start(int(*wait));
            break;
        }
        m_unread.pop_front();
        if (m_frameTap)
            m_frameTap->frameReceived(payload);
        if (envelope)
            takeEnvelope(*envelope);
        else
            abort(envelope.error());
        if (!alive || !m_connection.isOpen())
            return;
    }
    holdReading(this, !m_unread.empty());
}

/// Counts it if it may pass now.
std::optional<quint32> PeerLink::waitMs(const Envelope &envelope)
{
    const double cost = m_authenticated ? costOf(envelope) : 0;
    return cost > 0 ? m_pace.take(PaceBurst, PacePerSecond, cost, m_clock.monotonicMs()) : std::nullopt;
}

void PeerLink::takeEnvelope(const Envelope &envelope)
{
    if (m_authenticated) {
        if (envelope.is(MessageType::Ping))
            queue(encodeFrame(Pong{}, envelope.correlation));
        else if (!envelope.is(MessageType::Pong))
            Q_EMIT received(envelope);
        return;
    }
    const auto answers = m_handshake->take(envelope);
    if (!answers) {
        abort(answers.error());
        return;
    }
    for (const QByteArray &frame : *answers)
        queue(frame);
    if (!m_handshake->isDone())
        return;
    m_patience.stop();
    m_connection.setMaxFrameBytes(MaxFrame);
    m_connection.setQueueLimits(SoftQueue, HardQueue, int(m_times.heartbeat.dropAfterMs));
    m_authenticated = true;
    m_authenticatedAtMs = m_clock.monotonicMs();
    m_heartbeat.start();
    Q_EMIT authenticated();
}

void PeerLink::holdReading(const void *holder, bool holds)
{
    const bool wasHeld = !m_holders.isEmpty();
    if (holds)
        m_holders.insert(holder);
    else
        m_holders.remove(holder);
    const bool isHeld = !m_holders.isEmpty();
    if (isHeld == wasHeld)
        return;
    m_connection.setReadPaused(isHeld);
    if (!m_authenticated || !m_connection.isOpen())
        return;
    if (isHeld) {
        m_checksLater = m_proofOfLife.isActive();
        m_proofOfLife.stop();
        m_heartbeat.stop();
        m_signs.start();
        return;
    }
    m_signs.stop();
    m_heartbeat.start();
    if (std::exchange(m_checksLater, false))
        check();
}

void PeerLink::check()
{
    if (!m_authenticated || m_proofOfLife.isActive())
        return;
    if (!m_holders.isEmpty()) {
        m_checksLater = true;
        return;
    }
    queue(encodeFrame(Ping{}, PingCorrelation));
    m_proofOfLife.start();
}

void PeerLink::close(const Error &reason)
{
    m_connection.closeAfterFlush({}, reason);
}

void PeerLink::abort(const Error &reason)
{
    m_connection.abort(reason);
}

} // namespace salon
