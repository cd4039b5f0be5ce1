// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/meeting.h"

#include "shared/discovery/network_link.h"
#include "shared/transport/peer_address.h"

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::console {
namespace {

constexpr auto AttemptPatience = 3s;
/// Longer than a connection takes from one side to the other.
constexpr auto SettleTime = 300ms;
/// How often the port may be another's while nobody answers on it.
constexpr int MaxAttempts = 10;

/// The same on both sides: link-local addresses are told apart by an interface, which each machine names its own way.
QString comparable(const Result<PeerAddress> &address)
{
    if (!address)
        return {};
    const qsizetype scope = address->text.indexOf(u'%');
    return scope < 0 ? address->text : address->text.first(scope) + address->text.section(u']', 1);
}

} // namespace

Meeting::Meeting(Endpoint endpoint, PlainOptions::Way way)
    : m_endpoint(std::move(endpoint))
    , m_way(way)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(AttemptPatience);
    m_again.setSingleShot(true);
    m_settling.setSingleShot(true);
    m_settling.setInterval(SettleTime);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isHere = isThisMachine();
        m_dialer.reset();
        tryOtherwise(Error{ ErrorCode::TimedOut });
    });
    connect(&m_again, &QTimer::timeout, this, &Meeting::dial);
    connect(&m_settling, &QTimer::timeout, this, &Meeting::settle);
    connect(&m_listener, &ListenSocket::descriptorReady, this, &Meeting::accepted);
}

Meeting::~Meeting()
{
    if (m_kept != -1)
        closeDescriptor(m_kept);
}

void Meeting::setRetryMs(int least, int most)
{
    m_leastRetryMs = least;
    m_mostRetryMs = most;
}

void Meeting::start()
{
    if (m_way != PlainOptions::Way::Listen) {
        dial();
        return;
    }
    if (const auto listening = listen(m_endpoint); listening)
        Q_EMIT waiting(m_listener.endpoint());
    else
        giveUp(listening.error());
}

void Meeting::dial()
{
    m_dialer = std::make_unique<StreamDialer>();
    connect(m_dialer.get(), &StreamDialer::connected, this, &Meeting::dialledTo);
    connect(m_dialer.get(), &StreamDialer::failed, this, &Meeting::dialFailed);
    if (m_way == PlainOptions::Way::Either)
        m_patience.start();
    m_dialer->dial(m_endpoint);
}

void Meeting::dialFailed(const Error &error)
{
    m_patience.stop();
    m_isHere = isThisMachine();
    m_dialer.release()->deleteLater(); // it is calling
    tryOtherwise(error);
}

void Meeting::tryOtherwise(const Error &error)
{
    if (m_kept != -1) {
        settle(); // no second connection will come of this
        return;
    }
    if (m_way == PlainOptions::Way::Connect || error.code == ErrorCode::HostNotFound)
        giveUp(error);
    else if (!m_listener.isListening())
        listenInstead();
    else if (!m_isHere)
        m_again.start(QRandomGenerator::global()->bounded(m_leastRetryMs, m_mostRetryMs));
}

void Meeting::listenInstead()
{
    Endpoint own = m_endpoint;
    if (own.kind == Endpoint::Kind::Tcp && !m_isHere)
        own.host = u"*"_s;
    if (own.kind == Endpoint::Kind::Local) {
        // Who listens there by now would take the listener's look at a file left behind for a visitor.
        if (const auto descriptor = connectedToPath(own.path)) {
            consider(*descriptor, {}, false);
            return;
        }
    }
    const auto listening = listen(own);
    if (!listening && listening.error().code == ErrorCode::AddressInUse && ++m_attempts < MaxAttempts) {
        // Somebody took it in between and is there now, or will be in a moment.
        m_again.start(m_attempts == 1 ? 0 : QRandomGenerator::global()->bounded(50, 250));
        return;
    }
    if (!listening) {
        giveUp(listening.error());
        return;
    }
    Q_EMIT waiting(m_listener.endpoint());
    if (!m_isHere)
        m_again.start(QRandomGenerator::global()->bounded(m_leastRetryMs, m_mostRetryMs));
}

Result<> Meeting::listen(const Endpoint &endpoint)
{
    ListenOptions options;
    options.backlog = 1; // one conversation
    return m_listener.listen(endpoint, options);
}

bool Meeting::isThisMachine() const
{
    if (m_isHere || m_endpoint.kind == Endpoint::Kind::Local || m_endpoint.isEveryAddress())
        return true;
    const QList<NetworkLink> links = runningLinks();
    const auto isOwn = [&links](const QHostAddress &address) {
        return address.isLoopback() || std::any_of(links.begin(), links.end(), [&address](const NetworkLink &link) {
            return std::any_of(link.addresses.begin(), link.addresses.end(),
                [&address](const LinkAddress &own) { return plainAddress(own.address) == plainAddress(address); });
        });
    };
    return std::any_of(m_dialer->addresses().begin(), m_dialer->addresses().end(), isOwn);
}

void Meeting::dialledTo(qintptr descriptor)
{
    m_patience.stop();
    m_dialer.release()->deleteLater(); // it is calling
    consider(descriptor, comparable(ownAddressOfDescriptor(descriptor)), m_listener.isListening());
}

void Meeting::accepted(qintptr descriptor)
{
    if (m_isOver) {
        closeDescriptor(descriptor);
        return;
    }
    m_again.stop();
    consider(descriptor, comparable(peerOfDescriptor(descriptor)), m_dialer != nullptr);
}

void Meeting::consider(qintptr descriptor, const QString &dialler, bool mayBeDoubled)
{
    if (m_kept == -1) {
        m_kept = descriptor;
        m_dialler = dialler;
        if (mayBeDoubled)
            m_settling.start();
        else
            settle();
        return;
    }
    if (dialler == m_dialler) {
        // Both are ends of one: this machine has an address that it does not know of.
        closeDescriptor(descriptor);
        closeDescriptor(std::exchange(m_kept, -1));
        m_settling.stop();
        m_isHere = true;
        return;
    }
    if (dialler < m_dialler) {
        m_dialler = dialler;
        std::swap(m_kept, descriptor);
    }
    closeDescriptor(descriptor);
    settle();
}

void Meeting::settle()
{
    if (std::exchange(m_isOver, true))
        return;
    m_settling.stop();
    m_again.stop();
    m_patience.stop();
    m_dialer.reset();
    // Later: the listener may be calling.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_listener.close();
            Q_EMIT met(std::exchange(m_kept, -1));
        },
        Qt::QueuedConnection);
}

void Meeting::giveUp(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
}

} // namespace salon::console
