// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/history.h"

#include "tests/integration/torture/read_counts.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

constexpr qsizetype MaxLines = 50;

class Checker
{
public:
    explicit Checker(const History &history)
        : m_history(history)
    {
        for (const SendRecord &send : history.sends)
            m_sends.insert(send.cid, &send);
    }

    QStringList run()
    {
        for (const auto &[room, timeline] : m_history.finals)
            checkFinal(room, timeline);
        for (const auto &[key, timeline] : m_history.timelines)
            checkTimeline(key.first, key.second, timeline);
        checkAcks();
        checkReads();
        checkMemberships();
        return m_found;
    }

private:
    void add(const QString &kind, RoomId room, Seq seq, const QString &detail)
    {
        if (m_found.size() < MaxLines)
            m_found.append(u"%1: room %2, seq %3: %4"_s.arg(kind).arg(room.value).arg(seq).arg(detail));
    }

    void checkFinal(RoomId room, const Timeline &timeline)
    {
        auto &places = m_places[room];
        QHash<int, quint64> lastCounter;
        Seq expected = 1;
        for (const DeliveryRecord &event : timeline) {
            if (event.seq != expected)
                add(u"hole"_s, room, event.seq, u"expected %1"_s.arg(expected));
            expected = event.seq + 1;
            if (event.cid.isNull())
                continue;
            const SendRecord *send = m_sends.value(event.cid);
            if (!send || send->room != room) {
                add(u"phantom"_s, room, event.seq, u"nobody sent this"_s);
                continue;
            }
            if (send->hash != event.hash)
                add(u"phantom"_s, room, event.seq, u"the text is not the one sent"_s);
            if (send->refused)
                add(u"phantom"_s, room, event.seq, u"it was refused for good"_s);
            if (places.contains(event.cid))
                add(u"doubled"_s, room, event.seq, u"also at %1"_s.arg(places.value(event.cid)));
            places.insert(event.cid, event.seq);
            quint64 &last = lastCounter[send->device];
            if (send->counter <= last)
                add(u"sender order"_s, room, event.seq, u"%1 after %2"_s.arg(send->counter).arg(last));
            last = std::max(last, send->counter);
        }
    }

    void checkTimeline(int device, RoomId room, const Timeline &timeline)
    {
        const auto found = m_history.finals.find(room);
        const Timeline none;
        const Timeline &final = found == m_history.finals.end() ? none : found->second;
        Seq last = timeline.isEmpty() ? 0 : timeline.first().seq - 1;
        QSet<Cid> seen;
        for (const DeliveryRecord &event : timeline) {
            const QString who = u"device %1"_s.arg(device);
            if (!event.cid.isNull() && seen.contains(event.cid))
                add(u"doubled"_s, room, event.seq, who);
            seen.insert(event.cid);
            if (event.seq <= last)
                add(u"reordered"_s, room, event.seq, u"%1 had %2 before"_s.arg(who).arg(last));
            else if (event.seq != last + 1)
                add(u"hole"_s, room, event.seq, u"%1 had %2 before"_s.arg(who).arg(last));
            last = event.seq;
            if (event.seq < 1 || event.seq > final.size()) {
                add(u"phantom"_s, room, event.seq, u"%1 saw what is no longer there"_s.arg(who));
                continue;
            }
            const DeliveryRecord &same = final.at(event.seq - 1);
            if (same.cid != event.cid)
                add(u"reordered"_s, room, event.seq, u"%1 saw another message there"_s.arg(who));
            else if (same.hash != event.hash)
                add(u"phantom"_s, room, event.seq, u"%1 saw another text"_s.arg(who));
        }
        if (last < final.size())
            add(u"hole"_s, room, last, u"device %1 never heard of the rest up to %2"_s.arg(device).arg(final.size()));
    }

    void checkAcks()
    {
        for (const SendRecord &send : m_history.sends) {
            if (!send.acked)
                continue;
            const Seq place = m_places[send.room].value(send.cid, 0);
            if (place == 0)
                add(u"lost"_s, send.room, *send.acked, u"acknowledged to device %1"_s.arg(send.device));
            else if (place != *send.acked)
                add(u"reordered"_s, send.room, place, u"acknowledged as %1"_s.arg(*send.acked));
        }
    }

    void checkReads()
    {
        std::map<RoomId, ReadCounts> counts;
        for (const auto &[room, timeline] : m_history.finals)
            counts.emplace(room, timeline);
        std::map<std::pair<RoomId, AccountId>, std::map<int, Seq>> last; // of each device
        for (const ReadRecord &read : m_history.reads) {
            const QString who = u"device %1"_s.arg(read.device);
            Seq &before = last[{ read.room, read.account }][read.device];
            if (read.seq < before)
                add(u"read mark"_s, read.room, read.seq, u"%1 had %2 before"_s.arg(who).arg(before));
            before = read.seq;
            const auto log = counts.find(read.room);
            if (log == counts.end())
                continue;
            const auto [unread, mentions] = log->second.between(read.account, read.seq, read.head);
            if (unread != read.unread || mentions != read.mentions) {
                const QString line = u"%1 was told %2 unread, %3 mentions up to %4; the log has %5, %6"_s;
                add(u"count"_s, read.room, read.seq,
                    line.arg(who).arg(read.unread).arg(read.mentions).arg(read.head).arg(unread).arg(mentions));
            }
        }
        for (const auto &[key, devices] : last) {
            for (const auto &[device, seq] : devices) {
                if (seq != devices.begin()->second)
                    add(u"read mark"_s, key.first, seq, u"the devices of account %1 differ"_s.arg(key.second.value));
            }
        }
        for (const MarkRecord &mark : m_history.marks) {
            const auto devices = last.find({ mark.room, mark.account });
            if (devices != last.end() && devices->second.begin()->second < mark.seq)
                add(u"read mark"_s, mark.room, mark.seq, u"acknowledged, then lost"_s);
        }
    }

    /// The log must tell of exactly the changes that are known, and of no message in between.
    void checkMemberships()
    {
        std::map<RoomId, std::map<AccountId, QList<bool>>> known;
        for (const MemberRecord &change : m_history.members)
            known[change.room][change.account].append(change.entered);
        for (auto &[room, accounts] : known) {
            const auto log = m_history.finals.find(room);
            if (log == m_history.finals.end())
                continue;
            std::map<AccountId, qsizetype> seen;
            std::map<AccountId, bool> isIn;
            for (const DeliveryRecord &event : log->second) {
                const auto changes = accounts.find(event.author);
                if (changes == accounts.end())
                    continue;
                if (event.kind == EventKind::Joined || event.kind == EventKind::Left) {
                    const bool entered = event.kind == EventKind::Joined;
                    isIn[event.author] = entered;
                    const qsizetype place = seen[event.author]++;
                    if (place >= changes->second.size() || changes->second.at(place) != entered)
                        add(u"membership"_s, room, event.seq, entered ? u"nobody joined"_s : u"nobody left"_s);
                } else if (!isIn[event.author]) {
                    add(u"membership"_s, room, event.seq, u"by account %1, a stranger"_s.arg(event.author.value));
                }
            }
            for (const auto &[account, changes] : accounts) {
                if (seen[account] < changes.size())
                    add(u"membership"_s, room, 0, u"the log misses changes of account %1"_s.arg(account.value));
            }
        }
    }

    const History &m_history;
    QHash<Cid, const SendRecord *> m_sends;
    std::map<RoomId, QHash<Cid, Seq>> m_places;
    QStringList m_found;
};

} // namespace

QStringList violations(const History &history)
{
    return Checker(history).run();
}

} // namespace salon::test
