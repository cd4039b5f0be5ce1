// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_model.h"

#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"

#include <algorithm>

namespace salon {
namespace {

TimelineModel::RowKind kindOf(const TimelineItem &item)
{
    if (item.type == TimelineItem::Type::Gap)
        return TimelineModel::RowKind::Gap;
    switch (item.event.kind) {
    case EventKind::Message:
        return TimelineModel::RowKind::Message;
    case EventKind::Announcement:
        return TimelineModel::RowKind::Announcement;
    default:
        return TimelineModel::RowKind::System;
    }
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
    , m_texts(people)
    , m_loader(room, history)
{
    connect(&m_loader, &TimelineLoader::windowCame, this, &TimelineModel::replaceAll);
    connect(&m_loader, &TimelineLoader::windowShown, this, &TimelineModel::windowShown);
    connect(&m_loader, &TimelineLoader::windowFailed, this, &TimelineModel::windowFailed);
    connect(&m_loader, &TimelineLoader::olderCame, this, &TimelineModel::insertOlder);
    connect(&m_loader, &TimelineLoader::newerCame, this, &TimelineModel::appendNewer);
    connect(&m_loader, &TimelineLoader::loadingChanged, this, &TimelineModel::loadingChanged);
    connect(&m_loader, &TimelineLoader::loadFailed, this, &TimelineModel::loadFailed);
    connect(&m_loader, &TimelineLoader::failedSidesChanged, this, &TimelineModel::failedSidesChanged);
    connect(&history, &History::appended, this, [this](RoomId where, const QList<RoomEvent> &events, Seq gapTo) {
        if (where == m_room)
            eventsAppended(events, gapTo);
    });
    connect(&history, &History::reset, this, [this](RoomId where) {
        if (where == m_room)
            historyReset();
    });
    connect(&history, &History::reachable, this, &TimelineModel::historyReachable);
    connect(&outbox, &Outbox::loaded, this, [this] {
        hideEchoes();
        showEchoes();
    });
    connect(&outbox, &Outbox::entryAdded, this, &TimelineModel::echoAdded);
    connect(&outbox, &Outbox::entryChanged, this, &TimelineModel::echoChanged);
    connect(&outbox, &Outbox::entryRemoved, this, &TimelineModel::echoRemoved);
    connect(&people, &People::renamed, this, &TimelineModel::personRenamed);
    m_loader.loadLatest();
}

TimelineModel::~TimelineModel() = default;

// --- Reading

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.size();
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return rowData(index.row(), role);
}

QVariant TimelineModel::rowData(int row, int role) const
{
    const TimelineItem &item = m_window.at(row);
    const bool isGap = item.type == TimelineItem::Type::Gap;
    switch (role) {
    case RowKindRole:
        return int(kindOf(item));
    case SeqRole:
        return isGap ? 0 : item.event.seq;
    case CidRole:
        return item.event.cid;
    case EventKindRole:
        return int(item.event.kind);
    case AuthorIdRole:
        return item.author(m_people.self()).value;
    case AuthorNameRole:
        return m_texts.authorName(item);
    case GatewayNameRole:
        return m_texts.gatewayName(item);
    case AuthorLoginRole:
        return m_texts.authorLogin(item);
    case TimeRole:
        return item.event.timeMs;
    case TextRole:
        return kindOf(item) == RowKind::Message || kindOf(item) == RowKind::Announcement ? item.event.text : QString();
    case SystemTextRole:
        return m_texts.system(item);
    case SendStateRole:
        return int(item.state);
    case ErrorRole:
        return m_texts.error(item);
    case IsOwnRole:
        return item.isOwn(m_people.self());
    case MentionsMeRole:
        return item.event.mentions.contains(m_people.self());
    case StartsGroupRole:
        return startsUnread(item) || m_window.startsGroup(row, m_people.self());
    case StartsDayRole:
        return m_window.startsDay(row, m_atStart);
    case StartsUnreadRole:
        return startsUnread(item);
    case GapTextRole:
        return m_texts.gap(item);
    case Qt::DisplayRole:
        return m_texts.line(item);
    case Qt::AccessibleTextRole:
        return m_texts.spoken(item);
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
    if (!m_atStart && storedCount() > 0)
        m_loader.fetchOlder(oldestSeq());
}

void TimelineModel::fetchNewer()
{
    if (!m_atEnd && storedCount() > 0)
        m_loader.fetchNewer(newestSeq());
}

void TimelineModel::retryOlder()
{
    if (isLoading())
        return;
    m_loader.clearOlderFailure();
    if (storedCount() == 0)
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
    else if (missed == 0 && storedCount() == 0)
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
    m_window.replace(itemsOf(slice));
    endResetModel();
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
}

void TimelineModel::historyReset()
{
    m_unreadFrom = -1; // its number means nothing any more
    m_unreadSeq = 0;
    m_loader.loadLatest();
}

void TimelineModel::insertOlder(const HistorySlice &slice)
{
    addRows(0, itemsOf(slice));
    setAtStart(slice.atStart);
    if (m_window.size() > m_maxRows)
        trimBack();
    findUnread();
}

void TimelineModel::appendNewer(const HistorySlice &slice, bool isLast)
{
    addRows(storedCount(), itemsOf(slice));
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
    if (storedCount() > 0) {
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
    if (newestSeq() < m_history.last(m_room))
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

void TimelineModel::eventsAppended(const QList<RoomEvent> &events, Seq gapTo)
{
    if (!m_atEnd)
        return; // comes with the next page
    const bool wasEmpty = storedCount() == 0;
    TimelineItems fresh;
    const Seq missingTo = events.isEmpty() ? gapTo : std::max(gapTo, events.first().seq - 1);
    if (missingTo > newestSeq() && !wasEmpty)
        fresh.push_back(TimelineItem::of(HistoryGap{ newestSeq() + 1, missingTo }));
    for (const RoomEvent &event : events) {
        if (event.seq <= newestSeq())
            continue;
        // Only one's own: somebody else's cid says nothing about what is in this outbox.
        const int echo = event.author == m_people.self() ? m_window.echoRow(event.cid) : -1;
        if (echo < 0) {
            fresh.push_back(TimelineItem::of(event));
            continue;
        }
        const int inserted = int(fresh.size());
        addRows(storedCount(), std::exchange(fresh, {}));
        turnEchoIntoEvent(echo + inserted, event);
    }
    addRows(storedCount(), std::move(fresh));
    if (wasEmpty)
        noteFirstEvents();
    // Somebody may be reading at the top of a long window: let it grow for a while before the top is cut off.
    if (m_window.size() > 2 * m_maxRows)
        trimFront(m_maxRows);
    findUnread();
}

void TimelineModel::noteFirstEvents()
{
    const RoomSummary *room = m_rooms.find(m_room);
    setAtStart(storedCount() > 0 && oldestSeq() <= (room ? std::max(room->floor, Seq(1)) : 1));
}

void TimelineModel::turnEchoIntoEvent(int row, const RoomEvent &event)
{
    const int target = storedCount();
    if (row != target) {
        beginMoveRows({}, row, row, {}, target);
        m_window.raiseEcho(row);
        endMoveRows();
    }
    m_window.turnEchoInto(event);
    touch(target, target, {}); // everything may differ: seq, time, mentions, state
    touchStarts(target + 1);
}

// --- What the outbox holds

void TimelineModel::showEchoes()
{
    if (!m_atEnd || m_window.hasEchoes())
        return;
    TimelineItems echoes;
    for (const OutboxEntry &entry : m_outbox.entriesOf(m_room)) {
        if (rowOfCid(entry.cid) < 0) // else its event is here already
            echoes.push_back(TimelineItem::of(entry));
    }
    addEchoes(echoes);
}

void TimelineModel::addEchoes(const TimelineItems &echoes)
{
    if (echoes.empty())
        return;
    beginInsertRows({}, m_window.size(), m_window.size() + int(echoes.size()) - 1);
    m_window.addEchoes(echoes);
    endInsertRows();
}

void TimelineModel::hideEchoes()
{
    if (!m_window.hasEchoes())
        return;
    beginRemoveRows({}, storedCount(), m_window.size() - 1);
    m_window.removeEchoes();
    endRemoveRows();
}

void TimelineModel::echoAdded(const OutboxEntry &entry)
{
    if (entry.room == m_room && m_atEnd && rowOfCid(entry.cid) < 0)
        addEchoes({ TimelineItem::of(entry) });
}

void TimelineModel::echoChanged(const OutboxEntry &entry)
{
    const int row = m_window.echoRow(entry.cid);
    if (row < 0)
        return;
    m_window.setEcho(row, TimelineItem::of(entry));
    touch(row, row, { SeqRole, TimeRole, SendStateRole, ErrorRole, Qt::AccessibleTextRole });
}

void TimelineModel::echoRemoved(const Cid &cid)
{
    const int row = m_window.echoRow(cid);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_window.removeEcho(row);
    endRemoveRows();
    touchStarts(row);
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
    const int row = m_window.firstNewsRow(m_unreadFrom, m_people.self());
    if (row < 0)
        return;
    m_unreadSeq = m_window.at(row).event.seq;
    touch(row, row, { StartsUnreadRole, StartsGroupRole });
}

void TimelineModel::personRenamed(AccountId person)
{
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_window.size(); ++row) {
        const TimelineItem &item = m_window.at(row);
        if (item.author(m_people.self()) != person && item.event.subject != person)
            continue;
        item.words = QString();
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        touch(first, last,
            { AuthorNameRole, GatewayNameRole, AuthorLoginRole, SystemTextRole, Qt::DisplayRole,
                Qt::AccessibleTextRole });
}

void TimelineModel::retranslate()
{
    if (m_window.isEmpty())
        return;
    for (const TimelineItem &item : m_window)
        item.words = QString();
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
