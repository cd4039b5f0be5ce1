// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_model.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/text/time_text.h"

#include <algorithm>
#include <limits>

namespace salon {
namespace {

QDate localDay(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date();
}

bool isMessage(const RoomEvent &event)
{
    return event.kind == EventKind::Message || event.kind == EventKind::Announcement;
}

} // namespace

TimelineModel::TimelineModel(
    RoomId room, History &history, Outbox &outbox, const Rooms &rooms, const People &people, QObject *parent)
    : QAbstractListModel(parent)
    , m_room(room)
    , m_history(history)
    , m_outbox(outbox)
    , m_rooms(rooms)
    , m_people(people)
{
    connect(&history, &History::appended, this, [this](RoomId where, const QList<RoomEvent> &events, Seq gapTo) {
        if (where == m_room)
            eventsAppended(events, gapTo);
    });
    connect(&history, &History::reset, this, [this](RoomId where) {
        if (where == m_room)
            loadWindow(0, 0);
    });
    connect(&outbox, &Outbox::loaded, this, [this] {
        hideEchoes();
        showEchoes();
    });
    connect(&outbox, &Outbox::entryAdded, this, &TimelineModel::echoAdded);
    connect(&outbox, &Outbox::entryChanged, this, &TimelineModel::echoChanged);
    connect(&outbox, &Outbox::entryRemoved, this, &TimelineModel::echoRemoved);
    connect(&people, &People::renamed, this, &TimelineModel::personRenamed);
    loadWindow(0, 0);
}

TimelineModel::~TimelineModel() = default;

// --- Reading

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return rowData(index.row(), role);
}

QVariant TimelineModel::rowData(int number, int role) const
{
    const Row &row = m_rows[size_t(number)];
    const bool isGap = row.type == Row::Type::Gap;
    switch (role) {
    case RowKindRole:
        return int(kindOf(row));
    case SeqRole:
        return isGap ? 0 : row.event.seq;
    case CidRole:
        return row.event.cid;
    case EventKindRole:
        return int(row.event.kind);
    case AuthorIdRole:
        return row.event.author.value;
    case AuthorNameRole:
        return authorName(row);
    case GatewayNameRole:
        return gatewayName(row);
    case AuthorLoginRole: {
        const Profile *author = m_people.find(row.event.author);
        return author ? author->login : QString();
    }
    case TimeRole:
        return row.event.timeMs;
    case TextRole:
        return isMessage(row.event) && !isGap ? row.event.text : QString();
    case SystemTextRole:
        return systemText(row);
    case SendStateRole:
        return int(row.state);
    case ErrorRole:
        return row.state == SendState::Failed || row.delayed ? ErrorText::of(row.error) : QString();
    case IsOwnRole:
        return isOwn(row);
    case MentionsMeRole:
        return row.event.mentions.contains(m_people.self());
    case StartsGroupRole:
        return startsGroup(number);
    case StartsDayRole:
        return startsDay(number);
    case StartsUnreadRole:
        return m_unreadSeq > 0 && row.type == Row::Type::Event && row.event.seq == m_unreadSeq;
    case GapTextRole:
        return isGap ? EventText::gap(row.gapFrom, row.event.seq) : QString();
    case Qt::DisplayRole:
        return isGap                          ? EventText::gap(row.gapFrom, row.event.seq)
            : kindOf(row) == RowKind::Message ? tr("%1: %2").arg(authorName(row), row.event.text)
                                              : systemText(row);
    case Qt::AccessibleTextRole:
        return accessibleText(number);
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { RowKindRole, "rowKind" }, { SeqRole, "seq" }, { CidRole, "cid" },
        { EventKindRole, "eventKind" }, { AuthorIdRole, "authorId" }, { AuthorNameRole, "authorName" },
        { GatewayNameRole, "gatewayName" }, { AuthorLoginRole, "authorLogin" }, { TimeRole, "time" },
        { TextRole, "text" }, { SystemTextRole, "systemText" }, { SendStateRole, "sendState" }, { ErrorRole, "error" },
        { IsOwnRole, "isOwn" }, { MentionsMeRole, "mentionsMe" }, { StartsGroupRole, "startsGroup" },
        { StartsDayRole, "startsDay" }, { StartsUnreadRole, "startsUnread" }, { GapTextRole, "gapText" } };
}

TimelineModel::RowKind TimelineModel::kindOf(const Row &row) const
{
    if (row.type == Row::Type::Gap)
        return RowKind::Gap;
    switch (row.event.kind) {
    case EventKind::Message:
        return RowKind::Message;
    case EventKind::Announcement:
        return RowKind::Announcement;
    default:
        return RowKind::System;
    }
}

