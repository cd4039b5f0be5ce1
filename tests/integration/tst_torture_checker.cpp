// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/history.h"

#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

constexpr RoomId room{ 1 };
constexpr int Devices = 3;
constexpr int PerDevice = 20;

QByteArray hashOf(int device, int counter)
{
    return "hash-" + QByteArray::number(device) + '-' + QByteArray::number(counter);
}

Cid cidOf(int device, int counter)
{
    return QUuid::createUuidV5(QUuid(), hashOf(device, counter));
}

/// A run in which everything went as promised: three devices taking turns, all acknowledged but the last of each,
/// of which one arrived and the others did not.
History goodHistory()
{
    History history;
    Timeline log{ { 1, {}, {} } }; // a system event
    for (int counter = 1; counter <= PerDevice; ++counter) {
        for (int device = 0; device < Devices; ++device) {
            const bool last = counter == PerDevice;
            SendRecord send{ device, room, quint64(counter), cidOf(device, counter), hashOf(device, counter), {} };
            if (!last || device == 0) {
                log.append({ log.size() + 1, send.cid, send.hash });
                if (!last)
                    send.acked = log.size();
            }
            history.sends.append(send);
        }
    }
    history.finals[room] = log;
    for (int device = 0; device < Devices; ++device)
        history.timelines[{ device, room }] = log;
    return history;
}

} // namespace

/// The checker itself: a rig that finds nothing proves nothing unless it finds what was put there.
class TestTortureChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInAGoodRun();
    void findsEachKindOfMutant_data();
    void findsEachKindOfMutant();
};

using Mutation = std::function<void(History &)>;
Q_DECLARE_METATYPE(Mutation)

void TestTortureChecker::findsNothingInAGoodRun()
{
    QCOMPARE(violations(goodHistory()), QStringList());
}

void TestTortureChecker::findsEachKindOfMutant_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Mutation>("mutate");
    const auto renumber = [](Timeline &log) {
        for (qsizetype i = 0; i < log.size(); ++i)
            log[i].seq = i + 1;
    };
    const auto everywhere = [](History &history, const std::function<void(Timeline &)> &change) {
        change(history.finals[room]);
        for (auto &[key, timeline] : history.timelines)
            change(timeline);
    };
    QTest::newRow("acknowledged before commit: the end is gone")
        << u"lost"_s
        << Mutation([=](History &history) { everywhere(history, [](Timeline &log) { log.resize(log.size() - 5); }); });
    QTest::newRow("acknowledged message missing in the middle") << u"lost"_s << Mutation([=](History &history) {
        everywhere(history, [&](Timeline &log) {
            log.removeAt(10);
            renumber(log);
        });
    });
    QTest::newRow("no unique index: a cid twice") << u"doubled"_s << Mutation([=](History &history) {
        everywhere(history, [&](Timeline &log) {
            log.insert(20, log.at(10));
            renumber(log);
        });
    });
    QTest::newRow("fan-out before commit: somebody saw what is not there") << u"phantom"_s << Mutation([](History &h) {
        Timeline &log = h.timelines[{ 1, room }];
        log.append({ log.size() + 1, cidOf(2, PerDevice), hashOf(2, PerDevice) });
    });
    QTest::newRow("seq given twice after a restart") << u"reordered"_s << Mutation([](History &history) {
        Timeline &log = history.timelines[{ 1, room }];
        std::swap(log[10].cid, log[11].cid);
        std::swap(log[10].hash, log[11].hash);
    });
    QTest::newRow("hole in the log") << u"hole"_s << Mutation([=](History &history) {
        everywhere(history, [](Timeline &log) { log.removeAt(10); });
    });
    QTest::newRow("resume skips one: a silent hole at one device") << u"hole"_s << Mutation([](History &history) {
        history.timelines[{ 2, room }].removeAt(10);
    });
    QTest::newRow("a device that never caught up") << u"hole"_s << Mutation([](History &history) {
        history.timelines[{ 2, room }].remove(history.timelines[{ 2, room }].size() - 3, 3);
    });
    QTest::newRow("a device heard nothing at all") << u"hole"_s << Mutation([](History &history) {
        history.timelines[{ 2, room }].clear();
    });
    QTest::newRow("outbox reordered") << u"sender order"_s << Mutation([=](History &history) {
        // Two messages of the same device change places, with their acknowledgements.
        everywhere(history, [](Timeline &log) {
            std::swap(log[10].cid, log[13].cid);
            std::swap(log[10].hash, log[13].hash);
        });
        for (SendRecord &send : history.sends) {
            if (send.cid == history.finals[room].at(10).cid)
                send.acked = 11;
            else if (send.cid == history.finals[room].at(13).cid)
                send.acked = 14;
        }
    });
    QTest::newRow("acknowledged under another seq")
        << u"reordered"_s
        << Mutation([](History &history) { history.sends[5].acked = *history.sends.at(5).acked + 1; });
    QTest::newRow("text changed on the way")
        << u"phantom"_s
        << Mutation([=](History &history) { everywhere(history, [](Timeline &log) { log[10].hash = "other"; }); });
    QTest::newRow("text changed for one device") << u"phantom"_s << Mutation([](History &history) {
        history.timelines[{ 0, room }][10].hash = "other";
    });
    QTest::newRow("message that nobody sent") << u"phantom"_s << Mutation([=](History &history) {
        everywhere(history, [&](Timeline &log) {
            log.append({ log.size() + 1, QUuid::createUuidV5(QUuid(), "nobody"_ba), "x" });
        });
    });
    QTest::newRow("message in another room")
        << u"phantom"_s << Mutation([](History &history) { history.sends[5].room = { 2 }; });
    QTest::newRow("event shown twice to a device") << u"reordered"_s << Mutation([](History &history) {
        Timeline &log = history.timelines[{ 0, room }];
        log.insert(10, log.at(0));
    });
}

void TestTortureChecker::findsEachKindOfMutant()
{
    QFETCH(QString, kind);
    QFETCH(Mutation, mutate);
    History history = goodHistory();
    mutate(history);
    const QStringList found = violations(history);
    const bool named
        = std::any_of(found.begin(), found.end(), [&](const QString &line) { return line.startsWith(kind + u": "_s); });
    QVERIFY2(named, qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTortureChecker)
#include "tst_torture_checker.moc"
