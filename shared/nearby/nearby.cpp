// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby.h"

#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/nearby/nearby_self.h"
#include "shared/peer/key_words.h"
#include "shared/peer/store/peer_store.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr std::chrono::seconds LookEvery(10);
constexpr const char *PortVariable = "SALON_DISCOVERY_PORT"; ///< 0: nobody is looked for

PeerNodeOptions withDiscoveryPort(PeerNodeOptions options)
{
    if (qEnvironmentVariableIsSet(PortVariable))
        options.discoveryPort = quint16(qEnvironmentVariableIntValue(PortVariable));
    return options;
}

} // namespace

struct Nearby::Prepared
{
    Result<TlsIdentity> tls;
    QStringList words{};
};

Nearby::Nearby(ClientProfile &profile, PeerNodeOptions options, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_options(withDiscoveryPort(std::move(options)))
    , m_people(std::make_unique<NearbyPeople>())
    , m_roll(*m_people, m_lane)
    , m_networkChanges(profile.clock(), m_options.links)
    , m_lane(u"salon-nearby"_s)
{
    connect(&profile.servers(), &KnownServers::changed, this, &Nearby::takeName);
    connect(&profile.settings(), &SettingsStore::changed, this, &Nearby::takeName);
    m_look.setInterval(LookEvery);
    connect(&m_look, &QTimer::timeout, this, &Nearby::lookAround);
    connect(&m_roll, &NearbyRoll::requested, this, &Nearby::requested);
    connect(&m_networkChanges, &NetworkChanges::changed, this, [this] {
        if (m_node)
            m_node->networkChanged();
    });
}

Nearby::~Nearby()
{
    m_files.use(nullptr, nullptr);
    m_roll.use(nullptr);
    m_node.reset();
    m_store.reset();
}

void Nearby::start()
{
    if (m_profile.settings().current().nearby)
        turnOn();
}

void Nearby::setOn(bool on)
{
    m_profile.settings().change([on](Settings &settings) { settings.nearby = on; });
    if (on) {
        turnOn();
        return;
    }
    close();
    if (std::exchange(m_announces, false))
        Q_EMIT onChanged(false);
}

void Nearby::turnOn()
{
    if (std::exchange(m_announces, true))
        return;
    Q_EMIT onChanged(true);
    if (!m_node) {
        prepare();
        return;
    }
    m_node->setAnnouncing(true);
    m_look.start();
}

QString Nearby::name() const
{
    return nearby_self::name(m_profile);
}

Result<> Nearby::setName(const QString &name)
{
    const auto checked = checkDisplayName(name);
    if (!checked)
        return tl::unexpected(checked.error());
    m_profile.settings().change([&checked](Settings &settings) { settings.nearbyName = *checked; });
    return {};
}

/// The name may be another since somebody registered, or chose one.
void Nearby::takeName()
{
    if (!m_node || m_node->identity().name == name())
        return;
    m_node->setName(name());
    Q_EMIT selfChanged();
}

quint16 Nearby::port() const
{
    return m_node && m_node->isListening() ? m_node->port() : quint16(0);
}

/// The certificate is made or read, and one's own words are found, in the lane.
void Nearby::prepare()
{
    if (m_opening || m_node)
        return;
    m_opening = true;
    const auto prepared = m_lane.run([folder = m_profile.dataFolder() + u"/nearby"_s, key = key()]() -> Prepared {
        return { nearby_self::identityIn(folder), keyWords(key) };
    });
    whenReady(prepared, this, [this](const Prepared &done) {
        if (!std::exchange(m_opening, false))
            return; // switched off meanwhile
        if (m_words != done.words) {
            m_words = done.words;
            Q_EMIT selfChanged();
        }
        openNode(done);
    });
}

void Nearby::openNode(const Prepared &prepared)
{
    if (!prepared.tls) {
        giveUp(prepared.tls.error());
        return;
    }
    m_store = std::make_unique<PeerStore>(m_profile.dataFolder() + u"/nearby/people.db"_s);
    PeerNodeOptions options = m_options;
    options.announce = m_announces;
    m_node = std::make_unique<PeerNode>(
        PeerIdentity::of(m_profile.deviceKey(), *prepared.tls, name()), *m_store, m_profile.clock(), options);
    m_files.use(m_node.get(), m_store.get());
    m_roll.use(m_node.get());
    m_node->setFrameTap(m_tapped, m_frameTap);
    connect(m_node.get(), &PeerNode::opened, this, &Nearby::nodeOpened);
    connect(m_node.get(), &PeerNode::failed, this, [this](const Error &error) {
        if (m_node->isOpen())
            Q_EMIT failed(error); // the rest works
        else
            giveUp(error);
    });
    connect(m_node.get(), &PeerNode::accepted, this, [this](const QByteArray &person) {
        watch(person);
        m_roll.note(person);
        Q_EMIT accepted(person);
    });
    connect(m_node.get(), &PeerNode::dialFailed, this, &Nearby::notReached);
    connect(m_node.get(), &PeerNode::otherAnswered, this, &Nearby::otherAnswered);
    for (const Endpoint &endpoint : std::as_const(m_addresses))
        m_node->connectOrListen(endpoint);
    m_node->open();
}

void Nearby::nodeOpened()
{
    const QList<QByteArray> known = m_roll.listKnown();
    for (const QByteArray &person : known)
        watch(person);
    m_open = true;
    m_networkChanges.start();
    if (m_announces)
        m_look.start();
    Q_EMIT openChanged(true);
}

/// It could not be opened at all. May come out of a signal of the node.
void Nearby::giveUp(const Error &error)
{
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            close();
            if (std::exchange(m_announces, false))
                Q_EMIT onChanged(false);
            Q_EMIT failed(error);
            Q_EMIT notOpened();
        },
        Qt::QueuedConnection);
}

