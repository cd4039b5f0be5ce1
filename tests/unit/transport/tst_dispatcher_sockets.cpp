// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/transport_test_main.h"
#include "tests/unit/transport/socket_pair.h"

#include <QSocketNotifier>

#include <memory>
#include <utility>
#include <vector>

using namespace salon::test;

/// Socket notifiers: the same rules for Qt's own dispatcher and the workers', run twice (see CMakeLists.txt).
class TestDispatcherSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readableSocketsAreTold();
    void disabledNotifiersAreSilent();
    void notifiersMayBeDisabledAndEnabledInTheirHandler();
    void notifiersMayBeDeletedInTheirHandler();
    void aHandlerMayDeleteOtherNotifiers();
    void aReusedDescriptorNumberIsANewSocket();
    void readAndWriteNotifiersOfOneSocket();
    void hangUpIsReadable();
    void manyDescriptors();
};

void TestDispatcherSockets::readableSocketsAreTold()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        pair.take();
    });
    pair.poke();
    QTRY_COMPARE(told, 1);
    pair.poke();
    QTRY_COMPARE(told, 2);
}

void TestDispatcherSockets::disabledNotifiersAreSilent()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        pair.take();
    });
    notifier.setEnabled(false);
    pair.poke();
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 0);
    notifier.setEnabled(true);
    QTRY_COMPARE(told, 1);
    // On and off within a turn.
    for (int i = 0; i < 5; ++i) {
        notifier.setEnabled(false);
        notifier.setEnabled(true);
    }
    pair.poke();
    QTRY_COMPARE(told, 2);
}

void TestDispatcherSockets::notifiersMayBeDisabledAndEnabledInTheirHandler()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        notifier.setEnabled(false);
    });
    pair.poke();
    QTRY_COMPARE(told, 1);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 1);
    notifier.setEnabled(true); // level-triggered: the byte is still there
    QTRY_COMPARE(told, 2);
}

void TestDispatcherSockets::notifiersMayBeDeletedInTheirHandler()
{
    const SocketPair pair;
    auto *notifier = new QSocketNotifier(pair.near(), QSocketNotifier::Read);
    auto *writer = new QSocketNotifier(pair.near(), QSocketNotifier::Write);
    int told = 0;
    connect(notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        delete std::exchange(notifier, nullptr);
        delete std::exchange(writer, nullptr);
    });
    pair.poke();
    QTRY_COMPARE(told, 1);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 1);
    delete notifier;
    delete writer;
}

void TestDispatcherSockets::aHandlerMayDeleteOtherNotifiers()
{
    std::vector<std::unique_ptr<SocketPair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    int told = 0;
    for (int i = 0; i < 20; ++i) {
        pairs.push_back(std::make_unique<SocketPair>());
        notifiers.push_back(std::make_unique<QSocketNotifier>(pairs.back()->near(), QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&, i] {
            ++told;
            for (int other = 0; other < 20; ++other) {
                if (other != i)
                    notifiers[size_t(other)].reset();
            }
            pairs[size_t(i)]->take();
        });
        pairs.back()->poke();
    }
    QTRY_COMPARE(told, 1);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, 1);
}

void TestDispatcherSockets::aReusedDescriptorNumberIsANewSocket()
{
    for (int round = 0; round < 50; ++round) {
        auto first = std::make_unique<SocketPair>();
        const int number = first->near();
        auto notifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
        QCoreApplication::processEvents();
        notifier.reset();
        first.reset();
        const SocketPair second;
        QSocketNotifier other(second.near(), QSocketNotifier::Read);
        int told = 0;
        connect(&other, &QSocketNotifier::activated, this, [&] {
            ++told;
            second.take();
        });
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(told, 0);
        second.poke();
        QTRY_COMPARE(told, 1);
    }
}

void TestDispatcherSockets::readAndWriteNotifiersOfOneSocket()
{
    const SocketPair pair;
    QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
    QSocketNotifier writer(pair.near(), QSocketNotifier::Write);
    int reads = 0;
    int writes = 0;
    connect(&reader, &QSocketNotifier::activated, this, [&] {
        ++reads;
        pair.take();
    });
    connect(&writer, &QSocketNotifier::activated, this, [&] {
        ++writes;
        writer.setEnabled(false);
    });
    QTRY_COMPARE(writes, 1);
    QCOMPARE(reads, 0);
    pair.poke();
    QTRY_COMPARE(reads, 1);
    QCOMPARE(writes, 1);
    writer.setEnabled(true);
    reader.setEnabled(false);
    pair.poke();
    QTRY_COMPARE(writes, 2);
    QCOMPARE(reads, 1);
}

void TestDispatcherSockets::hangUpIsReadable()
{
    SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    ssize_t got = -1;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        got = pair.take();
        notifier.setEnabled(false);
    });
    pair.closeFar();
    QTRY_COMPARE(got, ssize_t(0));
}

void TestDispatcherSockets::manyDescriptors()
{
    constexpr int Count = 400;
    std::vector<std::unique_ptr<SocketPair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    QList<int> told(Count, 0);
    int all = 0;
    for (int i = 0; i < Count; ++i) {
        pairs.push_back(std::make_unique<SocketPair>());
        notifiers.push_back(std::make_unique<QSocketNotifier>(pairs.back()->near(), QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&, i] {
            ++told[i];
            ++all;
            pairs[size_t(i)]->take();
        });
    }
    for (int round = 1; round <= 3; ++round) {
        for (const auto &pair : pairs)
            pair->poke();
        QTRY_COMPARE(all, round * Count);
        QCOMPARE(told.count(round), Count);
    }
}

SALON_TRANSPORT_TEST_MAIN(TestDispatcherSockets)
#include "tst_dispatcher_sockets.moc"
