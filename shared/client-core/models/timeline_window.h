// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/outbox_entry.h"
#include "shared/client-core/store/local_store.h"

#include <deque>

namespace salon {

/// What one row of a timeline shows.
struct TimelineItem
{
    enum class Type : quint8
    {
        Event,
        Gap,
        Echo ///< of the outbox
    };
    Type type = Type::Event;
    RoomEvent event{}; ///< Gap: seq is its end. Echo: seq 0, or the server's while its event is still to come
    Seq gapFrom = 0;
    SendState state = SendState::Stored;
    Error error{};
    bool isDelayed = false;
    mutable QString words{}; ///< of a system line, made when first asked for

    [[nodiscard]] static TimelineItem of(const RoomEvent &event);
    [[nodiscard]] static TimelineItem of(const HistoryGap &gap);
    [[nodiscard]] static TimelineItem of(const OutboxEntry &entry);
    /// Somebody's text, one's own unsent ones included.
    [[nodiscard]] bool isMessage() const;
    /// Who wrote it: what the outbox still holds is one's own. Invalid: the server, or nobody.
    [[nodiscard]] AccountId author(AccountId self) const;
    [[nodiscard]] bool isOwn(AccountId self) const;
};
using TimelineItems = std::deque<TimelineItem>;

/// Events and gaps of a slice in their order.
[[nodiscard]] TimelineItems itemsOf(const HistorySlice &slice);

/// The rows of a timeline: stored ones by seq, without a hole that no gap tells of, then the echoes of the outbox in
/// the order queued. Knows where things are and what begins where; the model announces what changes. Rows that do not
/// exist must not be asked for.
class TimelineWindow
{
public:
    static constexpr qint64 GroupMs = 5 * 60'000;

    [[nodiscard]] int size() const { return int(m_items.size()); }
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    [[nodiscard]] int storedCount() const { return size() - m_echoes; }
    [[nodiscard]] bool hasEchoes() const { return m_echoes > 0; }
    [[nodiscard]] const TimelineItem &at(int row) const { return m_items[size_t(row)]; }
    [[nodiscard]] auto begin() const { return m_items.begin(); }
    [[nodiscard]] auto end() const { return m_items.end(); }

    /// 0 while nothing is stored.
    [[nodiscard]] Seq oldestSeq() const;
    [[nodiscard]] Seq newestSeq() const;
    /// -1 when it is not here.
    [[nodiscard]] int rowOfSeq(Seq seq) const;
    [[nodiscard]] int rowOfCid(const Cid &cid) const;
    [[nodiscard]] int echoRow(const Cid &cid) const;
    /// The first row that is not before `seq`, else the last one.
    [[nodiscard]] int rowFrom(Seq seq) const;
    /// The first stored message of somebody else after `readSeq`; -1 when there is none.
    [[nodiscard]] int firstNewsRow(Seq readSeq, AccountId self) const;

    /// Another author or guest, kind or day than the row above, or much later.
    [[nodiscard]] bool startsGroup(int row, AccountId self) const;
    /// `isAtStart`: nothing is above the first row.
    [[nodiscard]] bool startsDay(int row, bool isAtStart) const;

    void replace(TimelineItems items);
    void insert(int row, TimelineItems items);
    /// Stored rows only.
    void removeStored(int first, int count);
    void addEchoes(const TimelineItems &echoes);
    void setEcho(int row, TimelineItem echo) { m_items[size_t(row)] = std::move(echo); }
    void removeEcho(int row);
    void removeEchoes();
    /// Moves an echo up to where the next stored row goes.
    void raiseEcho(int row);
    /// The first echo is this event now.
    void turnEchoInto(const RoomEvent &event);

private:
    [[nodiscard]] qint64 timeAbove(int row) const;

    TimelineItems m_items;
    int m_echoes = 0;
};

} // namespace salon