bool TimelineModel::isOwn(const Row &row) const
{
    return row.type == Row::Type::Echo || (row.event.author.isValid() && row.event.author == m_people.self());
}

QString TimelineModel::authorName(const Row &row) const
{
    return row.event.alias.isEmpty() ? accountName(row) : row.event.alias;
}

QString TimelineModel::gatewayName(const Row &row) const
{
    return row.event.alias.isEmpty() ? QString() : accountName(row);
}

QString TimelineModel::accountName(const Row &row) const
{
    const QString name = m_people.nameOf(row.type == Row::Type::Echo ? m_people.self() : row.event.author);
    return name.isEmpty() ? row.event.authorName : name;
}

QString TimelineModel::systemText(const Row &row) const
{
    if (row.type != Row::Type::Event || row.event.kind == EventKind::Message)
        return {};
    if (row.words.isNull())
        row.words = EventText::of(row.event, authorName(row), m_people.nameOf(row.event.subject));
    return row.words;
}

QString TimelineModel::accessibleText(int number) const
{
    const Row &row = m_rows[size_t(number)];
    const QString time = TimeText::time(row.event.timeMs);
    if (row.type == Row::Type::Gap)
        return EventText::gap(row.gapFrom, row.event.seq);
    if (kindOf(row) != RowKind::Message)
        //: For a screen reader: time, sentence
        return tr("%1: %2").arg(time, systemText(row));
    //: For a screen reader: a guest, the gateway through which it speaks
    const QString name
        = row.event.alias.isEmpty() ? authorName(row) : tr("%1 through %2").arg(authorName(row), gatewayName(row));
    switch (row.state) {
    case SendState::Failed:
        return tr("%1, %2, not sent: %3. %4").arg(name, time, row.event.text, ErrorText::of(row.error));
    case SendState::Saving:
    case SendState::Queued:
    case SendState::Sending:
        return tr("%1, %2, not sent yet: %3").arg(name, time, row.event.text);
    case SendState::Stored:
        break;
    }
    //: For a screen reader: author, time, text
    return tr("%1, %2: %3").arg(name, time, row.event.text);
}

qint64 TimelineModel::timeAbove(int row) const
{
    for (int above = row - 1; above >= 0; --above) {
        if (m_rows[size_t(above)].type != Row::Type::Gap)
            return m_rows[size_t(above)].event.timeMs;
    }
    return 0;
}

bool TimelineModel::startsDay(int number) const
{
    const Row &row = m_rows[size_t(number)];
    if (row.type == Row::Type::Gap)
        return false;
    const qint64 aboveMs = timeAbove(number);
    return aboveMs == 0 ? m_atStart : localDay(aboveMs) != localDay(row.event.timeMs);
}

bool TimelineModel::startsGroup(int number) const
{
    const Row &row = m_rows[size_t(number)];
    if (number == 0 || kindOf(row) != RowKind::Message || (m_unreadSeq > 0 && row.event.seq == m_unreadSeq))
        return true;
    const Row &above = m_rows[size_t(number) - 1];
    if (kindOf(above) != RowKind::Message)
        return true;
    const bool sameAuthor
        = isOwn(row) ? isOwn(above) : (row.event.author == above.event.author && row.event.alias == above.event.alias);
    return !sameAuthor || row.event.timeMs - above.event.timeMs > GroupMs
        || localDay(above.event.timeMs) != localDay(row.event.timeMs);
}

int TimelineModel::rowOfSeq(Seq seq) const
{
    const auto end = m_rows.begin() + storedCount();
    const auto found
        = std::lower_bound(m_rows.begin(), end, seq, [](const Row &row, Seq wanted) { return row.event.seq < wanted; });
    return found != end && found->event.seq == seq && found->type == Row::Type::Event ? int(found - m_rows.begin())
                                                                                      : -1;
}

int TimelineModel::rowOfCid(const Cid &cid) const
{
    if (cid.isNull())
        return -1;
    const auto found
        = std::find_if(m_rows.rbegin(), m_rows.rend(), [&](const Row &row) { return row.event.cid == cid; });
    return found == m_rows.rend() ? -1 : int(m_rows.rend() - found) - 1;
}

Seq TimelineModel::oldestSeq() const
{
    if (storedCount() == 0)
        return 0;
    const Row &row = m_rows.front();
    return row.type == Row::Type::Gap ? row.gapFrom : row.event.seq;
}

