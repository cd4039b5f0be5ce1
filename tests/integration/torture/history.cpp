// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/history.h"

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
