// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/message_list_model.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/models/timeline_cells.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/quoted_messages.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"

#include <algorithm>

namespace salon {

MessageListModel::MessageListModel(
    MessageListKind kind, RoomId room, Ask ask, const MessageSources &sources, QObject *parent)
    : QAbstractListModel(parent)
    , m_kind(kind)
    , m_room(room)
    , m_ask(std::move(ask))
    , m_sources(sources)
    , m_cells(std::make_unique<TimelineCells>(sources))
{
    connect(&sources.history, &History::appended, this, &MessageListModel::eventsAppended);
    connect(&sources.history, &History::reachable, this, &MessageListModel::reload);
    connect(&sources.history, &History::trimmed, this, [this](RoomId where, Seq floor) {
        for (int row = rowCount() - 1; row >= 0; --row) {
            const RoomEvent &event = m_items[size_t(row)].event;
            if (event.room == where && event.seq < floor)
                dropRow(row);
        }
    });
    const auto outboxChanged = [this](const OutboxEntry &entry) {
        if (isChange(entry))
            showPending(entry.room, entry.target);
    };
    connect(&sources.outbox, &Outbox::entryAdded, this, outboxChanged);
    connect(&sources.outbox, &Outbox::entryChanged, this, outboxChanged);
    connect(&sources.outbox, &Outbox::entryRemoved, this, [this] {
        for (const TimelineItem &item : std::as_const(m_items)) {
            if (item.hasPending())
                showPending(item.event.room, item.event.seq);
        }
    });
    connect(&sources.saved, &SavedMessages::changed, this, &MessageListModel::savedChanged);
    connect(&sources.saved, &SavedMessages::added, this, [this](RoomId where) {
        if (m_kind == MessageListKind::Saved && (!m_room.isValid() || where == m_room))
            reload();
    });
    connect(&sources.quotes, &QuotedMessages::changed, this, [this](RoomId where, Seq seq) {
        for (int row = 0; row < rowCount(); ++row) {
            const RoomEvent &event = m_items[size_t(row)].event;
            if (event.room == where && replyTargetOf(event) == seq)
                Q_EMIT dataChanged(index(row), index(row),
                    { TimelineModel::ReplyAuthorRole, TimelineModel::ReplyTextRole, TimelineModel::ReplyGoneRole });
        }
    });
    connect(&sources.rules, &MessageRules::changed, this, &MessageListModel::touchAll);
    connect(&sources.people, &People::renamed, this, &MessageListModel::retranslate);
    connect(&sources.rooms, &Rooms::removed, this, [this](RoomId left) {
        for (int row = rowCount() - 1; row >= 0; --row) {
            if (m_items[size_t(row)].event.room == left)
                dropRow(row);
        }
    });
    load(0);
}

MessageListModel::~MessageListModel() = default;

// --- Reading

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineItem &item = m_items[size_t(index.row())];
    if (role == RoomIdRole)
        return item.event.room.value;
    if (role == RoomNameRole)
        return m_sources.rooms.displayName(item.event.room);
    return m_cells->value(item, role);
}

QHash<int, QByteArray> MessageListModel::roleNames() const
{
    QHash<int, QByteArray> names = TimelineCells::roleNames();
    names.insert(RoomIdRole, "roomId");
    names.insert(RoomNameRole, "roomName");
    return names;
}

