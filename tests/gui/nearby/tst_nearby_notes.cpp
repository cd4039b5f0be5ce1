// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "nearby_device.h"

#include "client-gui/nearby/nearby_notes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// What of people nearby becomes a notification, and how often.
class TestNearbyNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void messageNamesWhoWroteIt();
    void requestNamesWhoAsks();
    void floodOfRequestsIsOneNote();
    void floodOfMessagesIsOneNote();
    void messagesAndRequestsAreToldTogether();
    void nobodyHoldsUpAnother();
    void whatWaitedIsWordedWhenItIsTold();
    void whatWasReadMeanwhileIsNotTold();
    void nothingForWhomOneLooksAt();
    void nothingIfNothingIsWanted();

private:
    [[nodiscard]] Nearby &nearby() const { return *m_me->nearby; }
    static QByteArray keyOf(int n) { return QByteArray(28, 'k') + QByteArray::number(1000 + n); }
    void ask(int n);
    void write(int n, const QString &text);
    [[nodiscard]] QString toast(int n, int part) const { return m_toasts->at(n).at(part).toString(); }

    std::unique_ptr<NearbyDevice> m_me;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<NearbyNotes> m_notes;
    std::unique_ptr<QSignalSpy> m_toasts;
    QByteArray m_lookedAt;
};

void TestNearbyNotes::init()
{
    qputenv("SALON_DISCOVERY_PORT", "0");
    m_lookedAt.clear();
    m_me = std::make_unique<NearbyDevice>(u"Camille"_s);
    QVERIFY(m_me->isReady);
    m_me->profile->settings().change([](Settings &settings) { settings.notificationsShowText = true; });
    m_notifier = std::make_unique<Notifier>(m_me->profile->settings(), [](const Workspace *, RoomId) { return false; });
    m_notifier->setGatherMs(0);
    m_notes = std::make_unique<NearbyNotes>(m_me->profile->settings(), nearby(), *m_notifier,
        [this](const QByteArray &person) { return person == m_lookedAt; });
    m_toasts = std::make_unique<QSignalSpy>(m_notifier.get(), &Notifier::toast);
}

void TestNearbyNotes::cleanup()
{
    m_toasts.reset();
    m_notes.reset();
    m_notifier.reset();
    m_me.reset();
}

void TestNearbyNotes::ask(int n)
{
    NearbyPerson person;
    person.key = keyOf(n);
    person.name = u"Person %1"_s.arg(n);
    person.asks = true;
    nearby().people().put(person);
    Q_EMIT nearby().requested(person);
}

void TestNearbyNotes::write(int n, const QString &text)
{
    NearbyPerson person = nearby().people().find(keyOf(n)).value_or(NearbyPerson{});
    person.key = keyOf(n);
    person.name = u"Person %1"_s.arg(n);
    person.trust = PeerTrust::Accepted;
    ++person.unread;
    nearby().people().put(person);
    PeerEntry entry;
    entry.text = text;
    entry.state = PeerEntryState::Received;
    Q_EMIT nearby().entryAdded(person.key, entry);
}

void TestNearbyNotes::messageNamesWhoWroteIt()
{
    write(1, u"Bonjour\nCamille"_s);
    QTRY_COMPARE(m_toasts->size(), 1);
    QCOMPARE(toast(0, 0), u"Person 1"_s);
    QCOMPARE(toast(0, 1), u"Bonjour Camille"_s);
    QCOMPARE(m_toasts->at(0).at(4).toByteArray(), keyOf(1));
    m_me->profile->settings().change([](Settings &settings) { settings.notificationsShowText = false; });
    m_notes->endPauses();
    write(1, u"secret"_s);
    QTRY_COMPARE(m_toasts->size(), 2);
    QVERIFY(!toast(1, 1).contains(u"secret"_s));
}

void TestNearbyNotes::requestNamesWhoAsks()
{
    ask(1);
    QTRY_COMPARE(m_toasts->size(), 1);
    QVERIFY(toast(0, 0).contains(u"Person 1"_s));
    QCOMPARE(m_toasts->at(0).at(4).toByteArray(), keyOf(1));
}