Seq TimelineModel::newestSeq() const
{
    return storedCount() == 0 ? 0 : m_rows[size_t(storedCount()) - 1].event.seq;
}

int TimelineModel::unreadRow() const
{
    return m_unreadSeq > 0 ? rowOfSeq(m_unreadSeq) : -1;
}

// --- Loading

void TimelineModel::fetchOlder()
{
    if (m_loading || m_atStart || storedCount() == 0)
        return;
    setLoading(true);
    whenReady(m_history.before(m_room, oldestSeq(), PageRows), this,
        [this, generation = m_generation](const Result<HistorySlice> &slice) {
            if (generation != m_generation)
                return;
            if (slice)
                insertOlder(*slice);
            else
                failLoading(slice.error());
        });
}

void TimelineModel::fetchNewer()
{
    if (m_loading || m_atEnd || storedCount() == 0)
        return;
    setLoading(true);
    whenReady(m_history.after(m_room, newestSeq(), PageRows), this,
        [this, generation = m_generation](const Result<HistorySlice> &slice) {
            if (generation != m_generation)
                return;
            if (slice)
                appendNewer(*slice);
            else
                failLoading(slice.error());
        });
}

void TimelineModel::jumpToSeq(Seq seq)
{
    if (const int row = rowOfSeq(seq); row >= 0)
        Q_EMIT jumped(row);
    else
        loadWindow(seq + PageRows / 2, seq);
}

void TimelineModel::jumpToLatest()
{
    if (m_atEnd)
        Q_EMIT jumped(int(m_rows.size()) - 1);
    else
        loadWindow(0, 0);
}

void TimelineModel::loadWindow(Seq before, Seq lookAt)
{
    ++m_generation;
    setLoading(true);
    whenReady(m_history.before(m_room, before, PageRows), this,
        [this, lookAt, generation = m_generation](const Result<HistorySlice> &slice) {
            if (generation != m_generation)
                return;
            if (slice)
                replaceAll(*slice, lookAt);
            else
                failLoading(slice.error());
        });
}

void TimelineModel::replaceAll(const HistorySlice &slice, Seq lookAt)
{
    if (slice.events.isEmpty() && lookAt > 0) { // that place is gone
        loadWindow(0, 0);
        return;
    }
    beginResetModel();
    m_rows = rowsOf(slice);
    m_echoes = 0;
    endResetModel();
    m_loading = true; // told below, when the window is as it shall be
    setAtEnd(false);
    noteStart(slice.atStart);
    if (slice.events.isEmpty() && lookAt == 0) {
        setAtEnd(true);
        showEchoes();
    } else {
        noteEnd();
    }
    findUnread();
    setLoading(false);
    int row = int(m_rows.size()) - 1;
    if (lookAt > 0) {
        const auto found = std::find_if(
            m_rows.begin(), m_rows.end(), [&](const Row &candidate) { return candidate.event.seq >= lookAt; });
        row = found == m_rows.end() ? row : int(found - m_rows.begin());
    }
    Q_EMIT jumped(row);
    if (lookAt == 0 && !m_atEnd)
        fetchNewer(); // something came in between
}

void TimelineModel::insertOlder(const HistorySlice &slice)
{
    insertRows(0, rowsOf(slice));
    noteStart(slice.atStart);
    if (int(m_rows.size()) > m_maxRows)
        trimBack();
    findUnread();
    setLoading(false);
}

void TimelineModel::appendNewer(const HistorySlice &slice)
{
    insertRows(storedCount(), rowsOf(slice));
    if (int(m_rows.size()) > m_maxRows)
        trimFront(m_maxRows);
    noteEnd();
    findUnread();
    setLoading(false);
}

void TimelineModel::failLoading(const Error &error)
{
    if (m_rows.empty()) { // without a past, what comes from now on can still be shown
        setAtEnd(true);
        showEchoes();
    }
    setLoading(false);
    Q_EMIT loadFailed(error);
}

void TimelineModel::noteStart(bool knownStart)
{
    const RoomSummary *room = m_rooms.find(m_room);
    const Seq floor = room ? std::max(room->floor, Seq(1)) : 1;
    setAtStart(knownStart || (storedCount() > 0 && oldestSeq() <= floor));
}

void TimelineModel::noteEnd()
{
    if (newestSeq() < m_history.last(m_room))
        return;
    setAtEnd(true);
    showEchoes();
}

void TimelineModel::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        Q_EMIT loadingChanged(loading);
}

