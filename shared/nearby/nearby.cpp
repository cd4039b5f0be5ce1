// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby.h"

#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/peer/key_words.h"
#include "shared/peer/store/peer_store.h"

#include <QDir>
#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr std::chrono::seconds LookEvery(10);
constexpr int MaxMissedLooks = 2; ///< then somebody found is away
constexpr int MaxRequests = 32; ///< shown at once; of those whose link is gone the oldest gives way
constexpr int MaxFoundShown = 64; ///< strangers of the last look; whoever else is there can still ask
constexpr qsizetype MaxWordsKept = 256;
constexpr qsizetype MaxWordsWanted = 8;
constexpr int WordsForStrangers = 20; ///< in each of these, as strangers choose how often they ask
constexpr std::chrono::seconds WordsPause(10);
constexpr const char *PortVariable = "SALON_DISCOVERY_PORT"; ///< 0: nobody is looked for

PeerNodeOptions withDiscoveryPort(PeerNodeOptions options)
{
    if (qEnvironmentVariableIsSet(PortVariable))
        options.discoveryPort = quint16(qEnvironmentVariableIntValue(PortVariable));
    return options;
}

Result<TlsIdentity> identityIn(const QString &folder)
{
    const bool made = QDir().mkpath(folder)
        && QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (!made)
        return fail(ErrorCode::CannotOpenFile, {}, { folder });
    return loadOrCreateIdentity(folder);
}

QString nameOnThisComputer()
{
    for (const char *variable : { "USER", "LOGNAME", "USERNAME" }) {
        if (const auto name = checkDisplayName(qEnvironmentVariable(variable)))
            return *name;
    }
    return {};
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
    , m_networkChanges(profile.clock(), m_options.links)
    , m_lane(u"salon-nearby"_s)
{
    connect(&m_files, &NearbyFiles::offered, this, [this] { ++m_storing; });
    connect(&profile.servers(), &KnownServers::changed, this, &Nearby::takeName);
    connect(&profile.settings(), &SettingsStore::changed, this, &Nearby::takeName);
    m_look.setInterval(LookEvery);
    connect(&m_look, &QTimer::timeout, this, &Nearby::lookAround);
    m_wordsPause.setInterval(WordsPause);
    m_wordsPause.setSingleShot(true);
    connect(&m_wordsPause, &QTimer::timeout, this, [this] {
        m_wordsForStrangers = 0;
        findWords();
    });
    connect(&m_networkChanges, &NetworkChanges::changed, this, [this] {
        if (m_node)
            m_node->networkChanged();
    });
}

Nearby::~Nearby()
{
    m_files.use(nullptr, nullptr);
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
    m_node->setAnnouncing(m_options.discoveryPort != 0);
    m_look.start();
}

QString Nearby::name() const
{
    const Settings &settings = m_profile.settings().current();
    if (!settings.nearbyName.isEmpty())
        return settings.nearbyName;
    if (const auto last = m_profile.servers().find(settings.lastServer); last && !last->displayName.isEmpty())
        return last->displayName;
    for (const KnownServer &server : m_profile.servers().all()) {
        if (!server.displayName.isEmpty())
            return server.displayName;
    }
    const QString own = nameOnThisComputer();
    return own.isEmpty() ? m_profile.deviceName() : own;
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
        return { identityIn(folder), keyWords(key) };
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
    options.announce = m_announces && m_options.discoveryPort != 0;
    m_node = std::make_unique<PeerNode>(
        PeerIdentity::of(m_profile.deviceKey(), *prepared.tls, name()), *m_store, m_profile.clock(), options);
    m_files.use(m_node.get(), m_store.get());
    m_node->setFrameTap(m_tapped, m_frameTap);
    connect(m_node.get(), &PeerNode::opened, this, &Nearby::nodeOpened);
    connect(m_node.get(), &PeerNode::failed, this, [this](const Error &error) {
        if (m_node->isListening())
            Q_EMIT failed(error); // the rest works
        else
            giveUp(error);
    });
    connect(m_node.get(), &PeerNode::requested, this, &Nearby::noteRequest);
    connect(m_node.get(), &PeerNode::accepted, this, [this](const QByteArray &person) {
        watch(person);
        notePerson(person);
        Q_EMIT accepted(person);
    });
    connect(m_node.get(), &PeerNode::reachableChanged, this, &Nearby::notePerson);
    connect(m_node.get(), &PeerNode::neighboursChanged, this, &Nearby::noteNeighbours);
    connect(m_node.get(), &PeerNode::dialFailed, this, &Nearby::notReached);
    for (const Endpoint &endpoint : std::as_const(m_addresses))
        m_node->connectOrListen(endpoint);
    m_node->open();
}

void Nearby::nodeOpened()
{
    const auto everybody = m_node->people();
    for (const PeerPerson &person : everybody) {
        if (person.trust == PeerTrust::Unknown)
            continue; // who asked once, and was not answered
        watch(person.key);
        notePerson(person.key);
        edit(person.key, [&person](NearbyPerson &shown) { shown.unread = person.unread; });
    }
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
    m_node.reset();
    m_store.reset();
    m_asked.clear();
    m_told.clear();
    m_missed.clear();
    m_wordsWanted.clear();
    m_storing = 0;
    m_people->clear();
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
        edit(person, [talk](NearbyPerson &shown) { shown.direct = talk->isDirect(); });
        Q_EMIT directChanged(person, talk->isDirect());
    });
    connect(talk, &PeerConversation::entryAdded, this,
        [this, person](const PeerEntry &entry) { entryArrived(person, entry); });
    connect(talk, &PeerConversation::entryChanged, this,
        [this, person](const Cid &cid, PeerEntryState state) { Q_EMIT entryChanged(person, cid, state); });
    connect(talk, &PeerConversation::storeFailed, this, [this](const Error &error) {
        m_storing = std::max(0, m_storing - 1);
        Q_EMIT failed(error);
    });
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
    if (entry.isMine())
        m_storing = std::max(0, m_storing - 1);
    else
        edit(person, [](NearbyPerson &shown) { ++shown.unread; });
    Q_EMIT entryAdded(person, entry);
}