void TestNearbyNotes::floodOfRequestsIsOneNote()
{
    for (int n = 0; n < 500; ++n)
        ask(n);
    QTRY_COMPARE(m_toasts->size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(m_toasts->size(), 1);
    m_notes->endPauses();
    QTRY_COMPARE(m_toasts->size(), 2);
    QVERIFY2(toast(1, 0).contains(u"499"_s), qPrintable(toast(1, 0)));
    // Whoever goes on is told of more and more seldom, up to a limit.
    int before = m_notes->pauseMs();
    QVERIFY(before > NearbyNotes::PauseMs);
    for (int n = 500; n < 520; ++n) {
        ask(n);
        m_notes->endPauses();
        QVERIFY(m_notes->pauseMs() == std::min(2 * before, NearbyNotes::MostPauseMs));
        before = m_notes->pauseMs();
    }
    QCOMPARE(before, NearbyNotes::MostPauseMs);
    m_notes->endPauses(); // nobody came
    QCOMPARE(m_notes->pauseMs(), NearbyNotes::PauseMs);
}

void TestNearbyNotes::floodOfMessagesIsOneNote()
{
    for (int n = 0; n < 500; ++n)
        write(1, u"spam"_s);
    QTRY_COMPARE(m_toasts->size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(m_toasts->size(), 1);
    m_notes->endPauses();
    QTRY_COMPARE(m_toasts->size(), 2);
    QVERIFY(toast(1, 0).contains(u"499"_s));
    QVERIFY(toast(1, 1).contains(u"Person 1"_s));
}

void TestNearbyNotes::messagesAndRequestsAreToldTogether()
{
    write(1, u"first"_s);
    write(2, u"first"_s);
    ask(3);
    QTRY_COMPARE(m_toasts->size(), 1);
    write(1, u"a"_s);
    write(2, u"b"_s);
    ask(4);
    m_notes->endPauses();
    QTRY_COMPARE(m_toasts->size(), 2);
    QVERIFY(toast(1, 0).contains(u"2"_s)); // messages
    QVERIFY(toast(1, 1).contains(u"2"_s)); // conversations
    QVERIFY(toast(1, 1).contains(u"1"_s)); // request
}

void TestNearbyNotes::nobodyHoldsUpAnother()
{
    ask(100);
    write(1, u"first"_s);
    QTRY_COMPARE(m_toasts->size(), 1);
    for (int n = 0; n < 50; ++n) {
        write(1, u"chatter"_s);
        ask(200 + n);
    }
    m_notes->endPauses();
    QTRY_COMPARE(m_toasts->size(), 2);
    write(1, u"more"_s);
    ask(300);
    QVERIFY(m_notes->pauseMs() > NearbyNotes::PauseMs);
    QVERIFY(m_notes->pauseMs(keyOf(1)) > NearbyNotes::PauseMs);
    write(2, u"the first of Person 2"_s);
    QTRY_COMPARE(m_toasts->size(), 3);
    QCOMPARE(toast(2, 1), u"the first of Person 2"_s);
    QCOMPARE(m_notes->pauseMs(keyOf(2)), NearbyNotes::PauseMs);
}

void TestNearbyNotes::whatWaitedIsWordedWhenItIsTold()
{
    write(1, u"first"_s);
    QTRY_COMPARE(m_toasts->size(), 1);
    write(1, u"secret"_s);
    m_me->profile->settings().change([](Settings &settings) { settings.notificationsShowText = false; });
    m_notes->endPauses();
    QTRY_COMPARE(m_toasts->size(), 2);
    QVERIFY2(!toast(1, 1).contains(u"secret"_s), qPrintable(toast(1, 1)));
}

void TestNearbyNotes::whatWasReadMeanwhileIsNotTold()
{
    write(1, u"first"_s);
    ask(2);
    QTRY_COMPARE(m_toasts->size(), 1);
    write(1, u"second"_s);
    ask(4);
    NearbyPerson writer = *nearby().people().find(keyOf(1));
    writer.unread = 0;
    nearby().people().put(writer);
    NearbyPerson asker = *nearby().people().find(keyOf(4));
    asker.asks = false;
    nearby().people().put(asker);
    m_notes->endPauses();
    // Nothing was told, so nothing grows.
    QCOMPARE(m_notes->pauseMs(), NearbyNotes::PauseMs);
    QCOMPARE(m_notes->pauseMs(keyOf(1)), NearbyNotes::PauseMs);
    ask(3);
    m_notes->endPauses();
    QTRY_COMPARE(m_toasts->size(), 2);
    QVERIFY(toast(1, 0).contains(u"Person 3"_s));
}

void TestNearbyNotes::nothingForWhomOneLooksAt()
{
    m_lookedAt = keyOf(1);
    write(1, u"seen"_s);
    write(2, u"not seen"_s);
    QTRY_COMPARE(m_toasts->size(), 1);
    QCOMPARE(toast(0, 1), u"not seen"_s);
}

void TestNearbyNotes::nothingIfNothingIsWanted()
{
    m_me->profile->settings().change([](Settings &settings) { settings.notifyAbout = NotifyAbout::Nothing; });
    write(1, u"silent"_s);
    m_notes->endPauses();
    m_me->profile->settings().change([](Settings &settings) { settings.notifyAbout = NotifyAbout::Mentions; });
    write(2, u"heard"_s);
    QTRY_COMPARE(m_toasts->size(), 1);
    QCOMPARE(toast(0, 1), u"heard"_s);
}

QTEST_MAIN(TestNearbyNotes)
#include "tst_nearby_notes.moc"
