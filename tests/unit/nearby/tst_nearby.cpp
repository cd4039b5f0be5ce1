// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/error_text.h"
#include "shared/nearby/nearby.h"
#include "tests/support/wait_until.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

QList<NetworkLink> loopbackAlone()
{
    QList<NetworkLink> links = runningLinks();
    links.removeIf([](const NetworkLink &link) { return !link.loopback; });
    return links;
}

quint16 freeUdpPort()
{
    QUdpSocket socket;
    return socket.bind(QHostAddress::LocalHost, 0) ? socket.localPort() : quint16(0);
}

quint16 freeTcpPort()
{
    ListenSocket socket;
    return socket.listen(Endpoint::tcp(u"127.0.0.1"_s, 0)) ? socket.endpoint().port : quint16(0);
}

/// Somebody answers at this place of this machine: the system accepts connections there.
bool listens(const Endpoint &place)
{
    QTcpSocket socket;
    socket.connectToHost(place.host, place.port);
    return socket.waitForConnected(5'000);
}

/// A person with a program that has people nearby, on loopback alone.
class Resident
{
public:
    Resident(const QString &name, quint16 discoveryPort)
        : m_name(name)
    {
        m_options.listen = Endpoint::tcp(u"127.0.0.1"_s, 0);
        m_options.discoveryPort = discoveryPort;
        m_options.links = loopbackAlone;
        m_options.pace = PeerPace::unlimited();
        m_options.retryMs = 20;
        m_options.retryMaxMs = 200;
        m_options.searchMs = 200;
    }

    bool startProgram()
    {
        m_profile = std::make_unique<ClientProfile>(
            ClientProfile::Options{ m_folder.path() + u"/data"_s, false, {} }, m_clock);
        if (!m_profile->lock())
            return false;
        m_profile->settings().change([this](Settings &settings) { settings.nearbyName = m_name; });
        m_profile->open();
        if (!waitUntil([this] { return m_profile->isOpen(); }))
            return false;
        m_nearby = std::make_unique<Nearby>(*m_profile, m_options);
        m_nearby->files().setFolder(path(u"downloads"_s));
        return true;
    }
    void endProgram()
    {
        m_nearby.reset();
        m_profile.reset();
    }
    bool startOn()
    {
        if (!startProgram())
            return false;
        m_nearby->setOn(true);
        return waitUntil([this] { return m_nearby->isOpen(); });
    }

    [[nodiscard]] Nearby &nearby() { return *m_nearby; }
    [[nodiscard]] ClientProfile &profile() { return *m_profile; }
    [[nodiscard]] QByteArray key() const { return m_nearby->key(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.path() + u'/' + name; }
    [[nodiscard]] std::optional<NearbyPerson> sees(const QByteArray &key) const { return m_nearby->people().find(key); }
    [[nodiscard]] bool isDirectTo(const QByteArray &key) const
    {
        const auto person = sees(key);
        return person && person->direct;
    }
    QString makeFile(const QString &name, qint64 bytes) const
    {
        QFile file(path(name));
        QList<quint32> words((bytes + 3) / 4);
        QRandomGenerator::global()->fillRange(words.data(), words.size());
        if (!file.open(QIODevice::WriteOnly)
            || file.write(reinterpret_cast<const char *>(words.constData()), bytes) != bytes)
            return {};
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
    QString m_name;
    SystemClock m_clock;
    PeerNodeOptions m_options;
    std::unique_ptr<ClientProfile> m_profile;
    std::unique_ptr<Nearby> m_nearby;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList textsOf(const PeerTimeline &timeline)
{
    QStringList texts;
    for (const PeerEntry &entry : timeline.entries())
        texts.append((entry.isMine() ? u"+"_s : u""_s) + entry.text);
    return texts;
}

} // namespace

class TestNearby : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Resident> m_marie;
    std::unique_ptr<Resident> m_nour;
    quint16 m_discoveryPort = 0;

    /// Both are on, and Marie's request is accepted by Nour.
    void meet()
    {
        QVERIFY(m_marie->startOn() && m_nour->startOn());
        const QSignalSpy requests(&m_nour->nearby(), &Nearby::requested);
        QVERIFY(waitUntil([this] {
            m_marie->nearby().lookAround();
            return waitUntil([this] { return m_marie->sees(m_nour->key()).has_value(); }, 1'500);
        }));
        m_marie->nearby().accept(m_nour->key());
        QVERIFY(waitUntil([&] { return requests.count() == 1; }));
        m_nour->nearby().accept(m_marie->key());
        QVERIFY(areDirect());
    }
    bool areDirect(int ms = 20'000)
    {
        return waitUntil(
            [this] { return m_marie->isDirectTo(m_nour->key()) && m_nour->isDirectTo(m_marie->key()); }, ms);
    }
    /// The only file of the conversation as `who` sees it.
    static PeerEntry fileOf(const PeerTimeline &timeline)
    {
        for (const PeerEntry &entry : timeline.entries()) {
            if (entry.file != PeerFileState::None)
                return entry;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_discoveryPort = freeUdpPort();
        m_marie = std::make_unique<Resident>(u"Marie"_s, m_discoveryPort);
        m_nour = std::make_unique<Resident>(u"Nour"_s, m_discoveryPort);
    }
    void cleanup()
    {
        m_marie.reset();
        m_nour.reset();
    }

    void theSwitchIsRemembered()
    {
        QVERIFY(m_marie->startProgram());
        m_marie->nearby().start();
        QVERIFY(!m_marie->nearby().isOn());
        QCOMPARE(m_marie->nearby().port(), 0);
        QVERIFY(!m_marie->nearby().send(QByteArray(32, 'x'), u"to nobody"_s));
        m_marie->nearby().setOn(true);
        QVERIFY(waitUntil([this] { return m_marie->nearby().isOpen(); }));
        QVERIFY(m_marie->nearby().port() != 0);
        QCOMPARE(m_marie->nearby().words().size(), 4);
        m_marie->endProgram();
        QVERIFY(m_marie->startProgram());
        m_marie->nearby().start();
        QVERIFY(m_marie->nearby().isOn());
        // Off while it is being set up, and for ever.
        m_marie->nearby().setOn(false);
        QVERIFY(!m_marie->nearby().isOn());
        m_marie->endProgram();
        QVERIFY(m_marie->startProgram());
        m_marie->nearby().start();
        QVERIFY(!m_marie->nearby().isOn());
    }

    void whoIsUnknownIsAskedAboutWithTheWords()
    {
        QVERIFY(m_marie->startOn() && m_nour->startOn());
        const QSignalSpy requests(&m_nour->nearby(), &Nearby::requested);
        m_marie->nearby().lookAround();
        QVERIFY(waitUntil([this] { return m_marie->sees(m_nour->key()).has_value(); }));
        QCOMPARE(m_marie->sees(m_nour->key())->name, u"Nour"_s);
        QCOMPARE(m_marie->sees(m_nour->key())->trust, PeerTrust::Unknown);
        // Whom nobody asked about has no words yet.
        QVERIFY(m_marie->sees(m_nour->key())->words.isEmpty());
        m_marie->nearby().wantWords(m_nour->key());
        QVERIFY(waitUntil([this] { return m_marie->sees(m_nour->key())->words == m_nour->nearby().words(); }));
        m_marie->nearby().accept(m_nour->key());
        QVERIFY(waitUntil([&] { return requests.count() == 1; }));
        const auto asks = requests.first().first().value<NearbyPerson>();
        QCOMPARE(asks.key, m_marie->key());
        QCOMPARE(asks.words, m_marie->nearby().words());
        QVERIFY(waitUntil([this] { return m_marie->sees(m_nour->key())->isUndecided(); }));
        // Written before the decision: kept, and there after it.
        QVERIFY(m_marie->nearby().send(m_nour->key(), u"bonjour"_s));
        m_nour->nearby().accept(m_marie->key());
        QVERIFY(areDirect());
        QVERIFY(waitUntil([this] { return m_nour->sees(m_marie->key())->unread == 1; }));
        QVERIFY(waitUntil([this] { return m_marie->nearby().queuedCount() == 0; }));
    }

    /// A host of the network may claim any number of people: a few are shown, and nothing is computed for them.
    void peopleWhoAreOnlyClaimedCostLittle()
    {
        constexpr int Claimed = 200;
        const quint16 port = freeUdpPort();
        QUdpSocket crowd;
        QVERIFY(crowd.bind(QHostAddress::AnyIPv4, port, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint));
        for (const NetworkLink &link : loopbackAlone()) {
            (void)crowd.joinMulticastGroup(
                QHostAddress(discovery::GroupIPv4), QNetworkInterface::interfaceFromIndex(link.index));
        }
        bool answered = false;
        connect(&crowd, &QUdpSocket::readyRead, &crowd, [&] {
            while (crowd.hasPendingDatagrams()) {
                const QNetworkDatagram asked = crowd.receiveDatagram();
                const auto request = decodeDiscoveryRequest(asked.data());
                for (int i = 0; request && i < Claimed; ++i) {
                    const QByteArray key = QByteArray::number(i).rightJustified(32, 'k');
                    const DiscoveryReply reply{ DiscoveryKind::Peer, key, u"Nour"_s, 1, QByteArray(32, 'p') };
                    crowd.writeDatagram(asked.makeReply(encodeDiscoveryReply(reply, *request)));
                    answered = true;
                }
            }
        });
        m_marie = std::make_unique<Resident>(u"Marie"_s, port);
        QVERIFY(m_marie->startOn());
        const NearbyPeople &people = m_marie->nearby().people();
        const auto looked = [&] {
            m_marie->nearby().lookAround();
            return waitUntil([&] { return answered && people.rowCount() >= 60; }, 3'000);
        };
        QVERIFY(waitUntil(looked, 20'000));
        QVERIFY(people.rowCount() <= 64);
        for (const NearbyPerson &claimed : people.all())
            QVERIFY(claimed.words.isEmpty());
        // Who is looked at has the words nevertheless, at once and alone.
        const QByteArray first = people.all().constFirst().key;
        m_marie->nearby().wantWords(first);
        QVERIFY(waitUntil([&] { return m_marie->sees(first) && m_marie->sees(first)->words.size() == 4; }));
        for (const NearbyPerson &claimed : people.all())
            QVERIFY(claimed.key == first || claimed.words.isEmpty());
    }

    void whoIsRefusedIsNotAskedAboutAgain()
    {
        QVERIFY(m_marie->startOn() && m_nour->startOn());
        const QSignalSpy requests(&m_nour->nearby(), &Nearby::requested);
        m_marie->nearby().lookAround();
        QVERIFY(waitUntil([this] { return m_marie->sees(m_nour->key()).has_value(); }));
        m_marie->nearby().accept(m_nour->key());
        QVERIFY(waitUntil([&] { return requests.count() == 1; }));
        m_nour->nearby().refuse(m_marie->key());
        QVERIFY(waitUntil([this] { return !m_marie->sees(m_nour->key())->reachable; }));
        QCOMPARE(m_nour->sees(m_marie->key())->trust, PeerTrust::Blocked);
        QVERIFY(!m_nour->nearby().send(m_marie->key(), u"no"_s));
        // Also after a restart; until the person thinks otherwise.
        m_nour->endProgram();
        QVERIFY(m_nour->startOn());
        QCOMPARE(m_nour->sees(m_marie->key())->trust, PeerTrust::Blocked);
        m_nour->nearby().accept(m_marie->key());
        QVERIFY(areDirect());
        QCOMPARE(requests.count(), 1);
    }

    void whatWasNotSeenIsStillUnreadAfterARestart()
    {
        meet();
        QVERIFY(m_marie->nearby().send(m_nour->key(), u"one"_s));
        QVERIFY(m_marie->nearby().send(m_nour->key(), u"two"_s));
        QVERIFY(waitUntil([this] { return m_nour->nearby().people().unreadCount() == 2; }));
        const QByteArray marie = m_marie->key();
        m_nour->endProgram();
        QVERIFY(m_nour->startOn());
        QCOMPARE(m_nour->sees(marie)->unread, 2);
        m_nour->nearby().markRead(marie);
        QCOMPARE(m_nour->nearby().people().unreadCount(), 0);
        m_nour->endProgram();
        QVERIFY(m_nour->startOn());
        QCOMPARE(m_nour->sees(marie)->unread, 0);
    }

    void aConversationIsKeptAndDeliveredLater()
    {
        meet();
        const QByteArray marie = m_marie->key();
        const QByteArray nour = m_nour->key();
        const std::unique_ptr<PeerTimeline> mine(m_marie->nearby().makeTimeline(nour, nullptr));
        const QAbstractItemModelTester tester(mine.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_nour->endProgram();
        QVERIFY(waitUntil([&] { return !m_marie->isDirectTo(nour); }));
        QVERIFY(m_marie->nearby().send(nour, u"while you were away"_s));
        QVERIFY(waitUntil([&] { return mine->rowCount() == 1; }));
        QCOMPARE(mine->index(0).data(PeerTimeline::StateRole).toInt(), int(PeerEntryState::Queued));
        QVERIFY(mine->index(0).data(Qt::AccessibleTextRole).toString().endsWith(u"not delivered yet"_s));
        QCOMPARE(m_marie->nearby().queuedCount(nour), 1);
        QVERIFY(m_nour->startOn());
        QVERIFY(areDirect());
        QVERIFY(waitUntil(
            [&] { return mine->index(0).data(PeerTimeline::StateRole).toInt() == int(PeerEntryState::Delivered); }));
        QVERIFY(m_nour->nearby().send(marie, u"thank you"_s));
        QVERIFY(waitUntil([&] { return mine->rowCount() == 2; }));
        QCOMPARE(mine->index(1).data(PeerTimeline::AuthorNameRole).toString(), u"Nour"_s);
        QVERIFY(mine->index(1).data(PeerTimeline::StartsGroupRole).toBool());
        // What a model made later loads is the same.
        const std::unique_ptr<PeerTimeline> later(m_marie->nearby().makeTimeline(nour, nullptr));
        QVERIFY(waitUntil([&] { return later->rowCount() == 2; }));
        QCOMPARE(textsOf(*later), textsOf(*mine));
        QCOMPARE(textsOf(*mine), (QStringList{ u"+while you were away"_s, u"thank you"_s }));
    }

    void aRefusedLineSaysWhyAtOnce()
    {
        meet();
        const QByteArray nour = m_nour->key();
        const std::unique_ptr<PeerTimeline> mine(m_marie->nearby().makeTimeline(nour, nullptr));
        m_nour->endProgram();
        QVERIFY(waitUntil([&] { return !m_marie->isDirectTo(nour); }));
        const auto cid = m_marie->nearby().send(nour, u"too much"_s);
        QVERIFY(cid && waitUntil([&] { return mine->rowCount() == 1; }));
        Q_EMIT m_marie->nearby().entryChanged(nour, *cid, PeerEntryState::Failed, quint16(ErrorCode::StorageFull));
        QCOMPARE(mine->entries().first().errorCode, quint16(ErrorCode::StorageFull));
        QCOMPARE(mine->index(0).data(PeerTimeline::ErrorRole).toString(), ErrorText::of({ ErrorCode::StorageFull }));
    }

    void aLongConversationLoadsByPages()
    {
        meet();
        constexpr int Lines = 250;
        for (int i = 0; i < Lines; ++i)
            QVERIFY(m_marie->nearby().send(m_nour->key(), QString::number(i)));
        // Made in the middle of it: nothing twice, nothing missing.
        const std::unique_ptr<PeerTimeline> mine(m_marie->nearby().makeTimeline(m_nour->key(), nullptr));
        QVERIFY(waitUntil([this] { return m_marie->nearby().queuedCount() == 0; }, 30'000));
        const std::unique_ptr<PeerTimeline> theirs(m_nour->nearby().makeTimeline(m_marie->key(), nullptr));
        const QAbstractItemModelTester tester(theirs.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(waitUntil([&] { return theirs->rowCount() == PeerTimeline::PageRows; }));
        QVERIFY(!theirs->isAtStart());
        for (PeerTimeline *timeline : { mine.get(), theirs.get() }) {
            QVERIFY(waitUntil([timeline] {
                timeline->fetchOlder();
                return timeline->isAtStart();
            }));
            QCOMPARE(timeline->rowCount(), Lines);
            for (int i = 0; i < Lines; ++i)
                QCOMPARE(timeline->index(i).data(PeerTimeline::TextRole).toString(), QString::number(i));
        }
    }

    void filesOfOneNameGetTwo()
    {
        meet();
        const QString first = m_marie->makeFile(u"photo.jpg"_s, 300'000);
        const QByteArray firstContent = contentOf(first);
        const std::unique_ptr<PeerTimeline> theirs(m_nour->nearby().makeTimeline(m_marie->key(), nullptr));
        m_marie->nearby().files().offer(m_nour->key(), first);
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 1; }));
        const QString second = m_marie->makeFile(u"photo.jpg"_s, 0);
        m_marie->nearby().files().offer(m_nour->key(), second);
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 2; }));
        // The first one is another file by now: told, and not half given.
        m_nour->nearby().files().accept(m_marie->key(), theirs->entries().at(0).cid);
        m_nour->nearby().files().accept(m_marie->key(), theirs->entries().at(1).cid);
        QVERIFY(waitUntil([&] { return theirs->entries().at(1).file == PeerFileState::Whole; }));
        QVERIFY(waitUntil([&] { return theirs->entries().at(0).file == PeerFileState::Unavailable; }));
        QCOMPARE(contentOf(theirs->entries().at(1).filePath), QByteArray());
        QFile file(first);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(firstContent) == firstContent.size());
        file.close();
        m_nour->nearby().files().accept(m_marie->key(), theirs->entries().at(0).cid);
        QVERIFY(waitUntil([&] { return theirs->entries().at(0).file == PeerFileState::Whole; }));
        QCOMPARE(contentOf(theirs->entries().at(0).filePath), firstContent);
        QVERIFY(theirs->entries().at(0).filePath != theirs->entries().at(1).filePath);
    }

    void filesOfOneNameAcceptedWhileAwayBothArrive()
    {
        meet();
        const QByteArray marie = m_marie->key();
        QVERIFY(QDir().mkpath(m_marie->path(u"other"_s)));
        const QStringList sources{ m_marie->makeFile(u"photo.jpg"_s, 300'000),
            m_marie->makeFile(u"other/photo.jpg"_s, 200'000) };
        auto theirs = std::unique_ptr<PeerTimeline>(m_nour->nearby().makeTimeline(marie, nullptr));
        for (int i = 0; i < 2; ++i) {
            m_marie->nearby().files().offer(m_nour->key(), sources.at(i));
            QVERIFY(waitUntil([&] { return theirs->rowCount() == i + 1; }));
        }
        m_marie->endProgram();
        QVERIFY(waitUntil([&] { return !m_nour->isDirectTo(marie); }));
        m_nour->nearby().files().accept(marie, theirs->entries().at(0).cid);
        QVERIFY(waitUntil([&] { return theirs->entries().at(0).file == PeerFileState::Accepted; }));
        theirs.reset();
        m_nour->endProgram();
        QVERIFY(m_nour->startOn());
        theirs.reset(m_nour->nearby().makeTimeline(marie, nullptr));
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 2; }));
        m_nour->nearby().files().accept(marie, theirs->entries().at(1).cid);
        QVERIFY(m_marie->startOn());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(waitUntil([&] { return theirs->entries().at(i).file == PeerFileState::Whole; }, 20'000));
            QVERIFY(contentOf(theirs->entries().at(i).filePath) == contentOf(sources.at(i)));
        }
    }

    void aFilePausesAndGoesOnOverARestart()
    {
        meet();
        const QByteArray marie = m_marie->key();
        const QString source = m_marie->makeFile(u"film.mkv"_s, 30'000'000);
        auto theirs = std::unique_ptr<PeerTimeline>(m_nour->nearby().makeTimeline(marie, nullptr));
        const std::unique_ptr<PeerTimeline> mine(m_marie->nearby().makeTimeline(m_nour->key(), nullptr));
        m_marie->nearby().files().offer(m_nour->key(), source);
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 1; }));
        const Cid cid = theirs->entries().first().cid;
        m_nour->nearby().files().accept(marie, cid);
        QVERIFY(waitUntil([&] { return theirs->index(0).data(PeerTimeline::FileDoneRole).toULongLong() > 0; }));
        m_nour->nearby().files().pause(marie, cid);
        QVERIFY(waitUntil([&] { return fileOf(*theirs).file == PeerFileState::Paused; }));
        QVERIFY(waitUntil([&] { return fileOf(*mine).file == PeerFileState::Paused; }));
        theirs.reset();
        m_nour->endProgram();
        QVERIFY(m_nour->startOn());
        QVERIFY(areDirect());
        theirs.reset(m_nour->nearby().makeTimeline(marie, nullptr));
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 1; }));
        QCOMPARE(fileOf(*theirs).file, PeerFileState::Paused);
        m_nour->nearby().files().accept(marie, cid);
        QVERIFY(waitUntil([&] { return fileOf(*theirs).file == PeerFileState::Whole; }, 30'000));
        QVERIFY(contentOf(fileOf(*theirs).filePath) == contentOf(source));
        QVERIFY(waitUntil([&] { return fileOf(*mine).file == PeerFileState::Whole; }));
    }

    void anOfferIsRefusedOrTakenBack()
    {
        meet();
        const QString source = m_marie->makeFile(u"a.txt"_s, 1'000);
        const std::unique_ptr<PeerTimeline> mine(m_marie->nearby().makeTimeline(m_nour->key(), nullptr));
        const std::unique_ptr<PeerTimeline> theirs(m_nour->nearby().makeTimeline(m_marie->key(), nullptr));
        m_marie->nearby().files().offer(m_nour->key(), source);
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 1; }));
        m_nour->nearby().files().refuse(m_marie->key(), theirs->entries().first().cid);
        QVERIFY(waitUntil([&] { return mine->entries().first().file == PeerFileState::Declined; }));
        m_marie->nearby().files().offer(m_nour->key(), source);
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 2; }));
        m_marie->nearby().files().withdraw(m_nour->key(), mine->entries().at(1).cid);
        QVERIFY(waitUntil([&] { return theirs->entries().at(1).file == PeerFileState::Unavailable; }));
        m_nour->nearby().files().accept(m_marie->key(), theirs->entries().at(1).cid);
        QVERIFY(waitUntil([&] { return theirs->entries().at(1).file == PeerFileState::Unavailable; }));
        QVERIFY(!QFile::exists(m_nour->path(u"downloads/a.txt"_s)));
    }

    void whatCameOfARefusedFileIsDeleted()
    {
        meet();
        const QByteArray marie = m_marie->key();
        const std::unique_ptr<PeerTimeline> theirs(m_nour->nearby().makeTimeline(marie, nullptr));
        m_marie->nearby().files().offer(m_nour->key(), m_marie->makeFile(u"film.mkv"_s, 30'000'000));
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 1; }));
        const Cid cid = theirs->entries().first().cid;
        m_nour->nearby().files().accept(marie, cid);
        const auto hasPart = [this] {
            const QDir folder(m_nour->path(u"downloads"_s));
            return !folder.entryList({ u".salon-*.part"_s }, QDir::Files | QDir::Hidden).isEmpty();
        };
        QVERIFY(waitUntil([&] { return hasPart() && fileOf(*theirs).file == PeerFileState::Accepted; }));
        m_nour->nearby().files().pause(marie, cid);
        QVERIFY(waitUntil([&] { return fileOf(*theirs).file == PeerFileState::Paused; }));
        m_nour->nearby().files().refuse(marie, cid);
        QVERIFY(waitUntil([&] { return fileOf(*theirs).file == PeerFileState::Declined; }));
        QVERIFY(waitUntil([&] { return !hasPart(); }));
        // A whole one stays what it is.
        m_marie->nearby().files().offer(m_nour->key(), m_marie->makeFile(u"a.txt"_s, 10));
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 2; }));
        m_nour->nearby().files().accept(marie, theirs->entries().at(1).cid);
        QVERIFY(waitUntil([&] { return theirs->entries().at(1).file == PeerFileState::Whole; }));
        m_nour->nearby().files().refuse(marie, theirs->entries().at(1).cid);
        QVERIFY(m_nour->nearby().send(marie, u"done"_s));
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 3; }));
        QCOMPARE(theirs->entries().at(1).file, PeerFileState::Whole);
    }

    void refusedRightAfterItWasAcceptedItDoesNotCome()
    {
        meet();
        const QByteArray marie = m_marie->key();
        const std::unique_ptr<PeerTimeline> mine(m_marie->nearby().makeTimeline(m_nour->key(), nullptr));
        const std::unique_ptr<PeerTimeline> theirs(m_nour->nearby().makeTimeline(marie, nullptr));
        const QStringList names{ u"refused"_s, u"paused"_s, u"wanted"_s, u"next"_s };
        for (int i = 0; i < names.size(); ++i) {
            m_marie->nearby().files().offer(m_nour->key(), m_marie->makeFile(names[i], 1'000));
            QVERIFY(waitUntil([&] { return theirs->rowCount() == i + 1; }));
        }
        QList<Cid> cids;
        for (const PeerEntry &entry : theirs->entries())
            cids.append(entry.cid);
        NearbyFiles &files = m_nour->nearby().files();
        files.accept(marie, cids[0]);
        files.refuse(marie, cids[0]);
        files.accept(marie, cids[1]);
        files.pause(marie, cids[1]);
        files.refuse(marie, cids[2]);
        files.accept(marie, cids[2]);
        // What comes of these comes before what comes of the next one.
        files.accept(marie, cids[3]);
        QVERIFY(waitUntil([&] { return theirs->entries().at(3).file == PeerFileState::Whole; }));
        QVERIFY(waitUntil([&] { return theirs->entries().at(2).file == PeerFileState::Whole; }));
        QVERIFY(waitUntil([&] { return mine->entries().at(0).file == PeerFileState::Declined; }));
        QCOMPARE(theirs->entries().at(0).file, PeerFileState::Declined);
        QCOMPARE(theirs->entries().at(1).file, PeerFileState::Offered);
        const QDir folder(m_nour->path(u"downloads"_s));
        QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden, QDir::Name), (QStringList{ u"next"_s, u"wanted"_s }));
    }

    void whatCannotBeReadIsNotOffered()
    {
        meet();
        const QSignalSpy refused(&m_marie->nearby().files(), &NearbyFiles::notOffered);
        NearbyFiles &files = m_marie->nearby().files();
        files.offer(m_nour->key(), m_marie->path(u"no-such-file"_s));
        QVERIFY(waitUntil([&] { return refused.count() == 1; }));
        files.offer(m_nour->key(), m_marie->path(u"data"_s)); // a folder
        QVERIFY(waitUntil([&] { return refused.count() == 2; }));
        files.offer(QByteArray(32, 'x'), m_marie->makeFile(u"a.txt"_s, 10)); // nobody
        QVERIFY(waitUntil([&] { return refused.count() == 3; }));
#ifdef Q_OS_UNIX
        const QString pipe = m_marie->path(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        files.offer(m_nour->key(), pipe);
        QVERIFY(waitUntil([&] { return refused.count() == 4; }));
#endif
        QCOMPARE(m_marie->nearby().queuedCount(), 0);
    }

    void twoMeetByAddressWhileTheSwitchIsOff()
    {
        QVERIFY(m_marie->startProgram() && m_nour->startProgram());
        const Endpoint place = Endpoint::tcp(u"127.0.0.1"_s, freeTcpPort());
        QSignalSpy requestsOfMarie(&m_marie->nearby(), &Nearby::requested);
        QSignalSpy requestsOfNour(&m_nour->nearby(), &Nearby::requested);
        m_marie->nearby().connectTo(place);
        m_nour->nearby().connectTo(place);
        QVERIFY(waitUntil([&] { return !requestsOfMarie.isEmpty() || !requestsOfNour.isEmpty(); }, 20'000));
        (requestsOfMarie.isEmpty() ? m_nour : m_marie)
            ->nearby()
            .accept((requestsOfMarie.isEmpty() ? m_marie : m_nour)->key());
        QVERIFY(areDirect());
        QVERIFY(!m_marie->nearby().isOn() && !m_nour->nearby().isOn());
        QVERIFY(m_marie->nearby().send(m_nour->key(), u"salut"_s));
        QVERIFY(waitUntil([this] { return m_nour->nearby().people().unreadCount() == 1; }));
    }

    /// Nour was met at an address; another device that calls itself so waits there now.
    void anotherDeviceAtAKnownAddressIsDoubted()
    {
        Resident impostor(u"Nour"_s, freeUdpPort());
        QVERIFY(m_marie->startProgram() && m_nour->startProgram() && impostor.startProgram());
        const Endpoint place = Endpoint::tcp(u"127.0.0.1"_s, freeTcpPort());
        m_nour->nearby().connectTo(place);
        QVERIFY(waitUntil([&] { return listens(place); }, 20'000));
        const QByteArray nour = m_nour->key();
        m_marie->nearby().connectTo(place);
        QVERIFY(waitUntil([&] { return m_nour->sees(m_marie->key()) && m_nour->sees(m_marie->key())->asks; }, 20'000));
        m_nour->nearby().accept(m_marie->key());
        QVERIFY(areDirect());
        const QStringList words = m_nour->nearby().words();
        m_marie->endProgram();
        m_nour->endProgram();
        QVERIFY(!listens(place));

        impostor.nearby().connectTo(place);
        QVERIFY(waitUntil([&] { return listens(place); }, 20'000));
        QVERIFY(m_marie->startProgram());
        const QSignalSpy requests(&m_marie->nearby(), &Nearby::requested);
        const QSignalSpy accepted(&m_marie->nearby(), &Nearby::accepted);
        m_marie->nearby().connectTo(place);
        QVERIFY(waitUntil([&] { return requests.count() == 1; }, 20'000));
        const auto doubted = requests.first().first().value<NearbyPerson>();
        QCOMPARE(doubted.key, impostor.key());
        QCOMPARE(doubted.doubt, PeerDoubt::OtherKeyAtAddress);
        QCOMPARE(doubted.notKey, nour);
        QCOMPARE(doubted.address, place.toString());
        QCOMPARE(doubted.words, impostor.nearby().words());
        const QString doubt = m_marie->nearby().people().doubtOf(doubted);
        QVERIFY2(doubt.contains(words.join(u' ')) && doubt.contains(place.toString()), qPrintable(doubt));
        QVERIFY(accepted.isEmpty());
        QCOMPARE(m_marie->nearby().send(doubted.key, u"the code"_s).error().code, ErrorCode::NotPermitted);
        QCOMPARE(m_marie->sees(doubted.key)->trust, PeerTrust::Unknown);
        // The person's decision settles it.
        m_marie->nearby().accept(doubted.key);
        QCOMPARE(m_marie->sees(doubted.key)->doubt, PeerDoubt::None);
        QVERIFY(m_marie->nearby().people().doubtOf(*m_marie->sees(doubted.key)).isEmpty());
    }

    /// Of two who look the same in a list, the one who is not known is marked, even if nobody was asked yet.
    void whoHasTheNameOfSomebodyKnownIsMarked()
    {
        meet();
        Resident other(u"Nour"_s, m_discoveryPort);
        QVERIFY(other.startOn());
        QVERIFY(waitUntil([&] {
            m_marie->nearby().lookAround();
            return waitUntil([&] { return m_marie->sees(other.key()).has_value(); }, 1'500);
        }));
        QCOMPARE(m_marie->sees(other.key())->doubt, PeerDoubt::SameNameAsKnown);
        QCOMPARE(m_marie->sees(other.key())->notKey, m_nour->key());
        QCOMPARE(m_marie->sees(m_nour->key())->doubt, PeerDoubt::None);
        const QSignalSpy requests(&m_marie->nearby(), &Nearby::requested);
        QVERIFY(waitUntil([&] {
            other.nearby().lookAround();
            return waitUntil([&] { return other.sees(m_marie->key()).has_value(); }, 1'500);
        }));
        other.nearby().accept(m_marie->key());
        QVERIFY(waitUntil([&] { return requests.count() == 1; }));
        const auto asks = requests.first().first().value<NearbyPerson>();
        QCOMPARE(asks.doubt, PeerDoubt::SameNameAsKnown);
        QVERIFY(m_marie->nearby().people().doubtOf(asks).contains(m_nour->nearby().words().join(u' ')));
    }

    void whoWasHungUpOnIsAwayForBoth()
    {
        QVERIFY(m_marie->startOn() && m_nour->startProgram());
        m_nour->nearby().connectTo(Endpoint::tcp(u"127.0.0.1"_s, m_marie->nearby().port()));
        QVERIFY(waitUntil([&] { return m_marie->sees(m_nour->key()) && m_marie->sees(m_nour->key())->asks; }, 20'000));
        m_marie->nearby().accept(m_nour->key());
        QVERIFY(areDirect());
        m_nour->nearby().setOn(true); // so that hanging up does not end everything
        m_nour->nearby().hangUp(m_nour->nearby().addresses().first());
        QVERIFY(!m_nour->sees(m_marie->key())->reachable);
        QVERIFY(!m_nour->sees(m_marie->key())->isUndecided());
    }

    void whoeverIsExpectedElsewhereIsNotAwaited()
    {
        const QByteArray somebody(32, 's');
        QVERIFY(m_marie->startProgram() && m_nour->startProgram());
        QVERIFY(m_marie->nearby().isAwaited(somebody));
        const Endpoint place = Endpoint::tcp(u"127.0.0.1"_s, freeTcpPort());
        m_nour->nearby().connectTo(place);
        QVERIFY(waitUntil([&] { return listens(place); }, 20'000));
        m_marie->nearby().connectTo(place);
        QVERIFY(m_marie->nearby().isAwaited(somebody)); // nobody was there yet
        QVERIFY(waitUntil([&] { return !m_marie->nearby().expectedAt(place).isEmpty(); }, 20'000));
        QCOMPARE(m_marie->nearby().expectedAt(place), m_nour->key());
        QVERIFY(m_marie->nearby().isAwaited(m_nour->key()));
        QVERIFY(!m_marie->nearby().isAwaited(somebody));
    }

    void whatCannotBeOpenedSaysSo()
    {
        QVERIFY(m_marie->startProgram());
        QVERIFY(QDir().mkpath(m_marie->path(u"data/nearby/people.db"_s)));
        const QSignalSpy gone(&m_marie->nearby(), &Nearby::notOpened);
        const QSignalSpy failures(&m_marie->nearby(), &Nearby::failed);
        m_marie->nearby().connectTo(Endpoint::tcp(u"127.0.0.1"_s, freeTcpPort()));
        QVERIFY(waitUntil([&] { return gone.count() == 1; }));
        QCOMPARE(failures.count(), 1);
        QVERIFY(!m_marie->nearby().isOpen());
    }

    void whoStopsWaitingLeavesNothingOpen()
    {
        QVERIFY(m_marie->startProgram());
        const Endpoint first = Endpoint::tcp(u"127.0.0.1"_s, freeTcpPort());
        const Endpoint second = Endpoint::tcp(u"127.0.0.1"_s, freeTcpPort());
        m_marie->nearby().connectTo(first);
        m_marie->nearby().connectTo(second);
        QVERIFY(waitUntil([&] { return listens(first) && listens(second); }, 20'000));
        QVERIFY(!m_marie->nearby().isOn());
        m_marie->nearby().hangUp(first);
        QVERIFY(waitUntil([&] { return !listens(first); }));
        QVERIFY(listens(second) && m_marie->nearby().isOpen());
        m_marie->nearby().hangUp(second);
        QVERIFY(waitUntil([&] { return !listens(second); }));
        QVERIFY(waitUntil([&] { return !m_marie->nearby().isOpen(); }));
        QCOMPARE(m_marie->nearby().port(), 0);
        // And again.
        m_marie->nearby().connectTo(first);
        QVERIFY(waitUntil([&] { return listens(first); }, 20'000));
        m_marie->nearby().setOn(true);
        m_marie->nearby().hangUp(first);
        QVERIFY(waitUntil([&] { return !listens(first); }));
        QVERIFY(m_marie->nearby().isOpen());
        const Endpoint found = Endpoint::tcp(u"127.0.0.1"_s, m_marie->nearby().port());
        QVERIFY(found.port != 0 && listens(found));
        m_marie->nearby().setOn(false);
        QVERIFY(waitUntil([&] { return !listens(found); }));
    }

#ifdef Q_OS_UNIX
    /// Files without content on the disk: 64 GiB are read for minutes.
    void takingAFileDoesNotWaitForReadingAnother()
    {
        meet();
        QFile huge(m_nour->path(u"huge.img"_s));
        if (!huge.open(QIODevice::WriteOnly) || !huge.resize(qint64(64) << 30))
            QSKIP("this folder takes no such file");
        NearbyFiles &files = m_nour->nearby().files();
        const QSignalSpy refused(&files, &NearbyFiles::notOffered);
        files.offer(m_marie->key(), huge.fileName());
        files.offer(m_marie->key(), m_nour->makeFile(u"after.txt"_s, 10));
        QCOMPARE(files.preparedFor(m_marie->key()).size(), 2);
        const std::unique_ptr<PeerTimeline> theirs(m_nour->nearby().makeTimeline(m_marie->key(), nullptr));
        m_marie->nearby().files().offer(m_nour->key(), m_marie->makeFile(u"photo.jpg"_s, 300'000));
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 1; }));
        files.accept(m_marie->key(), theirs->entries().first().cid);
        QVERIFY(waitUntil([&] { return fileOf(*theirs).file == PeerFileState::Whole; }));
        QVERIFY(refused.isEmpty());
        QCOMPARE(files.preparedFor(m_marie->key()).size(), 2);
        // Taken back before it was read; the next one is offered.
        files.cancelOffer(m_marie->key(), huge.fileName());
        QVERIFY(waitUntil([&] { return refused.count() == 1; }));
        QCOMPARE(refused.first().at(1).toString(), huge.fileName());
        QCOMPARE(refused.first().at(2).value<Error>().code, ErrorCode::Canceled);
        QVERIFY(waitUntil([&] { return theirs->rowCount() == 2; }));
        QVERIFY(files.preparedFor(m_marie->key()).isEmpty());
        // The switch ends reading, and nothing is offered.
        files.offer(m_marie->key(), huge.fileName());
        m_nour->nearby().setOn(false);
        QVERIFY(waitUntil([&] { return refused.count() == 2; }));
    }
#endif

    /// What others write does not fill the memory; what left it is read again.
    void aLongConversationKeepsTheNewestLines()
    {
        meet();
        const std::unique_ptr<PeerTimeline> theirs(m_nour->nearby().makeTimeline(m_marie->key(), nullptr));
        const QAbstractItemModelTester tester(theirs.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(waitUntil([&] { return theirs->isAtStart(); }));
        constexpr int Lines = 350;
        constexpr int Rows = 200;
        theirs->setMaxRows(Rows);
        int most = 0;
        connect(theirs.get(), &QAbstractItemModel::rowsInserted, theirs.get(),
            [&] { most = std::max(most, theirs->rowCount()); });
        for (int i = 0; i < Lines; ++i)
            QVERIFY(m_marie->nearby().send(m_nour->key(), QString::number(i)));
        const auto newest = [&] {
            return theirs->rowCount() > 0 && theirs->entries().last().text == QString::number(Lines - 1);
        };
        QVERIFY(waitUntil(newest, 60'000));
        QVERIFY(most <= Rows + 1);
        QVERIFY(theirs->rowCount() <= Rows && !theirs->isAtStart());
        QVERIFY(waitUntil([&] {
            theirs->fetchOlder();
            return theirs->isAtStart();
        }));
        QCOMPARE(theirs->rowCount(), Lines);
        for (int i = 0; i < Lines; ++i)
            QCOMPARE(theirs->entries().at(i).text, QString::number(i));
    }

    void addressesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("host") << u"nour.local"_s << u"nour.local:7257"_s;
        QTest::newRow("port") << u" 192.0.2.7:9000 "_s << u"192.0.2.7:9000"_s;
        QTest::newRow("IPv6") << u"[2001:db8::1]"_s << u"[2001:db8::1]:7257"_s;
        QTest::newRow("this machine") << u":9000"_s << u"127.0.0.1:9000"_s;
        QTest::newRow("no port") << u"host:0"_s << QString();
        QTest::newRow("local") << u"unix:/tmp/x"_s << QString();
        QTest::newRow("service") << u"host:ssh"_s << QString();
        QTest::newRow("nonsense") << u"a b"_s << QString();
    }
    void addressesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, endpoint);
        const auto read = Nearby::readAddress(text);
        QCOMPARE(read ? read->toString() : QString(), endpoint);
        if (!read)
            QCOMPARE(read.error().code, ErrorCode::InvalidAddress);
    }
};

QTEST_GUILESS_MAIN(TestNearby)
#include "tst_nearby.moc"