void Nearby::noteRequest(const PeerPerson &person)
{
    const bool isNew = !m_asked.contains(person.key);
    if (isNew) {
        m_asked.append(person.key);
        makeRoomForRequests();
    }
    edit(person.key, [&person](NearbyPerson &shown) {
        shown.name = person.name;
        shown.asks = true;
        shown.reachable = true;
    });
    if (isNew)
        tellRequest(person.key);
}

/// Once the words are there, without which nobody can decide.
void Nearby::tellRequest(const QByteArray &key)
{
    const auto person = m_people->find(key);
    if (!person || !person->asks || person->words.isEmpty() || m_told.contains(key))
        return;
    m_told.insert(key);
    Q_EMIT requested(*person);
}

void Nearby::makeRoomForRequests()
{
    const auto leaves = [this](const QByteArray &key) {
        return !m_node->isReachable(key);
    };
    for (auto it = m_asked.begin(); m_asked.size() > MaxRequests && it != m_asked.end();) {
        if (!leaves(*it)) {
            ++it;
            continue;
        }
        const QByteArray key = *it;
        it = m_asked.erase(it);
        m_told.remove(key); // whoever asks again is told of again
        edit(key, [](NearbyPerson &shown) { shown.asks = false; });
    }
}

/// What the node knows of the person is what is shown.
void Nearby::notePerson(const QByteArray &key)
{
    const auto everybody = m_node->people();
    const auto person = std::find_if(
        everybody.begin(), everybody.end(), [&key](const PeerPerson &known) { return known.key == key; });
    if (person == everybody.end()) {
        // A stranger who left is nobody to the node; the request stays until it is answered.
        if (m_people->rowOf(key) >= 0)
            edit(key, [](NearbyPerson &shown) { shown.reachable = shown.direct = false; });
        return;
    }
    const PeerConversation *talk = m_node->conversation(key);
    edit(key, [&](NearbyPerson &shown) {
        if (!person->name.isEmpty())
            shown.name = person->name;
        shown.trust = person->trust;
        shown.asks = shown.asks && person->trust == PeerTrust::Unknown;
        shown.lastSeenMs = person->lastSeenMs;
        shown.reachable = m_node->isReachable(key);
        shown.direct = talk && talk->isDirect();
    });
}

void Nearby::noteNeighbours()
{
    QSet<QByteArray> here;
    const auto isFoundOnly = [](const NearbyPerson &person) {
        return person.found && person.trust == PeerTrust::Unknown && !person.asks;
    };
    const QList<NearbyPerson> &everybody = m_people->all();
    auto strangers = std::count_if(everybody.begin(), everybody.end(), isFoundOnly);
    for (const Neighbour &neighbour : m_node->neighbours()) {
        // The network may claim any number of people.
        if (m_people->rowOf(neighbour.said.id) < 0 && ++strangers > MaxFoundShown)
            continue;
        here.insert(neighbour.said.id);
        m_missed.remove(neighbour.said.id);
        edit(neighbour.said.id, [&neighbour](NearbyPerson &shown) {
            shown.found = true;
            // Who is known proved a name; this one is only a claim.
            if (shown.name.isEmpty() || (shown.trust == PeerTrust::Unknown && !shown.asks))
                shown.name = neighbour.said.name;
        });
    }
    const QList<NearbyPerson> before = m_people->all();
    for (const NearbyPerson &person : before) {
        if (!person.found || here.contains(person.key) || ++m_missed[person.key] < MaxMissedLooks)
            continue;
        m_missed.remove(person.key);
        edit(person.key, [](NearbyPerson &shown) { shown.found = false; });
    }
}

