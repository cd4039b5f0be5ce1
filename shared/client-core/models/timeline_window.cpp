// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_window.h"

#include "shared/client-core/session/message_form.h"

#include <QDateTime>
#include <algorithm>
#include <limits>

namespace salon {
namespace {

QDate localDay(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date();
}

} // namespace

// --- One row

TimelineItem TimelineItem::of(const RoomEvent &event)
{
    TimelineItem item;
    item.event = event;
    return item;
}

TimelineItem TimelineItem::of(const HistoryGap &gap)
{
    TimelineItem item;
    item.type = Type::Gap;
    item.gapFrom = gap.from;
    item.event.seq = gap.to;
    return item;
}

TimelineItem TimelineItem::of(const OutboxEntry &entry)
{
    TimelineItem item;
    item.type = Type::Echo;
    item.event.room = entry.room;
    item.event.cid = entry.cid;
    item.event.text = entry.text;
    item.event.format = entry.format;
    item.event.target = entry.target;
    item.event.files = entriesOf(entry.files);
    item.event.folder = entry.folder;
    item.event.seq = entry.seq;
    item.event.timeMs = entry.timeMs > 0 ? entry.timeMs : entry.createdMs;
    item.state = entry.state;
    item.error = entry.error;
    item.isDelayed = entry.isDelayed;
    return item;
}

bool TimelineItem::isMessage() const
{
    return type != Type::Gap && event.kind == EventKind::Message;
}

AccountId TimelineItem::author(AccountId self) const
{
    return type == Type::Echo ? self : event.author;
}

bool TimelineItem::isOwn(AccountId self) const
{
    return type == Type::Echo || (event.author.isValid() && event.author == self);
}

void TimelineItem::forgetWords() const
{
    words = QString();
    formatted.reset();
}

void TimelineItem::setForms(const RoomEvent &stored, const RoomEvent &shown, bool hasPending)
{
    event = shown;
    formatted.reset();
    m_stored = hasPending ? std::make_shared<const RoomEvent>(stored) : nullptr;
}

HistoryGap rangeOf(const HistorySlice &slice)
{
    HistoryGap range;
    if (!slice.events.isEmpty())
        range = { slice.events.first().seq, slice.events.last().seq };
    for (const HistoryGap &gap : slice.gaps) {
        range.from = range.from > 0 ? std::min(range.from, gap.from) : gap.from;
        range.to = std::max(range.to, gap.to);
    }
    return range;
}

TimelineItems itemsOf(const HistorySlice &slice)
{
    TimelineItems items;
    auto gap = slice.gaps.cbegin();
    const auto addGapsBefore = [&](Seq seq) {
        for (; gap != slice.gaps.cend() && gap->from < seq; ++gap)
            items.push_back(TimelineItem::of(*gap));
    };
    for (const RoomEvent &event : slice.events) {
        addGapsBefore(event.seq);
        if (hasLine(event.kind))
            items.push_back(TimelineItem::of(event));
    }
    addGapsBefore(std::numeric_limits<Seq>::max());
    return items;
}

// --- Where things are

int TimelineWindow::rowOfSeq(Seq seq) const
{
    const auto end = m_items.begin() + storedCount();
    const auto found = std::lower_bound(
        m_items.begin(), end, seq, [](const TimelineItem &item, Seq wanted) { return item.event.seq < wanted; });
    const bool isHere = found != end && found->event.seq == seq && found->type == TimelineItem::Type::Event;
    return isHere ? int(found - m_items.begin()) : -1;
}

int TimelineWindow::rowOfCid(const Cid &cid) const
{
    if (cid.isNull())
        return -1;
    const auto found = std::find_if(
        m_items.rbegin(), m_items.rend(), [&](const TimelineItem &item) { return item.event.cid == cid; });
    return found == m_items.rend() ? -1 : int(m_items.rend() - found) - 1;
}

int TimelineWindow::echoRow(const Cid &cid) const
{
    if (cid.isNull())
        return -1;
    for (int row = storedCount(); row < size(); ++row) {
        if (at(row).event.cid == cid)
            return row;
    }
    return -1;
}

int TimelineWindow::rowFrom(Seq seq) const
{
    const auto found = std::ranges::find_if(m_items, [seq](const TimelineItem &item) { return item.event.seq >= seq; });
    return found == m_items.end() ? size() - 1 : int(found - m_items.begin());
}

int TimelineWindow::firstNewsRow(Seq readSeq, AccountId self) const
{
    const auto end = m_items.begin() + storedCount();
    const auto found = std::find_if(m_items.begin(), end, [&](const TimelineItem &item) {
        const bool isText = item.event.kind == EventKind::Message || item.event.kind == EventKind::Announcement;
        return item.type == TimelineItem::Type::Event && item.event.seq > readSeq && isText && !item.event.deleted
            && !item.isOwn(self);
    });
    return found == end ? -1 : int(found - m_items.begin());
}

// --- What begins where

bool TimelineWindow::startsGroup(int row, AccountId self) const
{
    const TimelineItem &item = at(row);
    if (row == 0 || !item.isMessage() || !at(row - 1).isMessage())
        return true;
    const TimelineItem &above = at(row - 1);
    const bool isSameVoice = item.author(self) == above.author(self) && item.event.alias == above.event.alias;
    return !isSameVoice || item.event.timeMs - above.event.timeMs > GroupMs
        || localDay(above.event.timeMs) != localDay(item.event.timeMs);
}

bool TimelineWindow::startsDay(int row, bool isAtStart) const
{
    const TimelineItem &item = at(row);
    if (item.type == TimelineItem::Type::Gap)
        return false;
    const qint64 aboveMs = timeAbove(row);
    return aboveMs == 0 ? isAtStart : localDay(aboveMs) != localDay(item.event.timeMs);
}

qint64 TimelineWindow::timeAbove(int row) const
{
    for (int above = row - 1; above >= 0; --above) {
        if (at(above).type != TimelineItem::Type::Gap)
            return at(above).event.timeMs;
    }
    return 0;
}

// --- Changing

void TimelineWindow::replace(TimelineItems items, const HistoryGap &range)
{
    m_items = std::move(items);
    m_oldest = range.from;
    m_newest = range.to;
    m_echoes = 0;
}

void TimelineWindow::cover(const HistoryGap &range)
{
    if (range.to == 0)
        return;
    m_oldest = m_oldest > 0 ? std::min(m_oldest, range.from) : range.from;
    m_newest = std::max(m_newest, range.to);
}

void TimelineWindow::insert(int row, TimelineItems items)
{
    m_items.insert(m_items.begin() + row, std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

void TimelineWindow::removeStored(int first, int count)
{
    if (count == storedCount()) {
        m_oldest = m_newest = 0;
    } else if (first + count < storedCount()) {
        m_oldest = at(first + count - 1).event.seq + 1;
    } else {
        const TimelineItem &gone = at(first);
        m_newest = (gone.type == TimelineItem::Type::Gap ? gone.gapFrom : gone.event.seq) - 1;
    }
    m_items.erase(m_items.begin() + first, m_items.begin() + first + count);
}

void TimelineWindow::addEchoes(const TimelineItems &echoes)
{
    m_items.insert(m_items.end(), echoes.begin(), echoes.end());
    m_echoes += int(echoes.size());
}

void TimelineWindow::removeEcho(int row)
{
    m_items.erase(m_items.begin() + row);
    --m_echoes;
}

void TimelineWindow::removeEchoes()
{
    m_items.erase(m_items.begin() + storedCount(), m_items.end());
    m_echoes = 0;
}

void TimelineWindow::raiseEcho(int row)
{
    std::rotate(m_items.begin() + storedCount(), m_items.begin() + row, m_items.begin() + row + 1);
}

void TimelineWindow::turnEchoInto(TimelineItem stored)
{
    m_items[size_t(storedCount())] = std::move(stored);
    --m_echoes;
}

} // namespace salon
