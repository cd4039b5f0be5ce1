// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/store/peer_database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

const QByteArray Nour(32, 'n');
const QByteArray Marie(32, 'm');

PeerEntry entry(const QString &text, PeerEntryState state, const QByteArray &person = Nour)
{
    PeerEntry one;
    one.person = person;
    one.cid = QUuid::createUuid();
    one.timeMs = 1'790'000'000'000;
    one.text = text;
    one.state = state;
    return one;
}

QStringList textsOf(const Result<QList<PeerEntry>> &entries)
{
    QStringList texts;
    for (const PeerEntry &one : entries.value_or(QList<PeerEntry>()))
        texts.append(one.text);
    return texts;
}

} // namespace

class TestPeerStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PeerDatabase> m_store;

    [[nodiscard]] QString path() const { return m_folder.filePath(u"peers.db"_s); }
    void reopen()
    {
        m_store.reset();
        m_store = std::make_unique<PeerDatabase>(path());
        QVERIFY(m_store->open());
    }

private Q_SLOTS:
    void init()
    {
        m_store.reset();
        QFile::remove(path());
        QFile::remove(path() + u"-wal"_s);
        QFile::remove(path() + u"-shm"_s);
        reopen();
    }

    void peopleAndDecisionsStay()
    {
        QVERIFY(m_store->put({ Nour, u"Nour"_s, PeerTrust::Unknown, 1, 0, {} }));
        QVERIFY(m_store->put({ Nour, u"Nour A."_s, PeerTrust::Accepted, 2, 99, QUuid::createUuid() }));
        reopen();
        // The counter is not for put() to change.
        QCOMPARE(*m_store->people(), (QList<PeerPerson>{ { Nour, u"Nour A."_s, PeerTrust::Accepted, 2, 0, {} } }));
    }

    void whoWasWhereStays()
    {
        QVERIFY(m_store->putPlace({ u"a:1"_s, Nour, 10 }));
        QVERIFY(m_store->putPlace({ u"b:1"_s, Nour, 10 }));
        QVERIFY(m_store->putPlace({ u"a:1"_s, Marie, 20 }));
        reopen();
        QCOMPARE(*m_store->places(), (QList<PeerPlace>{ { u"a:1"_s, Marie, 20 }, { u"b:1"_s, Nour, 10 } }));
    }

    void placesAreSoMany()
    {
        for (int i = 0; i < MaxPeerPlaces + 3; ++i)
            QVERIFY(m_store->putPlace({ u"a:%1"_s.arg(i), Nour, i == 1 ? 1'000'000 : i }));
        const auto places = m_store->places();
        QCOMPARE(places->size(), MaxPeerPlaces);
        QStringList addresses;
        for (const PeerPlace &place : *places)
            addresses.append(place.address);
        QVERIFY(!addresses.contains(u"a:0"_s) && addresses.contains(u"a:1"_s) && !addresses.contains(u"a:2"_s));
    }

    void theOutboxKeepsItsOrder()
    {
        for (const QString &text : { u"un"_s, u"deux"_s, u"trois"_s })
            QVERIFY(m_store->add(entry(text, PeerEntryState::Queued)));
        QVERIFY(m_store->add(entry(u"other"_s, PeerEntryState::Queued, Marie)));
        reopen();
        const auto queued = m_store->queued(Nour);
        QCOMPARE(textsOf(queued), (QStringList{ u"un"_s, u"deux"_s, u"trois"_s }));
        QVERIFY(m_store->setState(Nour, { queued->at(0).cid, queued->at(1).cid }, PeerEntryState::Delivered, 0));
        QCOMPARE(textsOf(m_store->queued(Nour)), QStringList{ u"trois"_s });
        QVERIFY(m_store->setState(Nour, { queued->at(2).cid }, PeerEntryState::Failed, 302));
        QCOMPARE(textsOf(m_store->queued(Nour)), QStringList());
        QCOMPARE(m_store->history(Nour, 0, 10)->last().errorCode, 302);
    }

    void aMessageIsTakenOnceAndInOrder()
    {
        const PeerEntry first = entry(u"un"_s, PeerEntryState::Received);
        const PeerEntry second = entry(u"deux"_s, PeerEntryState::Received);
        QCOMPARE(*m_store->take(second, 2, 0), PeerTaking::OutOfOrder);
        QCOMPARE(*m_store->take(first, 0, 0), PeerTaking::OutOfOrder);
        QCOMPARE(*m_store->take(first, 1, 0), PeerTaking::Stored);
        QCOMPARE(*m_store->take(first, 0, 0), PeerTaking::Repeated);
        QCOMPARE(*m_store->take(second, 1, 0), PeerTaking::OutOfOrder); // acknowledged, it would be lost
        QCOMPARE(*m_store->take(first, 1, 0), PeerTaking::Repeated);
        reopen();
        QCOMPARE(*m_store->take(first, 1, 0), PeerTaking::Repeated);
        QCOMPARE(*m_store->take(second, 3, 0), PeerTaking::OutOfOrder);
        QCOMPARE(*m_store->take(second, std::numeric_limits<quint64>::max(), 0), PeerTaking::OutOfOrder);
        QCOMPARE(*m_store->take(second, 2, 0), PeerTaking::Stored);
        // A device that came back with older data numbers the same message anew.
        QCOMPARE(*m_store->take(first, 3, 0), PeerTaking::Known);
        QCOMPARE(textsOf(m_store->history(Nour, 0, 10)), (QStringList{ u"un"_s, u"deux"_s }));
        const auto people = m_store->people();
        QCOMPARE(people->first().received, 3u);
        QCOMPARE(people->first().lastCid, first.cid);
    }

    void aRefusedMessageUsesUpItsCounterOnly()
    {
        QCOMPARE(*m_store->take(entry(u"bad"_s, PeerEntryState::Received), 1, 304), PeerTaking::Stored);
        QCOMPARE(m_store->people()->first().received, 1u);
        QCOMPARE(textsOf(m_store->history(Nour, 0, 10)), QStringList());
        QCOMPARE(*m_store->take(entry(u"bad"_s, PeerEntryState::Received), 1, 304), PeerTaking::Repeated);
    }

    void theStandingIsWhatIsOnDisk()
    {
        QCOMPARE(m_store->standing(Nour)->received, 0u);
        const PeerEntry theirs = entry(u"un"_s, PeerEntryState::Received);
        QVERIFY(m_store->take(theirs, 1, 0));
        QVERIFY(m_store->add(entry(u"deux"_s, PeerEntryState::Queued)));
        reopen();
        const auto standing = m_store->standing(Nour);
        QCOMPARE(standing->received, 1u);
        QCOMPARE(standing->lastCid, theirs.cid);
        QCOMPARE(textsOf(standing->queued), QStringList{ u"deux"_s });
    }

    void historyComesInPages()
    {
        for (int i = 1; i <= 7; ++i)
            QVERIFY(m_store->add(entry(QString::number(i), PeerEntryState::Delivered)));
        const auto newest = m_store->history(Nour, 0, 3);
        QCOMPARE(textsOf(newest), (QStringList{ u"5"_s, u"6"_s, u"7"_s }));
        QCOMPARE(textsOf(m_store->history(Nour, newest->first().place, 3)), (QStringList{ u"2"_s, u"3"_s, u"4"_s }));
    }

    void filesAreFoundByTheirState()
    {
        PeerEntry file = entry({}, PeerEntryState::Received);
        file.fileName = u"été.zip"_s;
        file.fileBytes = 100;
        file.fileHash = QByteArray(32, 'h');
        file.file = PeerFileState::Offered;
        QCOMPARE(*m_store->take(file, 1, 0), PeerTaking::Stored);
        QVERIFY(m_store->setFile(Nour, file.cid, PeerFileState::Accepted, u"/tmp/été.zip"_s));
        reopen();
        const auto found = m_store->withFileState(Nour, PeerFileState::Accepted);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().fileHash, file.fileHash);
        QCOMPARE(found->first().filePath, u"/tmp/été.zip"_s);
        QVERIFY((*m_store->entry(Nour, file.cid)).has_value());
        QVERIFY(!(*m_store->entry(Marie, file.cid)).has_value());
    }

    void aDamagedFileIsSetAside()
    {
        QVERIFY(m_store->add(entry(u"un"_s, PeerEntryState::Queued)));
        m_store.reset();
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        reopen();
        QCOMPARE(textsOf(m_store->queued(Nour)), QStringList());
        QCOMPARE(QDir(m_folder.path()).entryList({ u"*.damaged-*"_s }).isEmpty(), false);
    }

    void aFileOfANewerProgramIsLeftAlone()
    {
        QVERIFY(m_store->add(entry(u"un"_s, PeerEntryState::Queued)));
        m_store.reset();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(60)); // user_version, as SQLite keeps it in its header
        const QByteArray known = file.read(4);
        QVERIFY(file.seek(60));
        QCOMPARE(file.write("\0\0\x03\xe7", 4), 4);
        QVERIFY(file.flush());
        const auto setAside = [this] {
            return QDir(m_folder.path()).entryList({ u"*.damaged-*"_s }).size();
        };
        const qsizetype before = setAside();
        {
            PeerDatabase older(path());
            const Result<> opened = older.open();
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::VersionUnsupported);
        }
        QCOMPARE(setAside(), before);
        // What it holds is still there for the program that knows it.
        QVERIFY(file.seek(60));
        QCOMPARE(file.write(known), 4);
        file.close();
        reopen();
        QCOMPARE(textsOf(m_store->queued(Nour)), QStringList{ u"un"_s });
    }
};

QTEST_GUILESS_MAIN(TestPeerStore)
#include "tst_peer_store.moc"
