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
constexpr int SecondDevice = Devices; ///< of the account of device 0
constexpr AccountId Reader{ 1 }; ///< the account of devices 0 and 3
constexpr AccountId Wanderer{ Devices }; ///< the account of the last device: leaves and comes back
constexpr int WandersAt = 13; ///< with this message of everybody

QByteArray hashOf(int device, int counter)
{
    return "hash-" + QByteArray::number(device) + '-' + QByteArray::number(counter);
}

Cid cidOf(int device, int counter)
{
    return QUuid::createUuidV5(QUuid(), hashOf(device, counter));
}

void appendChange(History &history, Timeline &log, AccountId account, EventKind kind)
{
    log.append({ log.size() + 1, {}, {}, kind, account, {} });
    history.members.append({ account, room, kind == EventKind::Joined });
}

/// What a device is told of a position, counted one by one.
ReadRecord readOf(const Timeline &log, int device, Seq seq, Seq head)
{
    ReadRecord read{ device, Reader, room, seq, 0, 0, head };
    for (const DeliveryRecord &event : log) {
        if (event.seq > seq && event.seq <= head && event.kind == EventKind::Message && event.author != Reader) {
            ++read.unread;
            read.mentions += event.mentions.contains(Reader) ? 1 : 0;
        }
    }
    return read;
}

/// A run in which everything went as promised: three devices taking turns, all acknowledged but the last of each,
/// of which one arrived and the others did not. A fourth device reads along with the first; the third one is away for a
/// moment.
History goodHistory()
{
    History history;
    Timeline log{ { 1, {}, {}, EventKind::RoomCreated, {}, {} } };
    for (int device = 0; device < Devices; ++device)
        appendChange(history, log, AccountId{ device + 1 }, EventKind::Joined);
    for (int counter = 1; counter <= PerDevice; ++counter) {
        if (counter == WandersAt)
            appendChange(history, log, Wanderer, EventKind::Left);
        for (int device = 0; device < Devices; ++device) {
            const AccountId author{ device + 1 };
            if (counter == WandersAt && author == Wanderer) {
                history.sends.append({ device, room, quint64(counter), cidOf(device, 0), hashOf(device, 0), {}, true });
                appendChange(history, log, Wanderer, EventKind::Joined);
                continue;
            }
            const bool last = counter == PerDevice;
            SendRecord send{ device, room, quint64(counter), cidOf(device, counter), hashOf(device, counter), {} };
            if (!last || device == 0) {
                const auto mentions
                    = counter % 4 == 0 && author != Reader ? QList<AccountId>{ Reader } : QList<AccountId>{};
                log.append({ log.size() + 1, send.cid, send.hash, EventKind::Message, author, mentions });
                if (!last)
                    send.acked = log.size();
            }
            history.sends.append(send);
        }
    }
    history.finals[room] = log;
    for (int device = 0; device < Devices; ++device)
        history.timelines[{ device, room }] = log;
    history.reads = { readOf(log, 0, 10, 20), readOf(log, 0, 30, 40), readOf(log, SecondDevice, 30, 40),
        readOf(log, 0, 30, log.size()), readOf(log, SecondDevice, 30, log.size()) };
    history.marks = { { Reader, room, 10 }, { Reader, room, 30 } };
    return history;
}

/// The place of the departure in the log.
qsizetype departureIn(const Timeline &log)
{
    const auto left = [](const DeliveryRecord &event) {
        return event.kind == EventKind::Left;
    };
    return std::find_if(log.begin(), log.end(), left) - log.begin();
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
        log.append({ log.size() + 1, cidOf(2, PerDevice), hashOf(2, PerDevice), EventKind::Message, Wanderer, {} });
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
            log.append({ log.size() + 1, QUuid::createUuidV5(QUuid(), "nobody"_ba), "x", EventKind::Message, {}, {} });
        });
    });
    QTest::newRow("message in another room")
        << u"phantom"_s << Mutation([](History &history) { history.sends[5].room = { 2 }; });
    QTest::newRow("event shown twice to a device") << u"reordered"_s << Mutation([](History &history) {
        Timeline &log = history.timelines[{ 0, room }];
        log.insert(10, log.at(0));
    });
    QTest::newRow("refused for good and there all the same")
        << u"phantom"_s << Mutation([](History &history) { history.sends[5].refused = true; });

    // Read positions
    const auto told = [](History &history, int place, int device, Seq seq) {
        const Timeline &log = history.finals[room];
        history.reads[place] = readOf(log, device, seq, log.size());
    };
    QTest::newRow("read position moved back after a kill") << u"read mark"_s << Mutation([=](History &history) {
        told(history, 3, 0, 29);
        told(history, 4, SecondDevice, 29);
    });
    QTest::newRow("read position moved back, and forward again")
        << u"read mark"_s
        << Mutation([=](History &history) { history.reads.insert(2, readOf(history.finals[room], 0, 10, 41)); });
    QTest::newRow("acknowledged read position lost") << u"read mark"_s << Mutation([=](History &history) {
        history.marks.append({ Reader, room, 31 });
    });
    QTest::newRow("devices of an account differ")
        << u"read mark"_s << Mutation([=](History &history) { told(history, 4, SecondDevice, 31); });
    QTest::newRow("one unread too many") << u"count"_s << Mutation([](History &history) { ++history.reads[1].unread; });
    QTest::newRow("one unread too few") << u"count"_s << Mutation([](History &history) { --history.reads[3].unread; });
    QTest::newRow("one mention too many") << u"count"_s << Mutation([](History &h) { ++h.reads[0].mentions; });
    QTest::newRow("own messages counted as unread") << u"count"_s << Mutation([](History &history) {
        for (ReadRecord &read : history.reads)
            read.unread = quint32(read.head - read.seq);
    });

    // Memberships
    QTest::newRow("acknowledged departure lost") << u"membership"_s << Mutation([=](History &history) {
        everywhere(history, [&](Timeline &log) {
            log.removeAt(departureIn(log));
            renumber(log);
        });
    });
    QTest::newRow("last departure lost") << u"membership"_s << Mutation([](History &history) {
        history.members.append({ Wanderer, room, false });
    });
    QTest::newRow("left twice") << u"membership"_s << Mutation([=](History &history) {
        everywhere(history, [&](Timeline &log) {
            const qsizetype place = departureIn(log);
            log.insert(place, log.at(place));
            renumber(log);
        });
    });
    QTest::newRow("message stored after the departure") << u"membership"_s << Mutation([=](History &history) {
        everywhere(history, [&](Timeline &log) {
            const qsizetype place = departureIn(log);
            log.swapItemsAt(place, place - 1);
            renumber(log);
        });
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
