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
constexpr int LookAgainMs = 1'000;
constexpr qint64 StableMs = 5'000; ///< a link that ends sooner is no reason to dial again at once
constexpr size_t MaxLinks = 256;
constexpr qsizetype MaxUnproven = 64; ///< accepted links without a proof of who it is; the oldest goes first
constexpr qsizetype MaxUnprovenOfOne = 8; ///< from one other machine
constexpr qsizetype MaxStrangers = 16; ///< who wait for a decision; the next is turned away
constexpr qsizetype MaxStrangersOfOne = 4; ///< from one other machine
constexpr qsizetype MaxAsked = 64; ///< whose names are kept for a decision that comes after they went
constexpr qsizetype MaxClaims = 4; ///< places where one person is said to be, looked at together

} // namespace

struct PeerNode::Known
{
    PeerPerson person{};
    std::optional<Envelope> early{}; ///< PeerReady of a live link, before our person decided
    std::unique_ptr<PeerConversation> conversation{};
    std::unique_ptr<PeerTransfers> transfers{};
};

/// An endpoint to be connected to, again and again.
struct PeerNode::Dialling
{
    Endpoint endpoint{};
    QByteArray pin{};
    bool waitsToo = false; ///< connectOrListen()
    QByteArray key{}; ///< who was there last time
    PeerLink *link = nullptr;
    int delayMs = 0;
    QTimer again{};
};