int MessageListModel::rowOf(RoomId room, Seq seq) const
{
    const auto found = std::ranges::find_if(
        m_items, [&](const TimelineItem &item) { return item.event.room == room && item.event.seq == seq; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

// --- Loading

bool MessageListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_loading && rowCount() < MaxRows;
}

void MessageListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load(m_lastOrder);
}

void MessageListModel::reload()
{
    if (m_loading)
        m_loadsAgain = true;
    else
        load(0);
}

void MessageListModel::load(quint64 before)
{
    ++m_generation;
    m_missed.clear();
    setLoading(true);
    whenReady(m_ask(before), this, [this, before, generation = m_generation](const Result<MessageList> &page) {
        if (generation == m_generation)
            pageCame(before, page);
    });
}

void MessageListModel::pageCame(quint64 before, const Result<MessageList> &page)
{
    m_error = page ? std::nullopt : std::optional(page.error());
    if (page)
        takePage(before, *page);
    setLoading(false);
    if (!page)
        Q_EMIT loadFailed(page.error());
    if (std::exchange(m_loadsAgain, false))
        load(0);
}

void MessageListModel::takePage(quint64 before, const MessageList &page)
{
    TimelineItems items;
    quint64 last = before;
    for (const ListedMessage &message : page.messages) {
        if (last > 0 && message.order >= last)
            break; // a server that goes in circles
        last = message.order;
        const bool isShown = before > 0 && rowOf(message.event.room, message.event.seq) >= 0;
        if (!m_sources.rooms.find(message.event.room) || isShown)
            continue;
        TimelineItem item = TimelineItem::of(message.event);
        m_missed.applyTo(item.event, m_sources.people.self());
        m_cells->showPending(item);
        if (isListed(item.event))
            items.push_back(std::move(item));
    }
    m_more = page.more && last != before;
    m_lastOrder = last;
    if (before == 0) {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    } else if (!items.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(items.size()) - 1);
        m_items.insert(m_items.end(), items.begin(), items.end());
        endInsertRows();
    }
}

void MessageListModel::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        Q_EMIT loadingChanged(loading);
}

// --- What changes it by itself

bool MessageListModel::isListed(const RoomEvent &event) const
{
    switch (m_kind) {
    case MessageListKind::Pinned:
        return event.pinned && event.room == m_room;
    case MessageListKind::Saved:
        return !m_room.isValid() || event.room == m_room;
    case MessageListKind::Mentions:
        return !event.deleted && (!m_room.isValid() || event.room == m_room);
    }
    return false;
}

void MessageListModel::eventsAppended(RoomId room, const QList<RoomEvent> &events)
{
    if (m_loading)
        m_missed.note(events);
    bool joins = false;
    for (const RoomEvent &event : events) {
        if (isChange(event.kind))
            changeMessage(event);
        const bool isHere = !m_room.isValid() || room == m_room;
        const bool isPin = m_kind == MessageListKind::Pinned && event.kind == EventKind::Pinned;
        const bool isMention = m_kind == MessageListKind::Mentions && event.kind == EventKind::Message
            && mentionsPerson(event, m_sources.people.self());
        joins = joins || (isHere && (isPin || isMention));
    }
    if (joins)
        reload();
}

void MessageListModel::changeMessage(const RoomEvent &change)
{
    const int row = rowOf(change.room, change.target);
    if (row < 0)
        return;
    TimelineItem &item = m_items[size_t(row)];
    RoomEvent stored = item.storedForm();
    if (!applyChange(stored, change, m_sources.people.self()))
        return;
    if (!isListed(stored)) {
        dropRow(row);
        return;
    }
    item.setForms(stored, stored, false);
    m_cells->showPending(item);
    Q_EMIT dataChanged(index(row), index(row), TimelineCells::changingRoles());
}

void MessageListModel::savedChanged(RoomId room, Seq seq, bool saved)
{
    const int row = rowOf(room, seq);
    if (m_kind == MessageListKind::Saved && !saved && row >= 0)
        dropRow(row);
    else if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), { TimelineModel::SavedRole });
}

void MessageListModel::dropRow(int row)
{
    beginRemoveRows({}, row, row);
    m_items.erase(m_items.begin() + row);
    endRemoveRows();
}

void MessageListModel::showPending(RoomId room, Seq target)
{
    const int row = rowOf(room, target);
    if (row >= 0 && m_cells->showPending(m_items[size_t(row)]))
        Q_EMIT dataChanged(index(row), index(row), TimelineCells::changingRoles());
}

void MessageListModel::touchAll()
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void MessageListModel::retranslate()
{
    for (const TimelineItem &item : m_items)
        item.forgetWords();
    touchAll();
}

} // namespace salon
