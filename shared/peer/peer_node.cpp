// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_node.h"

#include "shared/base/when_ready.h"
#include "shared/peer/store/peer_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qint64 AtOnceMs = 10'000; ///< two links of one person within so long were dialled at the same time
constexpr qsizetype MaxAsked = 64; ///< whose names are kept for a decision that comes after they went

} // namespace

PeerNode::PeerNode(
    PeerIdentity identity, PeerStore &store, const Clock &clock, PeerNodeOptions options, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_store(store)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_gate(clock, m_options.strangers)
    , m_book(store, clock, m_options.pace)
    , m_links(m_identity, clock, m_gate)
    , m_search(clock, m_options.links,
          { [this] { return m_links.isFull() ? nullptr : m_links.make(); },
              [this](const QByteArray &key) { return isMissed(key); },
              [this] {
                  return m_book.hasAny([this](const QByteArray &key) { return isMissed(key); });
              } },
          m_options.searchMs)
    , m_dials(clock,
          { [this] { return m_links.make(); }, [this](const QByteArray &key) { return isReachable(key); },
              [this](quint16 port) {
                  return this->port() == port;
              } },
          { m_options.retryMs, m_options.retryMaxMs }, m_options.listen.isLoopback() ? m_options.listen.host : u"*"_s)
{
    connect(&m_book, &PeerBook::failed, this, &PeerNode::failed);
    connect(&m_listener, &ListenSocket::descriptorReady, &m_links, &PeerLinks::adopt);
    connect(&m_links, &PeerLinks::made, this, [this](PeerLink *link) { m_tap.linkMade(link); });
    connect(&m_links, &PeerLinks::authenticated, this, &PeerNode::linkAuthenticated);
    connect(&m_links, &PeerLinks::received, this, &PeerNode::linkReceived);
    connect(&m_links, &PeerLinks::closed, this, &PeerNode::linkClosed);
    connect(&m_dials, &PeerDials::descriptorReady, &m_links, &PeerLinks::adopt);
    connect(&m_dials, &PeerDials::failed, this, &PeerNode::dialFailed);
    connect(&m_search, &PeerSearch::neighboursChanged, this, &PeerNode::neighboursChanged);
}

PeerNode::~PeerNode()
{
    m_book.clear();
    m_links.end();
}

void PeerNode::open()
{
    whenReady(m_store.open(), this, [this](const Result<QList<PeerPerson>> &people) {
        if (!people) {
            Q_EMIT failed(people.error());
            return;
        }
        for (const PeerPerson &person : *people) {
            PeerKnown &known = m_book.know(person.key);
            known.person = person;
            if (person.trust != PeerTrust::Accepted)
                continue;
            m_doubts.put(person.key, person.name);
            m_book.equip(known);
        }
        whenReady(m_store.places(), this, [this](const Result<QList<PeerPlace>> &places) { begin(places); });
    });
}

void PeerNode::begin(const Result<QList<PeerPlace>> &places)
{
    if (!places) {
        Q_EMIT failed(places.error());
        return;
    }
    m_doubts.setPlaces(*places);
    if (!listen())
        return;
    m_opened = true;
    if (m_options.announce)
        announce();
    m_dials.start();
    Q_EMIT opened();
}

/// As the options say now: it listens, or does not.
bool PeerNode::listen()
{
    const bool listens = m_options.announce || m_options.listenAlways;
    if (!listens)
        m_listener.close();
    if (!listens || isListening())
        return true;
    const Result<> listening = m_listener.listen(m_options.listen);
    if (!listening)
        Q_EMIT failed(listening.error());
    return listening.has_value();
}

void PeerNode::setName(const QString &name)
{
    m_identity.name = name;
    describe();
}

void PeerNode::describe()
{
    m_search.setReply(
        { DiscoveryKind::Peer, m_identity.key.publicKey, m_identity.name, port(), m_identity.tls.pin, 0, 0 });
}

void PeerNode::announce()
{
    describe();
    // Without it people still reach this device by address.
    if (const Result<> started = m_search.start(m_options.discoveryPort); !started)
        Q_EMIT failed(started.error());
}

void PeerNode::setAnnouncing(bool announces)
{
    if (announces == std::exchange(m_options.announce, announces) || !m_opened)
        return;
    if (!announces)
        m_search.stop();
    if (!listen())
        m_options.announce = false;
    if (m_options.announce)
        announce();
}

void PeerNode::networkChanged()
{
    if (!m_opened)
        return;
    for (PeerLink *link : std::as_const(m_live))
        link->check();
    m_dials.start();
    m_search.networkChanged();
}

void PeerNode::lookAround()
{
    m_search.lookUnlessLooking(); // another one in its place would forget what it has found
}

void PeerNode::dial(const Endpoint &endpoint, const QByteArray &pin)
{
    m_dials.add(endpoint, pin, false);
}

void PeerNode::connectOrListen(const Endpoint &endpoint)
{
    m_dials.add(endpoint, {}, true);
}

void PeerNode::hangUp(const Endpoint &endpoint)
{
    const QList<PeerLink *> links = m_dials.remove(endpoint);
    for (PeerLink *link : links) {
        const QByteArray key = link->isAuthenticated() ? link->peerKey() : QByteArray();
        const bool wasLive = !key.isEmpty() && m_live.value(key) == link;
        dropLink(link, { ErrorCode::Canceled });
        if (!wasLive)
            continue;
        forgetStranger(key);
        if (isMissed(key))
            m_search.lookSoon(); // maybe they are found on the network
        Q_EMIT reachableChanged(key);
    }
}

bool PeerNode::isMissed(const QByteArray &key) const
{
    return m_book.trustOf(key) == PeerTrust::Accepted && !isReachable(key);
}

/// Keys cost nothing: who is unknown and has no link any more leaves no trace.
void PeerNode::forgetStranger(const QByteArray &key)
{
    if (!m_live.contains(key))
        m_book.forgetStranger(key);
}

bool PeerNode::givesWay(const PeerLink *old, const PeerLink *fresh) const
{
    // Who dials has no link: an old one that seems alive here is dead. Unless both were dialled at the same time; then
    // both sides keep the one that the smaller key dialled, and of two by the same dialler that with the smaller nonce.
    const auto rank = [this](const PeerLink *link) {
        const bool isOurs = link->role() == PeerRole::Dialler;
        return std::pair(isOurs ? m_identity.key.publicKey : link->peerKey(), link->diallerNonce());
    };
    const bool atOnce = fresh->authenticatedAtMs() - old->authenticatedAtMs() < AtOnceMs;
    return !atOnce || rank(fresh) < rank(old);
}

/// Whether this stranger may ask now; who loses the place for it still waits for the decision, without a link.
bool PeerNode::admitsStranger(const PeerLink *link)
{
    QList<StrangerGate::Waiting> waiting;
    for (auto live = m_live.begin(); live != m_live.end(); ++live) {
        if (m_book.trustOf(live.key()) == PeerTrust::Unknown)
            waiting.append({ live.key(), live.value()->origin(), live.value()->authenticatedAtMs() });
    }
    const StrangerGate::Admission admission = m_gate.admitsAsk(link->origin(), waiting);
    if (PeerLink *old = m_live.value(admission.givesWay)) {
        dropLink(old, { ErrorCode::TooManyConnections });
        forgetStranger(admission.givesWay);
        Q_EMIT reachableChanged(admission.givesWay);
    }
    return admission.admitted;
}

void PeerNode::noteStranger(const PeerKnown &known)
{
    const PeerPerson asker = known.person;
    m_asked.removeIf([&asker](const PeerPerson &person) { return person.key == asker.key; });
    if (m_asked.size() >= MaxAsked)
        m_asked.removeFirst();
    m_asked.append(asker);
    Q_EMIT requested(asker);
}

void PeerNode::linkAuthenticated(PeerLink *link)
{
    const QByteArray key = link->peerKey();
    const auto dialled = m_dials.endpointOf(link);
    m_dials.linkAuthenticated(link);
    if (m_book.trustOf(key) == PeerTrust::Blocked) {
        dropLink(link, { ErrorCode::NotPermitted });
        return;
    }
    if (PeerLink *old = m_live.value(key)) {
        if (!givesWay(old, link)) {
            dropLink(link, { ErrorCode::Canceled, u"there is another link"_s });
            if (dialled)
                meet(m_book.know(key), dialled);
            return;
        }
        dropLink(old, { ErrorCode::Canceled, u"there is a newer link"_s });
    }
    if (m_book.trustOf(key) == PeerTrust::Unknown && !dialled && !admitsStranger(link)) {
        dropLink(link, { ErrorCode::TooManyConnections });
        forgetStranger(key);
        Q_EMIT reachableChanged(key); // an earlier link may have given way
        return;
    }
    m_live.insert(key, link);
    m_tap.linkLive(link);
    PeerKnown &known = m_book.know(key);
    known.early.reset();
    if (!link->peerName().isEmpty())
        known.person.name = link->peerName();
    known.person.lastSeenMs = m_clock.wallMs();
    const bool wasAccepted = known.person.trust == PeerTrust::Accepted;
    meet(known, dialled);
    if (wasAccepted && m_live.value(key) == link)
        talk(known, link);
    Q_EMIT reachableChanged(key);
}

/// Somebody has a link. `dialled`: where this device dialled them, if it did; who dials accepts, but for a doubt.
void PeerNode::meet(PeerKnown &known, const std::optional<Endpoint> &dialled)
{
    if (known.person.trust == PeerTrust::Accepted) {
        meetAccepted(known, dialled);
        return;
    }
    if (dialled)
        known.person.address = PeerDoubts::addressOf(*dialled);
    m_doubts.examine(known.person);
    if (dialled && known.person.doubt == PeerDoubt::None)
        accept(known.person.key);
    else
        noteStranger(known);
}

/// That the keys of two people are both known does not make one of them the other.
void PeerNode::meetAccepted(PeerKnown &known, const std::optional<Endpoint> &dialled)
{
    const QByteArray key = known.person.key;
    const QString address = dialled ? PeerDoubts::addressOf(*dialled) : QString();
    const QByteArray expected = m_doubts.expectedAt(address);
    const bool isOther = dialled && !expected.isEmpty() && expected != key;
    m_doubts.put(key, known.person.name);
    known.person.address = isOther ? address : QString();
    m_book.keep(known.person);
    if (isOther)
        Q_EMIT otherAnswered(*dialled, key, expected);
    else
        remember(address, key);
}

void PeerNode::talk(PeerKnown &known, PeerLink *link)
{
    known.conversation->attach(link);
    if (const auto early = std::exchange(known.early, std::nullopt))
        (void)known.conversation->take(*early);
}

/// `key` is who is expected there from now on.
void PeerNode::remember(const QString &address, const QByteArray &key)
{
    if (address.isEmpty())
        return;
    whenReady(m_store.putPlace(m_doubts.remember(address, key, m_clock.wallMs())), this, [this](const Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void PeerNode::accept(const QByteArray &key)
{
    PeerKnown &known = m_book.know(key);
    if (known.person.trust == PeerTrust::Accepted) {
        remember(std::exchange(known.person.address, {}), key);
        return;
    }
    const auto asked
        = std::find_if(m_asked.begin(), m_asked.end(), [&key](const PeerPerson &person) { return person.key == key; });
    if (asked != m_asked.end() && known.person.trust == PeerTrust::Unknown && !m_live.contains(key))
        known.person = *asked;
    known.person.trust = PeerTrust::Accepted;
    for (const Neighbour &neighbour : neighbours()) {
        if (known.person.name.isEmpty() && neighbour.said.id == key)
            known.person.name = neighbour.said.name; // what they say themselves comes with the first link
    }
    remember(std::exchange(known.person.address, {}), key);
    known.person.doubt = PeerDoubt::None;
    known.person.notKey.clear();
    m_book.keep(known.person);
    m_doubts.put(key, known.person.name);
    m_book.equip(known);
    Q_EMIT accepted(key);
    if (PeerLink *link = m_live.value(key))
        talk(known, link);
    else if (m_options.announce)
        m_search.lookUnlessLooking();
}

void PeerNode::block(const QByteArray &key)
{
    PeerKnown &known = m_book.know(key);
    known.person.trust = PeerTrust::Blocked;
    m_doubts.remove(key);
    m_book.keep(known.person);
    if (PeerLink *link = m_live.value(key))
        dropLink(link, { ErrorCode::NotPermitted });
    m_book.retire(known);
}

void PeerNode::linkReceived(PeerLink *link, const Envelope &envelope)
{
    if (m_live.value(link->peerKey()) != link)
        return; // it gave way; what it still brings comes again
    PeerKnown &known = m_book.know(link->peerKey());
    // A stranger who does not wait for the decision says nothing yet but that he is ready.
    if (!known.conversation) {
        if (envelope.is(MessageType::PeerReady))
            known.early = envelope;
        else
            link->abort({ ErrorCode::UnexpectedMessage });
        return;
    }
    if (!known.conversation->take(envelope))
        (void)known.transfers->take(envelope);
}

void PeerNode::dropLink(PeerLink *link, const Error &reason)
{
    m_tap.linkGone(link);
    if (m_live.value(link->peerKey()) == link) {
        m_live.remove(link->peerKey());
        if (const PeerKnown *known = m_book.find(link->peerKey()); known && known->conversation)
            known->conversation->detach();
    }
    if (link->isAuthenticated())
        link->close(reason);
    else
        link->abort(reason);
}

void PeerNode::linkClosed(PeerLink *link, const Error &error)
{
    const QByteArray key = link->isAuthenticated() ? link->peerKey() : QByteArray();
    const bool wasLive = !key.isEmpty() && m_live.value(key) == link;
    m_tap.linkGone(link);
    if (wasLive) {
        m_live.remove(key);
        PeerKnown &known = m_book.know(key);
        known.person.lastSeenMs = m_clock.wallMs();
        if (known.conversation) {
            known.conversation->detach();
            m_search.lookSoon();
        }
    }
    if (!key.isEmpty())
        forgetStranger(key);
    m_search.linkClosed(link);
    m_dials.linkClosed(link, error);
    m_links.remove(link);
    if (wasLive)
        Q_EMIT reachableChanged(key);
}

PeerConversation *PeerNode::conversation(const QByteArray &key) const
{
    const PeerKnown *known = m_book.find(key);
    return known ? known->conversation.get() : nullptr;
}

PeerTransfers *PeerNode::transfers(const QByteArray &key) const
{
    const PeerKnown *known = m_book.find(key);
    return known ? known->transfers.get() : nullptr;
}

} // namespace salon
