// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_waits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

const auto Everywhere = u"*"_s;

} // namespace

PeerWaits::PeerWaits(QString host, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
{
}

PeerWaits::~PeerWaits() = default;

QString PeerWaits::hostFor(const Endpoint &address) const
{
    return address.isLoopback() ? address.host.toLower() : m_host;
}

bool PeerWaits::open(Wait &wait)
{
    auto socket = std::make_unique<ListenSocket>();
    if (!socket->listen(Endpoint::tcp(wait.host, wait.port)))
        return false;
    connect(socket.get(), &ListenSocket::descriptorReady, this, &PeerWaits::descriptorReady);
    wait.socket = std::move(socket);
    return true;
}

bool PeerWaits::add(const Endpoint &address)
{
    const QString host = hostFor(address);
    for (Wait &wait : m_waits) {
        if (wait.port != address.port || (wait.host != host && wait.host != Everywhere))
            continue;
        if (!wait.addresses.contains(address))
            wait.addresses.append(address);
        return true;
    }
    if (host == Everywhere)
        return widen(address.port, address);
    Wait wait{ host, address.port, { address }, nullptr };
    if (!open(wait))
        return false;
    m_waits.push_back(std::move(wait));
    return true;
}

/// One socket on all addresses takes the place of those on single ones.
bool PeerWaits::widen(quint16 port, const Endpoint &address)
{
    Wait wide{ Everywhere, port, { address }, nullptr };
    for (Wait &wait : m_waits) {
        if (wait.port == port) {
            wide.addresses += wait.addresses;
            wait.socket.reset();
        }
    }
    if (!open(wide)) {
        for (Wait &wait : m_waits) {
            if (wait.port == port)
                (void)open(wait);
        }
        std::erase_if(m_waits, [](const Wait &wait) { return !wait.socket; });
        return false;
    }
    std::erase_if(m_waits, [](const Wait &wait) { return !wait.socket; });
    m_waits.push_back(std::move(wide));
    return true;
}

void PeerWaits::remove(const Endpoint &address)
{
    const auto it = std::find_if(
        m_waits.begin(), m_waits.end(), [&address](const Wait &wait) { return wait.addresses.contains(address); });
    if (it == m_waits.end())
        return;
    it->addresses.removeAll(address);
    const bool isAsWideAsNeeded = std::any_of(it->addresses.begin(), it->addresses.end(),
        [this, &it](const Endpoint &other) { return hostFor(other) == it->host; });
    if (isAsWideAsNeeded)
        return;
    const QList<Endpoint> rest = it->addresses;
    m_waits.erase(it);
    for (const Endpoint &other : rest)
        (void)add(other);
}

QList<Endpoint> PeerWaits::listening() const
{
    QList<Endpoint> all;
    for (const Wait &wait : m_waits)
        all.append(Endpoint::tcp(wait.host, wait.port));
    return all;
}

} // namespace salon
