// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_model.h"

#include "shared/client-core/files/uploads.h"
#include "shared/client-core/models/timeline_cells.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/quoted_messages.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"

#include <algorithm>

namespace salon {

TimelineModel::TimelineModel(RoomId room, const MessageSources &sources, QObject *parent)
    : QAbstractListModel(parent)
    , m_room(room)
    , m_sources(sources)
    , m_cells(std::make_unique<TimelineCells>(sources))
    , m_loader(room, sources.history)
{
    connect(&m_loader, &TimelineLoader::windowCame, this, &TimelineModel::replaceAll);
    connect(&m_loader, &TimelineLoader::windowShown, this, &TimelineModel::windowShown);
    connect(&m_loader, &TimelineLoader::windowFailed, this, &TimelineModel::windowFailed);
    connect(&m_loader, &TimelineLoader::olderCame, this, &TimelineModel::insertOlder);
    connect(&m_loader, &TimelineLoader::olderShown, this, &TimelineModel::fillWindow);
    connect(&m_loader, &TimelineLoader::newerCame, this, &TimelineModel::appendNewer);
    connect(&m_loader, &TimelineLoader::newerShown, this, [this] {
        if (!m_newerHadRows)
            fetchNewer();
        fillWindow();
    });
    connect(&m_loader, &TimelineLoader::loadingChanged, this, [this](bool loading) {
        if (!loading)
            m_missed.clear();
        Q_EMIT loadingChanged(loading);
    });
    connect(&m_loader, &TimelineLoader::loadFailed, this, &TimelineModel::loadFailed);
    connect(&m_loader, &TimelineLoader::failedSidesChanged, this, &TimelineModel::failedSidesChanged);
    connectSources();
    m_loader.loadLatest();
}

TimelineModel::~TimelineModel() = default;

void TimelineModel::connectSources()
{
    const History &history = m_sources.history;
    connect(&history, &History::appended, this, [this](RoomId where, const QList<RoomEvent> &events, Seq gapTo) {
        if (where == m_room)
            eventsAppended(events, gapTo);
    });
    connect(&history, &History::trimmed, this, [this](RoomId where, Seq floor) {
        if (where == m_room)
            historyTrimmed(floor);
    });
    connect(&history, &History::reset, this, [this](RoomId where) {
        if (where == m_room)
            historyReset();
    });
    connect(&history, &History::reachable, this, &TimelineModel::historyReachable);
    const Outbox &outbox = m_sources.outbox;
    connect(&outbox, &Outbox::loaded, this, &TimelineModel::outboxLoaded);
    connect(&outbox, &Outbox::entryAdded, this, &TimelineModel::echoAdded);
    connect(&outbox, &Outbox::entryChanged, this, &TimelineModel::echoChanged);
    connect(&outbox, &Outbox::entryRemoved, this, [this](const Cid &cid, RoomId where) {
        if (where == m_room)
            echoRemoved(cid);
    });
    connect(&m_sources.people, &People::renamed, this, &TimelineModel::personRenamed);
    m_namesTimer.setSingleShot(true);
    connect(&m_namesTimer, &QTimer::timeout, this, &TimelineModel::namesChanged);
    connect(&m_sources.rooms, &Rooms::changed, this, [this](RoomId where, RoomAspects what) {
        if (what & RoomAspect::Name)
            m_namesTimer.start(0);
        if (where == m_room && (what & RoomAspect::Members) && !m_window.isEmpty())
            touch(0, m_window.size() - 1, { RightsRole });
    });
    connect(&m_sources.quotes, &QuotedMessages::changed, this, [this](RoomId where, Seq quoted) {
        if (where == m_room)
            quoteChanged(quoted);
    });
    if (m_sources.uploads) {
        connect(m_sources.uploads, &Uploads::changed, this, [this](const Cid &cid, RoomId where) {
            if (const int row = m_window.echoRow(cid); where == m_room && row >= 0)
                touch(row, row, { UploadRole });
        });
    }
    connect(&m_sources.saved, &SavedMessages::changed, this, [this](RoomId where, Seq seq) {
        if (const int row = rowOfSeq(seq); where == m_room && row >= 0)
            touch(row, row, { SavedRole });
    });
    connect(&m_sources.rules, &MessageRules::changed, this, [this] {
        if (!m_window.isEmpty())
            touch(0, m_window.size() - 1, { RightsRole });
    });
}

// --- Reading

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.size();
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const TimelineItem &item = m_window.at(row);
    switch (role) {
    case StartsGroupRole:
        return startsUnread(item) || m_window.startsGroup(row, m_sources.people.self());
    case StartsDayRole:
        return m_window.startsDay(row, m_atStart);
    case StartsUnreadRole:
        return startsUnread(item);
    default:
        return m_cells->value(item, role);
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return TimelineCells::roleNames();
}

bool TimelineModel::startsUnread(const TimelineItem &item) const
{
    return m_unreadSeq > 0 && item.type == TimelineItem::Type::Event && item.event.seq == m_unreadSeq;
}

int TimelineModel::unreadRow() const
{
    return m_unreadSeq > 0 ? rowOfSeq(m_unreadSeq) : -1;
}

// --- Loading

void TimelineModel::fetchOlder()
{
    if (!m_atStart && !m_window.coversNothing())
        m_loader.fetchOlder(oldestSeq());
}

void TimelineModel::fetchNewer()
{
    if (!m_atEnd && !m_window.coversNothing())
        m_loader.fetchNewer(newestSeq());
}

void TimelineModel::retryOlder()
{
    if (isLoading())
        return;
    m_loader.clearOlderFailure();
    if (m_window.coversNothing())
        m_loader.loadLatest();
    else
        fetchOlder();
}

void TimelineModel::retryNewer()
{
    if (isLoading())
        return;
    m_loader.clearNewerFailure();
    fetchNewer();
}

void TimelineModel::historyReachable()
{
    m_loader.clearOlderFailure();
    m_loader.clearNewerFailure();
    if (const Seq missed = m_loader.takeMissedPlace(); missed > 0)
        jumpToSeq(missed);
    else if (missed == 0 && m_window.coversNothing())
        m_loader.loadLatest();
    else
        fetchNewer(); // what is above is asked for when somebody looks there
}

void TimelineModel::jumpToSeq(Seq seq)
{
    m_loader.setMissedPlace(TimelineLoader::NoPlace);
    if (const int row = rowOfSeq(seq); row >= 0)
        Q_EMIT jumped(row);
    else
        m_loader.loadWindow(seq + PageRows / 2, seq);
}

void TimelineModel::jumpToLatest()
{
    m_loader.setMissedPlace(TimelineLoader::NoPlace);
    if (m_atEnd)
        Q_EMIT jumped(m_window.size() - 1);
    else
        m_loader.loadLatest();
}

void TimelineModel::replaceAll(const HistorySlice &slice, Seq lookAt)
{
    beginResetModel();
    m_window.replace(rowsOf(slice), rangeOf(slice));
    endResetModel();
    m_olderHadRows = m_newerHadRows = true;
    setAtEnd(false);
    setAtStart(slice.atStart);
    if (slice.events.isEmpty() && lookAt == 0) {
        setAtEnd(true);
        showEchoes();
    } else {
        noteEnd();
    }
    findUnread();
}

void TimelineModel::windowShown(Seq lookAt)
{
    Q_EMIT jumped(lookAt > 0 ? m_window.rowFrom(lookAt) : m_window.size() - 1);
    if (lookAt == 0)
        fetchNewer(); // if something came in between
    fillWindow();
}

void TimelineModel::fillWindow()
{
    const bool hidesMost = storedCount() < FewRows && newestSeq() - oldestSeq() + 1 >= PageRows;
    if (!m_olderHadRows || hidesMost)
        fetchOlder();
}

TimelineItem TimelineModel::rowOf(const RoomEvent &event) const
{
    TimelineItem item = TimelineItem::of(event);
    m_missed.applyTo(item.event, m_sources.people.self());
    m_cells->showPending(item);
    return item;
}

TimelineItems TimelineModel::rowsOf(const HistorySlice &slice) const
{
    TimelineItems items = itemsOf(slice);
    for (TimelineItem &item : items) {
        if (item.type == TimelineItem::Type::Event)
            item = rowOf(item.event);
    }
    return items;
}

void TimelineModel::historyReset()
{
    m_unreadFrom = -1; // its number means nothing any more
    m_unreadSeq = 0;
    m_loader.loadLatest();
}

void TimelineModel::historyTrimmed(Seq floor)
{
    if (m_window.coversNothing() || oldestSeq() >= floor) {
        setAtStart(m_atStart || (oldestSeq() == floor && !m_window.coversNothing()));
        return;
    }
    if (newestSeq() < floor) {
        m_loader.loadLatest(); // nothing of what is here is left
        return;
    }
    const HistoryGap gap{ oldestSeq(), floor - 1 };
    const HistoryGap covered{ oldestSeq(), newestSeq() };
    int count = 0;
    while (count < storedCount() && m_window.at(count).event.seq < floor)
        ++count;
    setAtStart(true);
    dropRows(0, count);
    m_window.cover(covered); // behind the rows there may be events without one
    addRows(0, { TimelineItem::of(gap) });
    if (m_unreadSeq < floor)
        m_unreadSeq = 0;
    findUnread();
}

void TimelineModel::insertOlder(const HistorySlice &slice)
{
    TimelineItems rows = rowsOf(slice);
    m_olderHadRows = !rows.empty();
    m_window.cover(rangeOf(slice));
    addRows(0, std::move(rows));
    setAtStart(slice.atStart);
    if (m_window.size() > m_maxRows)
        trimBack();
    findUnread();
}

void TimelineModel::appendNewer(const HistorySlice &slice, bool isLast)
{
    TimelineItems rows = rowsOf(slice);
    m_newerHadRows = !rows.empty();
    m_window.cover(rangeOf(slice));
    addRows(storedCount(), std::move(rows));
    if (m_window.size() > m_maxRows)
        trimFront(m_maxRows);
    if (isLast) {
        setAtEnd(true);
        showEchoes();
    } else {
        noteEnd();
    }
    findUnread();
}

void TimelineModel::windowFailed(Seq lookAt, const Error &error)
{
    if (!m_window.coversNothing()) {
        m_loader.giveUpWindow(error);
        return;
    }
    if (lookAt > 0) {
        m_loader.setMissedPlace(lookAt);
        Q_EMIT loadFailed(error);
        m_loader.loadLatest(); // what is known here
        return;
    }
    // Without a past, what comes from now on can still be shown.
    m_loader.setMissedPlace(std::max(m_loader.missedPlace(), Seq(0)));
    setAtEnd(true);
    showEchoes();
    m_loader.giveUpPast(error);
}

void TimelineModel::noteEnd()
{
    if (newestSeq() < m_sources.history.last(m_room))
        return;
    setAtEnd(true);
    showEchoes();
}

void TimelineModel::setAtStart(bool atStart)
{
    if (std::exchange(m_atStart, atStart) == atStart)
        return;
    if (!m_window.isEmpty())
        touch(0, 0, { StartsDayRole });
    Q_EMIT atStartChanged(atStart);
}

void TimelineModel::setAtEnd(bool atEnd)
{
    if (std::exchange(m_atEnd, atEnd) != atEnd)
        Q_EMIT atEndChanged(atEnd);
}

// --- Changing rows

void TimelineModel::addRows(int at, TimelineItems items)
{
    if (items.empty())
        return;
    const int below = at + int(items.size());
    beginInsertRows({}, at, below - 1);
    m_window.insert(at, std::move(items));
    endInsertRows();
    touchStarts(below); // it has another one above it now
}

void TimelineModel::dropRows(int first, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, first, first + count - 1);
    m_window.removeStored(first, count);
    endRemoveRows();
    touchStarts(first);
}