void Nearby::close()
{
    m_opening = false;
    m_addresses.clear();
    m_networkChanges.stop();
    m_look.stop();
    m_files.use(nullptr, nullptr);
    m_roll.use(nullptr);
    m_node.reset();
    m_store.reset();
    if (std::exchange(m_open, false))
        Q_EMIT openChanged(false);
}

void Nearby::watch(const QByteArray &person)
{
    PeerConversation *talk = m_node->conversation(person);
    PeerTransfers *files = m_node->transfers(person);
    if (!talk || !files)
        return;
    connect(talk, &PeerConversation::directChanged, this, [this, talk, person] {
        // Both together: who is not direct any more because the link is gone is away, not undecided.
        m_roll.edit(person, [&](NearbyPerson &shown) {
            shown.direct = talk->isDirect();
            shown.reachable = m_node && m_node->isReachable(person);
        });
        Q_EMIT directChanged(person, talk->isDirect());
    });
    connect(talk, &PeerConversation::entryAdded, this,
        [this, person](const PeerEntry &entry) { entryArrived(person, entry); });
    connect(talk, &PeerConversation::entryQueued, this,
        [this, person](const Cid &cid) { Q_EMIT entryQueued(person, cid); });
    connect(talk, &PeerConversation::notKept, this, [this, person](const Cid &cid) { Q_EMIT notKept(person, cid); });
    connect(talk, &PeerConversation::entryChanged, this,
        [this, person](const Cid &cid, PeerEntryState state, quint16 errorCode) {
            Q_EMIT entryChanged(person, cid, state, errorCode);
        });
    connect(talk, &PeerConversation::storeFailed, this, &Nearby::failed);
    connect(files, &PeerTransfers::fileChanged, this,
        [this, person](const Cid &cid, PeerFileState state, const QString &path) {
            Q_EMIT fileChanged(person, cid, state, path);
        });
    connect(files, &PeerTransfers::progressed, this,
        [this, person](const Cid &cid, quint64 bytes) { Q_EMIT fileProgressed(person, cid, bytes); });
    connect(files, &PeerTransfers::failed, this,
        [this, person](const Cid &cid, const Error &error) { Q_EMIT fileFailed(person, cid, error); });
}

void Nearby::entryArrived(const QByteArray &person, const PeerEntry &entry)
{
    if (!entry.isMine())
        m_roll.edit(person, [](NearbyPerson &shown) { ++shown.unread; });
    Q_EMIT entryAdded(person, entry);
}

void Nearby::wantWords(const QByteArray &person)
{
    m_roll.wantWords(person);
}

void Nearby::setAccounts(const QByteArray &person, const QList<NearbyAccount> &accounts)
{
    if (m_people->rowOf(person) >= 0)
        m_roll.edit(person, [&accounts](NearbyPerson &shown) { shown.accounts = accounts; });
}