void Nearby::edit(const QByteArray &key, const std::function<void(NearbyPerson &)> &change)
{
    NearbyPerson person = m_people->find(key).value_or(NearbyPerson{});
    person.key = key;
    change(person);
    const bool isNobody = person.trust == PeerTrust::Unknown && !person.asks && !person.found;
    if (isNobody) {
        m_people->remove(key);
        return;
    }
    if (person.words.isEmpty())
        person.words = m_wordsOf.value(key);
    m_people->put(person);
    if (person.words.isEmpty())
        findWords();
}

void Nearby::wantWords(const QByteArray &person)
{
    m_wordsWanted.removeAll(person);
    m_wordsWanted.prepend(person);
    if (m_wordsWanted.size() > MaxWordsWanted)
        m_wordsWanted.removeLast();
    findWords();
}

/// Whose words are needed most; nobody's if that is empty. Who was merely found has none until somebody looks.
QByteArray Nearby::nextForWords() const
{
    const auto lacksWords = [this](const QByteArray &key) {
        const int row = m_people->rowOf(key);
        return row >= 0 && m_people->all().at(row).words.isEmpty();
    };
    const auto wanted = std::find_if(m_wordsWanted.begin(), m_wordsWanted.end(), lacksWords);
    if (wanted != m_wordsWanted.end())
        return *wanted;
    if (m_wordsForStrangers < WordsForStrangers) {
        // In the order of asking, so that nobody who waits is overtaken for ever; those who left come last.
        QByteArray gone;
        for (const QByteArray &key : m_asked) {
            if (!lacksWords(key))
                continue;
            if (m_node && m_node->isReachable(key))
                return key;
            gone = key;
        }
        if (!gone.isEmpty())
            return gone;
    }
    for (const NearbyPerson &person : m_people->all()) {
        if (person.trust == PeerTrust::Accepted && person.words.isEmpty())
            return person.key;
    }
    return {};
}

void Nearby::findWords()
{
    if (m_findsWords)
        return; // and looks again then
    const QByteArray key = nextForWords();
    if (key.isEmpty())
        return;
    m_findsWords = true;
    if (m_asked.contains(key) && !m_wordsWanted.contains(key)) {
        ++m_wordsForStrangers;
        if (!m_wordsPause.isActive())
            m_wordsPause.start();
    }
    whenReady(m_lane.run([key] { return keyWords(key); }), this, [this, key](const QStringList &words) {
        m_findsWords = false;
        keepWords(key, words);
        if (m_people->rowOf(key) >= 0)
            edit(key, [&words](NearbyPerson &shown) { shown.words = words; });
        tellRequest(key);
        findWords();
    });
}

/// The oldest gives way; people who are shown have theirs anyway.
void Nearby::keepWords(const QByteArray &person, const QStringList &words)
{
    if (!m_wordsOf.contains(person))
        m_wordsKept.append(person);
    m_wordsOf.insert(person, words);
    while (m_wordsKept.size() > MaxWordsKept)
        m_wordsOf.remove(m_wordsKept.takeFirst());
}

void Nearby::setAccounts(const QByteArray &person, const QList<NearbyAccount> &accounts)
{
    if (m_people->rowOf(person) >= 0)
        edit(person, [&accounts](NearbyPerson &shown) { shown.accounts = accounts; });
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
    m_asked.removeAll(person);
    m_told.remove(person);
    m_node->accept(person);
    notePerson(person);
}

void Nearby::refuse(const QByteArray &person)
{
    if (!m_node)
        return;
    m_asked.removeAll(person);
    m_told.remove(person);
    m_node->block(person);
    notePerson(person);
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
    auto queued = talk->send(text);
    if (queued)
        ++m_storing;
    return queued;
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
    edit(person, [](NearbyPerson &now) { now.unread = 0; });
}

int Nearby::queuedCount(const QByteArray &person) const
{
    qsizetype count = 0;
    for (const NearbyPerson &known : m_people->all()) {
        const PeerConversation *talk
            = m_node && (person.isEmpty() || known.key == person) ? m_node->conversation(known.key) : nullptr;
        count += talk ? talk->queuedCount() : 0;
    }
    return int(count) + m_storing;
}

Answer<QList<PeerEntry>> Nearby::history(const QByteArray &person, qint64 before, int limit) const
{
    if (!m_store)
        return readyAnswer<QList<PeerEntry>>(fail(ErrorCode::NotPermitted));
    return m_store->history(person, before, limit);
}

void Nearby::retranslate()
{
    m_people->retranslate();
}

} // namespace salon
