// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/outbox_entry.h"
#include "shared/client-core/store/local_store.h"
#include "shared/markup/formatted_text.h"

#include <deque>
#include <memory>

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
    RoomEvent event{}; ///< as shown. Gap: seq is its end. Echo: seq 0, or the server's while its event is to come
    Seq gapFrom = 0;
    SendState state = SendState::Stored;
    Error error{};
    bool isDelayed = false;
    mutable QString words{}; ///< of a system line, made when first asked for
    mutable std::shared_ptr<const FormattedText> formatted{}; ///< of a text, made when first asked for

    [[nodiscard]] static TimelineItem of(const RoomEvent &event);
    [[nodiscard]] static TimelineItem of(const HistoryGap &gap);
    [[nodiscard]] static TimelineItem of(const OutboxEntry &entry);
    /// Somebody's text, one's own unsent ones included.
    [[nodiscard]] bool isMessage() const;
    /// Who wrote it: what the outbox still holds is one's own. Invalid: the server, or nobody.
    [[nodiscard]] AccountId author(AccountId self) const;
    [[nodiscard]] bool isOwn(AccountId self) const;

    /// Changes that the outbox holds are part of the shown form.
    [[nodiscard]] bool hasPending() const { return m_stored != nullptr; }
    /// Without them.
    [[nodiscard]] const RoomEvent &storedForm() const { return m_stored ? *m_stored : event; }
    /// Names or the language are others: what was made of them is made anew.
    void forgetWords() const;
    void setForms(const RoomEvent &stored, const RoomEvent &shown, bool hasPending);

private:
    std::shared_ptr<const RoomEvent> m_stored; ///< null: as shown
};
using TimelineItems = std::deque<TimelineItem>;

/// Events that have a line (hasLine()), and gaps, of a slice in their order.
[[nodiscard]] TimelineItems itemsOf(const HistorySlice &slice);
/// The stretch of the log that a slice tells of, whether or not it has rows.
[[nodiscard]] HistoryGap rangeOf(const HistorySlice &slice);

/// The rows of a timeline: stored ones by seq, without a hole that no gap tells of but events without a row, then the
/// echoes of the outbox in the order queued. Knows which stretch of the log it covers, where things are and what begins
/// where; the model announces what changes. Rows that do not exist must not be asked for.
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

    /// The stretch of the log that is here, events without a row included; 0 while there is none.
    [[nodiscard]] Seq oldestSeq() const { return m_oldest; }
    [[nodiscard]] Seq newestSeq() const { return m_newest; }
    [[nodiscard]] bool coversNothing() const { return m_newest == 0; }
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

    void replace(TimelineItems items, const HistoryGap &range);
    /// The stretch reaches that far now; call it before or after insert().
    void cover(const HistoryGap &range);
    void insert(int row, TimelineItems items);
    /// Stored rows only, from the first or up to the last of them; the stretch ends before what remains.
    void removeStored(int first, int count);
    void setStored(int row, TimelineItem item) { m_items[size_t(row)] = std::move(item); }
    void addEchoes(const TimelineItems &echoes);
    void setEcho(int row, TimelineItem echo) { m_items[size_t(row)] = std::move(echo); }
    void removeEcho(int row);
    void removeEchoes();
    /// Moves an echo up to where the next stored row goes.
    void raiseEcho(int row);
    /// The first echo is this event now.
    void turnEchoInto(TimelineItem stored);

private:
    [[nodiscard]] qint64 timeAbove(int row) const;

    TimelineItems m_items;
    Seq m_oldest = 0;
    Seq m_newest = 0;
    int m_echoes = 0;
};

} // namespace salon
