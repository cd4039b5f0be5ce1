// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/gateway_thread.h"

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

QTEST_GUILESS_MAIN(TestGatewayThread)
#include "tst_gateway_thread.moc"