void Nearby::setFrameTap(const QByteArray &person, FrameTap *tap)
{
    m_tapped = person;
    m_frameTap = tap;
    if (m_node)
        m_node->setFrameTap(person, tap);
}

void Nearby::lookAround()
{
    if (m_node && m_announces && m_options.discoveryPort != 0)
        m_node->lookAround();
}

void Nearby::accept(const QByteArray &person)
{
    if (!m_node)
        return;
    m_roll.noteDecision(person);
    m_node->accept(person);
    m_roll.note(person);
}

void Nearby::refuse(const QByteArray &person)
{
    if (!m_node)
        return;
    m_roll.noteDecision(person);
    m_node->block(person);
    m_roll.note(person);
    Q_EMIT directChanged(person, false);
}

Result<Endpoint> Nearby::readAddress(const QString &text)
{
    auto endpoint = Endpoint::parse(text.trimmed(), DefaultPeerPort);
    if (!endpoint)
        return endpoint;
    if (endpoint->kind != Endpoint::Kind::Tcp || !endpoint->service.isEmpty() || endpoint->port == 0)
        return fail(ErrorCode::InvalidAddress, {}, { text });
    // Waiting for anybody on a port is connecting with this machine, where nobody is yet.
    if (endpoint->isEveryAddress() || endpoint->host.isEmpty())
        endpoint->host = u"127.0.0.1"_s;
    return endpoint;
}

void Nearby::connectTo(const Endpoint &endpoint)
{
    if (m_addresses.contains(endpoint))
        return;
    m_addresses.append(endpoint);
    if (m_node)
        m_node->connectOrListen(endpoint);
    else
        prepare();
}

void Nearby::hangUp(const Endpoint &endpoint)
{
    m_addresses.removeAll(endpoint);
    if (m_node)
        m_node->hangUp(endpoint);
    // This may have been decided within a signal of the node.
    QMetaObject::invokeMethod(this, &Nearby::closeIfUnused, Qt::QueuedConnection);
}

QByteArray Nearby::expectedAt(const Endpoint &endpoint) const
{
    return m_node ? m_node->expectedAt(endpoint) : QByteArray();
}

bool Nearby::isAwaited(const QByteArray &person) const
{
    const auto mayBe = [this, &person](const Endpoint &endpoint) {
        const QByteArray expected = expectedAt(endpoint);
        return expected.isEmpty() || expected == person;
    };
    return m_addresses.isEmpty() || std::any_of(m_addresses.begin(), m_addresses.end(), mayBe);
}

void Nearby::closeIfUnused()
{
    if (!m_announces && m_addresses.isEmpty())
        close();
}

PeerTimeline *Nearby::makeTimeline(const QByteArray &person, QObject *parent)
{
    return new PeerTimeline(*this, person, parent);
}

Result<Cid> Nearby::send(const QByteArray &person, const QString &text)
{
    PeerConversation *talk = m_node ? m_node->conversation(person) : nullptr;
    if (!talk)
        return fail(ErrorCode::NotPermitted);
    return talk->send(text);
}

void Nearby::markRead(const QByteArray &person)
{
    const auto shown = m_people->find(person);
    if (!m_store || !shown || shown->unread == 0)
        return;
    whenReady(m_store->markRead(person), this, [this](const Result<> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
    m_roll.edit(person, [](NearbyPerson &now) { now.unread = 0; });
}

int Nearby::queuedCount(const QByteArray &person) const
{
    qsizetype count = 0;
    for (const NearbyPerson &known : m_people->all()) {
        const PeerConversation *talk
            = m_node && (person.isEmpty() || known.key == person) ? m_node->conversation(known.key) : nullptr;
        count += talk ? talk->queuedCount() : 0;
    }
    return int(count);
}

Answer<QList<PeerEntry>> Nearby::history(const QByteArray &person, qint64 before, int limit) const
{
    if (!m_store)
        return readyAnswer<QList<PeerEntry>>(fail(ErrorCode::NotPermitted));
    return m_store->history(person, before, limit);
}

Answer<std::optional<PeerEntry>> Nearby::entry(const QByteArray &person, const Cid &cid) const
{
    if (!m_store)
        return readyAnswer<std::optional<PeerEntry>>(fail(ErrorCode::NotPermitted));
    return m_store->entry(person, cid);
}

void Nearby::retranslate()
{
    m_people->retranslate();
}

} // namespace salon
