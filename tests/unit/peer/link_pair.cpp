// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/peer/link_pair.h"

#include "tests/support/wait_until.h"

using namespace Qt::StringLiterals;

namespace salon::test {

LinkPair::LinkPair(const PeerLinkTimes &times)
    : hereIdentity(PeerIdentity::of(DeviceKey::generate(), makeIdentity().value_or(TlsIdentity{}), u"Here"_s))
    , thereIdentity(PeerIdentity::of(DeviceKey::generate(), makeIdentity().value_or(TlsIdentity{}), u"There"_s))
    , m_times(times)
{
    connect(&m_listener, &ListenSocket::descriptorReady, this, [this](qintptr descriptor) {
        here = makeLink(hereIdentity);
        here->adopt(descriptor);
    });
}

LinkPair::~LinkPair()
{
    // They use the flusher to the end.
    here.reset();
    there.reset();
}

std::unique_ptr<PeerLink> LinkPair::makeLink(const PeerIdentity &identity)
{
    auto link = std::make_unique<PeerLink>(identity, m_flusher, clock, m_times);
    connect(link.get(), &PeerLink::closed, this, [this] { ++m_closed; });
    return link;
}

bool LinkPair::open()
{
    here.reset();
    there.reset();
    m_heard.clear();
    m_closed = 0;
    if (!m_listener.isListening() && !m_listener.listen(Endpoint::tcp(u"127.0.0.1"_s, 0)))
        return false;
    there = makeLink(thereIdentity);
    connect(there.get(), &PeerLink::received, this, [this](const Envelope &envelope) { m_heard.append(envelope); });
    there->dial(m_listener.endpoint());
    return waitUntil([this] { return there->isAuthenticated() && here && here->isAuthenticated(); });
}

} // namespace salon::test
