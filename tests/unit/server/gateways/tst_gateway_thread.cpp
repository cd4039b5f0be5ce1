// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/gateway_thread.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

namespace {

/// Notes in which thread things happen to it.
struct Notes
{
    QThread *opened = nullptr;
    QThread *destroyed = nullptr;
    QThread *endedIn = nullptr;
    QString guest; ///< who is there
};

class NotingGateway final : public Gateway
{
public:
    NotingGateway(Notes &notes, bool opens, bool closes)
        : m_notes(notes)
        , m_opens(opens)
        , m_closes(closes)
    {
    }
    ~NotingGateway() override { m_notes.destroyed = QThread::currentThread(); }

    Result<QList<GatewayAddress>> open() override
    {
        m_notes.opened = QThread::currentThread();
        if (!m_opens)
            return fail(ErrorCode::AddressInUse, {}, { u"127.0.0.1:1"_s });
        return QList<GatewayAddress>{ { u"text"_s, u"127.0.0.1:1"_s, true } };
    }
    void close() override
    {
        if (m_closes)
            Q_EMIT closed();
    }
    QString endGuest(const QString &who) override
    {
        m_notes.endedIn = QThread::currentThread();
        return who == m_notes.guest ? m_notes.guest : QString();
    }

private:
    Notes &m_notes;
    bool m_opens;
    bool m_closes;
};

} // namespace

class TestGatewayThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gatewaysLiveAndEndInTheThread();
    void aGatewayThatCannotOpenIsGone();
    void closingWaitsForAll();
    void closingDoesNotWaitForEver();
    void closingNothingIsSaidToo();
    void whoHasClosedAlreadyIsNotWaitedFor();
    void aGuestIsEndedByTheGatewayThatHasIt();
};

void TestGatewayThread::gatewaysLiveAndEndInTheThread()
{
    Notes notes;
    {
        GatewayThread thread;
        const auto opened = thread.add(std::make_unique<NotingGateway>(notes, true, true));
        QVERIFY(opened);
        QCOMPARE(opened->first().address, u"127.0.0.1:1"_s);
        QVERIFY(notes.opened && notes.opened != QThread::currentThread());
        QVERIFY(!notes.destroyed);
    }
    QCOMPARE(notes.destroyed, notes.opened);
}

void TestGatewayThread::aGatewayThatCannotOpenIsGone()
{
    Notes notes;
    GatewayThread thread;
    const auto opened = thread.add(std::make_unique<NotingGateway>(notes, false, true));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::AddressInUse);
    QVERIFY(notes.destroyed);
    QVERIFY(thread.isEmpty());
}

void TestGatewayThread::closingWaitsForAll()
{
    Notes one;
    Notes two;
    GatewayThread thread;
    QVERIFY(thread.add(std::make_unique<NotingGateway>(one, true, true)));
    QVERIFY(thread.add(std::make_unique<NotingGateway>(two, true, true)));
    QSignalSpy closed(&thread, &GatewayThread::closed);
    thread.close();
    thread.close();
    QVERIFY(closed.wait());
    QCOMPARE(closed.size(), 1);
}

void TestGatewayThread::closingDoesNotWaitForEver()
{
    Notes notes;
    GatewayThread thread;
    QVERIFY(thread.add(std::make_unique<NotingGateway>(notes, true, false)));
    QSignalSpy closed(&thread, &GatewayThread::closed);
    thread.close();
    QVERIFY(closed.wait(10'000));
}

void TestGatewayThread::closingNothingIsSaidToo()
{
    GatewayThread thread;
    QSignalSpy closed(&thread, &GatewayThread::closed);
    thread.close();
    QVERIFY(closed.wait());
}

void TestGatewayThread::whoHasClosedAlreadyIsNotWaitedFor()
{
    Notes one;
    Notes two;
    GatewayThread thread;
    auto refused = std::make_unique<NotingGateway>(one, true, false);
    NotingGateway *const gateway = refused.get();
    QVERIFY(thread.add(std::move(refused)));
    QVERIFY(thread.add(std::make_unique<NotingGateway>(two, true, true)));
    bool closedItself = false;
    QObject here; // a slot of this thread is called after the thread's own
    connect(gateway, &Gateway::closed, &here, [&closedItself] { closedItself = true; });
    QMetaObject::invokeMethod(gateway, &Gateway::closed); // its room was refused
    QTRY_VERIFY(closedItself);
    QSignalSpy closed(&thread, &GatewayThread::closed);
    QElapsedTimer time;
    time.start();
    thread.close();
    QVERIFY(closed.wait());
    QVERIFY2(time.elapsed() < 1500, qPrintable(QString::number(time.elapsed()))); // and not the patience
    QCOMPARE(closed.size(), 1);
}

void TestGatewayThread::aGuestIsEndedByTheGatewayThatHasIt()
{
    Notes one;
    Notes two;
    two.guest = u"guest-3"_s;
    GatewayThread thread;
    QStringList ended;
    const auto note = [&ended](const QString &name) {
        ended.append(name);
    };
    thread.endGuest(u"guest-3"_s, note);
    QCOMPARE(ended, QStringList{ QString() }); // no gateway, no guest
    QVERIFY(thread.add(std::make_unique<NotingGateway>(one, true, true)));
    QVERIFY(thread.add(std::make_unique<NotingGateway>(two, true, true)));
    thread.endGuest(u"guest-3"_s, note);
    thread.endGuest(u"guest-4"_s, note);
    QTRY_COMPARE(ended, (QStringList{ QString(), u"guest-3"_s, QString() }));
    QCOMPARE(two.endedIn, two.opened);
}

QTEST_GUILESS_MAIN(TestGatewayThread)
#include "tst_gateway_thread.moc"
