// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/connection_pair.h"
#include "tests/support/transport_test_main.h"

#include <QThread>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// A worker as the server has it: connections live in its thread, every frame received goes to all of them.
class FanOutWorker : public QObject
{
public:
    void adopt(qintptr descriptor)
    {
        auto connection = std::make_unique<Connection>(m_flusher);
        Connection *raw = connection.get();
        connect(raw, &Connection::framesReceived, this, [this](const QList<QByteArray> &payloads) {
            for (const QByteArray &payload : payloads) {
                const QByteArray frame = frameOf(payload);
                for (const auto &each : m_connections)
                    each->queue(frame);
            }
        });
        connect(raw, &Connection::closed, this,
            [this, raw] { std::erase_if(m_connections, [raw](const auto &each) { return each.get() == raw; }); });
        m_connections.push_back(std::move(connection));
        raw->adoptPlain(descriptor);
    }
    [[nodiscard]] size_t count() const { return m_connections.size(); }

private:
    TurnFlusher m_flusher{ this }; // moves to the thread with its parent
    std::vector<std::unique_ptr<Connection>> m_connections;
};

class TestManyConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneWorkerServesTwoThousand();
};

void TestManyConnections::oneWorkerServesTwoThousand()
{
    constexpr int Count = 2000;
    constexpr int Messages = 5;
    QThread thread;
    if (auto dispatcher = makeWorkerEventDispatcher(qgetenv("SALON_TEST_DISPATCHER") != "worker"))
        thread.setEventDispatcher(dispatcher.release());
    auto *worker = new FanOutWorker;
    worker->moveToThread(&thread);
    thread.start();
    const auto inWorker = [&](auto function) {
        QMetaObject::invokeMethod(worker, std::move(function), Qt::BlockingQueuedConnection);
    };

    ListenSocket listener;
    connect(
        &listener, &ListenSocket::descriptorReady, worker, [worker](qintptr descriptor) { worker->adopt(descriptor); });
    QVERIFY(listener.listen(Endpoint::tcp(u"127.0.0.1"_s, 0)));

    TurnFlusher flusher;
    std::vector<std::unique_ptr<Connection>> clients;
    int opened = 0;
    int received = 0;
    bool ordered = true;
    for (int i = 0; i < Count; ++i) {
        clients.push_back(std::make_unique<Connection>(flusher));
        connect(clients.back().get(), &Connection::opened, this, [&] { ++opened; });
        connect(clients.back().get(), &Connection::framesReceived, this,
            [&, next = 0](const QList<QByteArray> &payloads) mutable {
                for (const QByteArray &payload : payloads)
                    ordered = ordered && payload == QByteArray::number(next++);
                received += int(payloads.size());
            });
        clients.back()->connectTo(listener.endpoint(), { .tls = false });
    }
    QTRY_COMPARE_WITH_TIMEOUT(opened, Count, 20'000);
    const auto served = [&] {
        size_t count = 0;
        inWorker([&] { count = worker->count(); });
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(served(), size_t(Count), 20'000);

    for (int i = 0; i < Messages; ++i)
        clients.front()->queue(frameOf(QByteArray::number(i)));
    QTRY_COMPARE_WITH_TIMEOUT(received, Count * Messages, 20'000);
    QVERIFY(ordered);

    clients.clear();
    QTRY_COMPARE_WITH_TIMEOUT(served(), size_t(0), 20'000);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

SALON_TRANSPORT_TEST_MAIN(TestManyConnections)
#include "tst_many_connections.moc"