PeerNode::PeerNode(
    PeerIdentity identity, PeerStore &store, const Clock &clock, PeerNodeOptions options, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_store(store)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_files(u"salon-peer-files"_s)
    , m_responder(clock, m_options.links)
    , m_probe(m_options.links)
{
    connect(&m_listener, &ListenSocket::descriptorReady, this, &PeerNode::adopt);
    connect(&m_probe, &DiscoveryProbe::finished, this, &PeerNode::probed);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(LookAgainMs);
    connect(&m_lookSoon, &QTimer::timeout, this, &PeerNode::lookAround);
    m_search.setInterval(m_options.searchMs);
    connect(&m_search, &QTimer::timeout, this, [this] {
        const bool someoneIsAway = std::any_of(m_people.begin(), m_people.end(), [this](const auto &entry) {
            return entry.second->person.trust == PeerTrust::Accepted && !isReachable(entry.first);
        });
        if (someoneIsAway && !m_probe.isRunning())
            lookAround();
    });
}

PeerNode::~PeerNode()
{
    // Conversations and transfers go before the links that they hold.
    m_retired.clear();
    m_people.clear();
    for (const auto &link : m_links) {
        link->disconnect(this);
        link->connection().flushTurn();
    }
}

void PeerNode::open()
{
    whenReady(m_store.open(), this, [this](const Result<QList<PeerPerson>> &people) {
        if (!people) {
            Q_EMIT failed(people.error());
            return;
        }
        for (const PeerPerson &person : *people) {
            Known &known = know(person.key);
            known.person = person;
            if (person.trust == PeerTrust::Accepted)
                makeAccepted(known);
        }
        listen();
    });
}

void PeerNode::listen()
{
    if (const Result<> listening = m_listener.listen(m_options.listen); !listening) {
        Q_EMIT failed(listening.error());
        return;
    }
    m_opened = true;
    if (m_options.announce)
        announce();
    for (const auto &dialling : m_diallings)
        startDial(*dialling);
    Q_EMIT opened();
}

void PeerNode::setName(const QString &name)
{
    m_identity.name = name;
    describe();
}

void PeerNode::describe()
{
    m_responder.setReply(
        { DiscoveryKind::Peer, m_identity.key.publicKey, m_identity.name, port(), m_identity.tls.pin, 0, 0 });
}

void PeerNode::announce()
{
    describe();
    // Without it people still reach this device by address.
    if (const Result<> started = m_responder.start(m_options.discoveryPort); !started)
        Q_EMIT failed(started.error());
    m_search.start();
    lookAround();
}

void PeerNode::setAnnouncing(bool announces)
{
    if (announces == std::exchange(m_options.announce, announces) || !m_opened)
        return;
    if (announces) {
        announce();
        return;
    }
    m_responder.stop();
    m_probe.stop();
    m_search.stop();
    m_lookSoon.stop();
    m_neighbours.clear();
    Q_EMIT neighboursChanged();
}

void PeerNode::networkChanged()
{
    if (!m_opened)
        return;
    for (PeerLink *link : std::as_const(m_live))
        link->check();
    for (const auto &dialling : m_diallings) {
        dialling->delayMs = 0;
        if (!dialling->link)
            startDial(*dialling);
    }
    if (m_options.announce) {
        m_responder.refreshLinks();
        lookAround();
    }
}

void PeerNode::lookAround()
{
    m_probe.start(m_options.discoveryPort);
}

void PeerNode::probed()
{
    m_neighbours = m_probe.neighbours();
    m_neighbours.removeIf([this](const Neighbour &neighbour) {
        return neighbour.said.kind != DiscoveryKind::Peer || neighbour.said.id == m_identity.key.publicKey;
    });
    Q_EMIT neighboursChanged();
    for (const Neighbour &neighbour : std::as_const(m_neighbours)) {
        if (trustOf(neighbour.said.id) == PeerTrust::Accepted && !isReachable(neighbour.said.id))
            seek(neighbour);
    }
}

void PeerNode::seek(const Neighbour &neighbour)
{
    const DiscoveryReply &said = neighbour.said;
    qsizetype claims = 0;
    for (const auto &[link, sought] : m_sought) {
        if (sought.key != said.id)
            continue;
        ++claims;
        if (sought.port == said.port && sought.pin == said.pin)
            return; // being tried already
    }
    if (claims >= MaxClaims || m_links.size() >= MaxLinks || neighbour.addresses.isEmpty())
        return;
    // The claim proves nothing; the handshake does, and who is not accepted is only asked about.
    PeerLink *link = makeLink();
    m_sought[link] = { said.id, said.pin, said.port, neighbour.addresses.mid(1) };
    link->dial(Endpoint::tcp(neighbour.addresses.first().toString(), said.port), said.pin);
}

/// Somebody with several addresses may not be reached by the first.
void PeerNode::seekNext(PeerLink *failed)
{
    const auto it = m_sought.find(failed);
    if (it == m_sought.end())
        return;
    Sought sought = std::move(it->second);
    m_sought.erase(it);
    const bool isWanted = trustOf(sought.key) == PeerTrust::Accepted && !isReachable(sought.key);
    if (failed->isAuthenticated() || !isWanted || sought.others.isEmpty())
        return;
    const QHostAddress address = sought.others.takeFirst();
    PeerLink *link = makeLink();
    const Endpoint endpoint = Endpoint::tcp(address.toString(), sought.port);
    const QByteArray pin = sought.pin;
    m_sought[link] = std::move(sought);
    link->dial(endpoint, pin);
}

void PeerNode::dial(const Endpoint &endpoint, const QByteArray &pin)
{
    addDialling(endpoint, pin, false);
}

void PeerNode::connectOrListen(const Endpoint &endpoint)
{
    addDialling(endpoint, {}, true);
}

void PeerNode::addDialling(const Endpoint &endpoint, const QByteArray &pin, bool waitsToo)
{
    auto dialling = std::make_unique<Dialling>();
    dialling->endpoint = endpoint;
    dialling->pin = pin;
    dialling->waitsToo = waitsToo;
    dialling->again.setSingleShot(true);
    connect(&dialling->again, &QTimer::timeout, this, [this, raw = dialling.get()] { startDial(*raw); });
    m_diallings.push_back(std::move(dialling));
    if (m_opened)
        startDial(*m_diallings.back());
}

void PeerNode::hangUp(const Endpoint &endpoint)
{
    for (const auto &dialling : m_diallings) {
        if (dialling->endpoint == endpoint && dialling->link)
            dropLink(dialling->link, { ErrorCode::Canceled });
    }
    std::erase_if(m_diallings, [&endpoint](const auto &dialling) { return dialling->endpoint == endpoint; });
}

void PeerNode::startDial(Dialling &dialling)
{
    if (dialling.link)
        return;
    if (!dialling.key.isEmpty() && isReachable(dialling.key)) {
        dialling.again.start(m_options.retryMaxMs);
        return;
    }
    dialling.link = makeLink();
    dialling.link->dial(dialling.endpoint, dialling.pin);
}

void PeerNode::retryLater(Dialling &dialling, const PeerLink &link, const Error &error)
{
    // The other end is this device: it waits there already.
    const bool isMyself = error.code == ErrorCode::InvalidAddress;
    const bool nobodyIsThere = !link.isAuthenticated() && !isMyself && error.code != ErrorCode::HostNotFound;
    if (dialling.waitsToo && nobodyIsThere && !waitInstead(dialling.endpoint)
        && error.code == ErrorCode::ConnectionRefused)
        dialling.delayMs = 0; // somebody took the port in between, who is there now
    if (link.isAuthenticated() && m_clock.monotonicMs() - link.authenticatedAtMs() >= StableMs)
        dialling.delayMs = 0;
    dialling.delayMs
        = isMyself ? m_options.retryMaxMs : std::clamp(dialling.delayMs * 2, m_options.retryMs, m_options.retryMaxMs);
    dialling.again.start(dialling.delayMs);
    if (!isMyself)
        Q_EMIT dialFailed(dialling.endpoint, error);
}

bool PeerNode::waitInstead(const Endpoint &endpoint)
{
    const auto isThere = std::any_of(m_waiting.begin(), m_waiting.end(),
        [&endpoint](const auto &socket) { return socket->endpoint().port == endpoint.port; });
    if (isThere || m_listener.endpoint().port == endpoint.port)
        return true;
    auto socket = std::make_unique<ListenSocket>();
    const QString host = m_options.listen.isLoopback() ? m_options.listen.host : u"*"_s;
    if (!socket->listen(Endpoint::tcp(host, endpoint.port)))
        return false;
    connect(socket.get(), &ListenSocket::descriptorReady, this, &PeerNode::adopt);
    m_waiting.push_back(std::move(socket));
    return true;
}

PeerNode::Dialling *PeerNode::diallingOf(const PeerLink *link)
{
    const auto it = std::find_if(
        m_diallings.begin(), m_diallings.end(), [link](const auto &dialling) { return dialling->link == link; });
    return it == m_diallings.end() ? nullptr : it->get();
}

void PeerNode::adopt(qintptr descriptor)
{
    const auto peer = peerOfDescriptor(descriptor);
    const auto isUnproven = [](const auto &link) {
        return link->role() == PeerRole::Acceptor && !link->isAuthenticated()
            && link->connection().state() != Connection::State::Closed; // dropped in this turn
    };
    const auto isOfThere = [&](const auto &link) {
        return isUnproven(link) && !link->origin().isEmpty() && link->origin() == peer->prefix;
    };
    if (!peer || m_links.size() >= MaxLinks
        || std::count_if(m_links.begin(), m_links.end(), isOfThere) >= MaxUnprovenOfOne) {
        closeDescriptor(descriptor);
        return;
    }
    if (std::count_if(m_links.begin(), m_links.end(), isUnproven) >= MaxUnproven)
        (*std::find_if(m_links.begin(), m_links.end(), isUnproven))->abort({ ErrorCode::TooManyConnections });
    makeLink()->adopt(descriptor, peer->prefix);
}

PeerLink *PeerNode::makeLink()
{
    m_links.push_back(std::make_unique<PeerLink>(m_identity, m_flusher, m_clock));
    PeerLink *link = m_links.back().get();
    connect(link, &PeerLink::authenticated, this, [this, link] { linkAuthenticated(link); });
    connect(link, &PeerLink::received, this, [this, link](const Envelope &envelope) { linkReceived(link, envelope); });
    connect(link, &PeerLink::closed, this, [this, link](const Error &error) { linkClosed(link, error); });
    m_tap.linkMade(link);
    return link;
}

PeerNode::Known &PeerNode::know(const QByteArray &key)
{
    auto &known = m_people[key];
    if (!known) {
        known = std::make_unique<Known>();
        known->person.key = key;
    }
    return *known;
}

PeerTrust PeerNode::trustOf(const QByteArray &key) const
{
    const auto known = m_people.find(key);
    return known == m_people.end() ? PeerTrust::Unknown : known->second->person.trust;
}

/// Keys cost nothing: who is unknown and has no link any more leaves no trace.
void PeerNode::forgetStranger(const QByteArray &key)
{
    if (!m_live.contains(key) && trustOf(key) == PeerTrust::Unknown)
        m_people.erase(key);
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

bool PeerNode::mayAsk(const PeerLink *stranger) const
{
    qsizetype strangers = 0;
    qsizetype fromThere = 0;
    for (auto live = m_live.begin(); live != m_live.end(); ++live) {
        if (trustOf(live.key()) != PeerTrust::Unknown)
            continue;
        ++strangers;
        if (!stranger->origin().isEmpty() && live.value()->origin() == stranger->origin())
            ++fromThere;
    }
    return strangers < MaxStrangers && fromThere < MaxStrangersOfOne;
}

void PeerNode::linkAuthenticated(PeerLink *link)
{
    const QByteArray key = link->peerKey();
    Dialling *dialling = diallingOf(link);
    if (dialling)
        dialling->key = key;
    if (trustOf(key) == PeerTrust::Blocked) {
        dropLink(link, { ErrorCode::NotPermitted });
        return;
    }
    if (PeerLink *old = m_live.value(key)) {
        if (!givesWay(old, link)) {
            dropLink(link, { ErrorCode::Canceled, u"there is another link"_s });
            return;
        }
        dropLink(old, { ErrorCode::Canceled, u"there is a newer link"_s });
    }
    const bool isStranger = trustOf(key) == PeerTrust::Unknown && !dialling;
    if (isStranger && !mayAsk(link)) {
        dropLink(link, { ErrorCode::TooManyConnections });
        return;
    }
    m_live.insert(key, link);
    m_tap.linkLive(link);
    Known &known = know(key);
    known.early.reset();
    if (!link->peerName().isEmpty())
        known.person.name = link->peerName();
    known.person.lastSeenMs = m_clock.wallMs();
    if (isStranger) {
        m_asked.removeIf([&key](const PeerPerson &person) { return person.key == key; });
        if (m_asked.size() >= MaxAsked)
            m_asked.removeFirst();
        const PeerPerson asker = known.person;
        m_asked.append(asker);
        Q_EMIT requested(asker);
    } else if (known.person.trust == PeerTrust::Unknown) {
        accept(key);
    } else {
        keep(known.person);
        talk(known, link);
    }
    Q_EMIT reachableChanged(key);
}

void PeerNode::talk(Known &known, PeerLink *link)
{
    known.conversation->attach(link);
    if (const auto early = std::exchange(known.early, std::nullopt))
        (void)known.conversation->take(*early);
}

void PeerNode::keep(const PeerPerson &person)
{
    whenReady(m_store.put(person), this, [this](const Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void PeerNode::makeAccepted(Known &known)
{
    if (known.conversation)
        return;
    const QByteArray key = known.person.key;
    known.conversation = std::make_unique<PeerConversation>(m_store, m_clock, key);
    known.transfers = std::make_unique<PeerTransfers>(m_store, m_files, key);
    connect(known.conversation.get(), &PeerConversation::directChanged, known.transfers.get(),
        [talking = known.conversation.get(), files = known.transfers.get()] {
            if (talking->isDirect())
                files->attach(talking->link());
            else
                files->detach();
        });
}

void PeerNode::accept(const QByteArray &key)
{
    Known &known = know(key);
    if (known.person.trust == PeerTrust::Accepted)
        return;
    for (const PeerPerson &person : std::as_const(m_asked)) {
        if (known.person.name.isEmpty() && person.key == key)
            known.person = person;
    }
    known.person.trust = PeerTrust::Accepted;
    for (const Neighbour &neighbour : std::as_const(m_neighbours)) {
        if (known.person.name.isEmpty() && neighbour.said.id == key)
            known.person.name = neighbour.said.name; // what they say themselves comes with the first link
    }
    keep(known.person);
    makeAccepted(known);
    Q_EMIT accepted(key);
    if (PeerLink *link = m_live.value(key))
        talk(known, link);
    else if (m_options.announce && !m_probe.isRunning())
        lookAround();
}

void PeerNode::block(const QByteArray &key)
{
    Known &known = know(key);
    known.person.trust = PeerTrust::Blocked;
    keep(known.person);
    if (PeerLink *link = m_live.value(key))
        dropLink(link, { ErrorCode::NotPermitted });
    if (!known.conversation)
        return;
    known.conversation->detach();
    known.transfers->detach();
    known.conversation->disconnect();
    known.transfers->disconnect();
    // This may have been decided within a signal of theirs.
    auto retired = std::make_unique<Known>();
    retired->conversation = std::move(known.conversation);
    retired->transfers = std::move(known.transfers);
    m_retired.push_back(std::move(retired));
    QMetaObject::invokeMethod(
        this, [this] { m_retired.clear(); }, Qt::QueuedConnection);
}

void PeerNode::linkReceived(PeerLink *link, const Envelope &envelope)
{
    if (m_live.value(link->peerKey()) != link)
        return; // it gave way; what it still brings comes again
    Known &known = know(link->peerKey());
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
        if (const auto known = m_people.find(link->peerKey()); known != m_people.end() && known->second->conversation)
            known->second->conversation->detach();
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
        Known &known = know(key);
        known.person.lastSeenMs = m_clock.wallMs();
        if (known.conversation) {
            known.conversation->detach();
            if (m_options.announce)
                m_lookSoon.start();
        }
    }
    if (!key.isEmpty())
        forgetStranger(key);
    seekNext(link);
    if (Dialling *dialling = diallingOf(link)) {
        dialling->link = nullptr;
        retryLater(*dialling, *link, error);
    }
    const auto it
        = std::find_if(m_links.begin(), m_links.end(), [link](const auto &owned) { return owned.get() == link; });
    m_links.erase(it); // a link may be deleted where it says that it is closed
    if (wasLive)
        Q_EMIT reachableChanged(key);
}

QList<PeerPerson> PeerNode::people() const
{
    QList<PeerPerson> people;
    for (const auto &[key, known] : m_people)
        people.append(known->person);
    return people;
}

QByteArray PeerNode::knownAs(const QString &name, const QByteArray &key) const
{
    for (const auto &[other, known] : m_people) {
        if (other != key && known->person.trust == PeerTrust::Accepted && !name.isEmpty()
            && known->person.name.compare(name, Qt::CaseInsensitive) == 0)
            return other;
    }
    return {};
}

PeerConversation *PeerNode::conversation(const QByteArray &key) const
{
    const auto known = m_people.find(key);
    return known == m_people.end() ? nullptr : known->second->conversation.get();
}

PeerTransfers *PeerNode::transfers(const QByteArray &key) const
{
    const auto known = m_people.find(key);
    return known == m_people.end() ? nullptr : known->second->transfers.get();
}

} // namespace salon