void TimelineModel::trimFront(int keep)
{
    const int count = std::min(m_window.size() - keep, storedCount());
    if (count <= 0)
        return;
    setAtStart(false);
    dropRows(0, count);
}

void TimelineModel::trimBack()
{
    hideEchoes();
    setAtEnd(false);
    dropRows(m_maxRows, m_window.size() - m_maxRows);
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
    const int row = m_window.firstNewsRow(m_unreadFrom, m_sources.people.self());
    if (row < 0)
        return;
    m_unreadSeq = m_window.at(row).event.seq;
    touch(row, row, { StartsUnreadRole, StartsGroupRole });
}

void TimelineModel::namesChanged()
{
    if (m_window.isEmpty())
        return;
    for (const TimelineItem &item : m_window)
        item.formatted.reset();
    touch(0, m_window.size() - 1, { FormattedRole, ReplyTextRole });
}

void TimelineModel::personRenamed(AccountId person)
{
    m_namesTimer.start(0); // texts may name them; many are renamed at once when all are fetched
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_window.size(); ++row) {
        const TimelineItem &item = m_window.at(row);
        const bool isShown = item.author(m_sources.people.self()) == person || item.event.subject == person
            || item.event.deletedBy == person || replyTargetOf(item.event) > 0;
        if (!isShown)
            continue;
        item.forgetWords();
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        touch(first, last,
            { AuthorNameRole, GatewayNameRole, AuthorLoginRole, SystemTextRole, ReplyAuthorRole, DeletedByRole,
                Qt::DisplayRole, Qt::AccessibleTextRole });
}

void TimelineModel::retranslate()
{
    if (m_window.isEmpty())
        return;
    for (const TimelineItem &item : m_window)
        item.forgetWords();
    touch(0, m_window.size() - 1,
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

void TimelineModel::touchStarts(int row)
{
    if (row < m_window.size())
        touch(row, row, { StartsGroupRole, StartsDayRole });
}

} // namespace salon