void TimelineModel::setAtStart(bool atStart)
{
    if (std::exchange(m_atStart, atStart) == atStart)
        return;
    if (!m_rows.empty())
        touch(0, 0, { StartsDayRole });
    Q_EMIT atStartChanged(atStart);
}

void TimelineModel::setAtEnd(bool atEnd)
{
    if (std::exchange(m_atEnd, atEnd) != atEnd)
        Q_EMIT atEndChanged(atEnd);
}

std::deque<TimelineModel::Row> TimelineModel::rowsOf(const HistorySlice &slice)
{
    std::deque<Row> rows;
    auto gap = slice.gaps.cbegin();
    const auto addGapsBefore = [&](Seq seq) {
        for (; gap != slice.gaps.cend() && gap->from < seq; ++gap) {
            Row row;
            row.type = Row::Type::Gap;
            row.gapFrom = gap->from;
            row.event.seq = gap->to;
            rows.push_back(std::move(row));
        }
    };
    for (const RoomEvent &event : slice.events) {
        addGapsBefore(event.seq);
        Row row;
        row.event = event;
        rows.push_back(std::move(row));
    }
    addGapsBefore(std::numeric_limits<Seq>::max());
    return rows;
}

// --- Changing rows

void TimelineModel::insertRows(int at, std::deque<Row> rows)
{
    if (rows.empty())
        return;
    const int count = int(rows.size());
    beginInsertRows({}, at, at + count - 1);
    m_rows.insert(m_rows.begin() + at, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
    if (at + count < int(m_rows.size())) // the row below has another one above it now
        touch(at + count, at + count, { StartsGroupRole, StartsDayRole });
}

void TimelineModel::removeRows(int first, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, first, first + count - 1);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
    endRemoveRows();
    if (first < int(m_rows.size()))
        touch(first, first, { StartsGroupRole, StartsDayRole });
}

void TimelineModel::trimFront(int keep)
{
    const int count = std::min(int(m_rows.size()) - keep, storedCount());
    if (count <= 0)
        return;
    setAtStart(false);
    removeRows(0, count);
}

void TimelineModel::trimBack()
{
    hideEchoes();
    setAtEnd(false);
    const int count = int(m_rows.size()) - m_maxRows;
    removeRows(int(m_rows.size()) - count, count);
}

void TimelineModel::eventsAppended(const QList<RoomEvent> &events, Seq gapTo)
{
    if (!m_atEnd)
        return; // comes with the next page
    const bool wasEmpty = storedCount() == 0;
    std::deque<Row> fresh;
    if (gapTo > newestSeq() && !wasEmpty)
        fresh = rowsOf({ {}, { { newestSeq() + 1, gapTo } }, false, false });
    for (const RoomEvent &event : events) {
        if (event.seq <= newestSeq())
            continue;
        const int echo = echoRow(event.cid);
        if (echo < 0) {
            Row row;
            row.event = event;
            fresh.push_back(std::move(row));
            continue;
        }
        const int inserted = int(fresh.size());
        insertRows(storedCount(), std::exchange(fresh, {}));
        turnEchoIntoEvent(echo + inserted, event);
    }
    insertRows(storedCount(), std::move(fresh));
    if (wasEmpty)
        noteStart(false);
    // Somebody may be reading at the top of a long window: let it grow for a while before the top is cut off.
    if (int(m_rows.size()) > 2 * m_maxRows)
        trimFront(m_maxRows);
    findUnread();
}

void TimelineModel::turnEchoIntoEvent(int row, const RoomEvent &event)
{
    const int target = storedCount();
    if (row != target) {
        beginMoveRows({}, row, row, {}, target);
        std::rotate(m_rows.begin() + target, m_rows.begin() + row, m_rows.begin() + row + 1);
        endMoveRows();
        touch(target + 1, target + 1, { StartsGroupRole, StartsDayRole });
    }
    Row &echo = m_rows[size_t(target)];
    echo = Row();
    echo.event = event;
    --m_echoes;
    touch(target, target, {}); // everything may differ: seq, time, mentions, state
    if (target + 1 < int(m_rows.size()))
        touch(target + 1, target + 1, { StartsGroupRole, StartsDayRole });
}

// --- What the outbox holds

TimelineModel::Row TimelineModel::rowOf(const OutboxEntry &entry)
{
    Row row;
    row.type = Row::Type::Echo;
    row.event.room = entry.room;
    row.event.cid = entry.cid;
    row.event.text = entry.text;
    row.event.seq = entry.seq;
    row.event.timeMs = entry.timeMs > 0 ? entry.timeMs : entry.createdMs;
    row.state = entry.state;
    row.error = entry.error;
    row.delayed = entry.isDelayed;
    return row;
}

void TimelineModel::showEchoes()
{
    if (!m_atEnd || m_echoes > 0)
        return;
    std::deque<Row> rows;
    for (const OutboxEntry &entry : m_outbox.entriesOf(m_room)) {
        if (rowOfCid(entry.cid) < 0) // else its event is here already
            rows.push_back(rowOf(entry));
    }
    const int count = int(rows.size());
    if (count == 0)
        return;
    const int first = storedCount();
    beginInsertRows({}, first, first + count - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    m_echoes = count;
    endInsertRows();
}

void TimelineModel::hideEchoes()
{
    if (m_echoes == 0)
        return;
    const int first = storedCount();
    beginRemoveRows({}, first, int(m_rows.size()) - 1);
    m_rows.erase(m_rows.begin() + first, m_rows.end());
    m_echoes = 0;
    endRemoveRows();
}

void TimelineModel::echoAdded(const OutboxEntry &entry)
{
    if (entry.room != m_room || !m_atEnd || rowOfCid(entry.cid) >= 0)
        return;
    const int at = int(m_rows.size());
    beginInsertRows({}, at, at);
    m_rows.push_back(rowOf(entry));
    ++m_echoes;
    endInsertRows();
}

int TimelineModel::echoRow(const Cid &cid) const
{
    if (cid.isNull())
        return -1;
    for (int row = storedCount(); row < int(m_rows.size()); ++row) {
        if (m_rows[size_t(row)].event.cid == cid)
            return row;
    }
    return -1;
}

void TimelineModel::echoChanged(const OutboxEntry &entry)
{
    const int row = echoRow(entry.cid);
    if (row < 0)
        return;
    m_rows[size_t(row)] = rowOf(entry);
    touch(row, row, { SeqRole, TimeRole, SendStateRole, ErrorRole, Qt::AccessibleTextRole });
}

void TimelineModel::echoRemoved(const Cid &cid)
{
    const int row = echoRow(cid);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    --m_echoes;
    endRemoveRows();
    if (row < int(m_rows.size()))
        touch(row, row, { StartsGroupRole, StartsDayRole });
}

// --- Marks and words

void TimelineModel::setUnreadFrom(Seq readSeq)
{
    const int before = unreadRow();
    m_unreadFrom = readSeq;
    m_unreadSeq = 0;
    if (before >= 0)
        touch(before, before, { StartsUnreadRole, StartsGroupRole });
    findUnread();
}

void TimelineModel::findUnread()
{
    if (m_unreadFrom < 0 || m_unreadSeq > 0 || storedCount() == 0)
        return;
    if (oldestSeq() > m_unreadFrom + 1 && !m_atStart)
        return; // the place is above the window
    const auto end = m_rows.begin() + storedCount();
    const auto found = std::find_if(m_rows.begin(), end, [this](const Row &row) {
        return row.type == Row::Type::Event && row.event.seq > m_unreadFrom && isMessage(row.event) && !isOwn(row);
    });
    if (found == end)
        return;
    m_unreadSeq = found->event.seq;
    const int row = int(found - m_rows.begin());
    touch(row, row, { StartsUnreadRole, StartsGroupRole });
}

void TimelineModel::personRenamed(AccountId person)
{
    int first = -1;
    int last = -1;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const Row &row = m_rows[size_t(i)];
        if (row.event.author != person && row.event.subject != person
            && !(row.type == Row::Type::Echo && person == m_people.self()))
            continue;
        row.words = QString();
        first = first < 0 ? i : first;
        last = i;
    }
    if (first >= 0)
        touch(first, last,
            { AuthorNameRole, GatewayNameRole, AuthorLoginRole, SystemTextRole, Qt::DisplayRole,
                Qt::AccessibleTextRole });
}

void TimelineModel::retranslate()
{
    if (m_rows.empty())
        return;
    for (const Row &row : m_rows)
        row.words = QString();
    touch(0, int(m_rows.size()) - 1,
        { SystemTextRole, ErrorRole, GapTextRole, TimeRole, Qt::DisplayRole, Qt::AccessibleTextRole });
}

void TimelineModel::setMaxRows(int rows)
{
    m_maxRows = std::max(rows, 2 * PageRows);
}

void TimelineModel::touch(int first, int last, const QList<int> &roles)
{
    Q_EMIT dataChanged(index(first), index(last), roles);
}

} // namespace salon
