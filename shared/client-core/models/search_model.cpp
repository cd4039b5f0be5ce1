// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/search_model.h"

#include "shared/client-core/models/timeline_cells.h"
#include "shared/client-core/search/message_search.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/quoted_messages.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"
#include "shared/markup/plain_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxLookedAt = 16'384;
constexpr qsizetype MaxSnippet = 240; ///< characters that a list may show
constexpr qsizetype MaxBefore = 60; ///< of them before the first match

} // namespace

SearchModel::SearchModel(MessageSearch &search, const MessageSources &sources, QObject *parent)
    : QAbstractListModel(parent)
    , m_search(search)
    , m_sources(sources)
    , m_cells(std::make_unique<TimelineCells>(sources))
{
    for (const RoomEvent &hit : search.hits())
        m_items.push_back(itemOf(hit));
    connect(&search, &MessageSearch::hitInserted, this, [this](int at) {
        beginInsertRows({}, at, at);
        m_items.insert(m_items.begin() + at, itemOf(m_search.hits()[at]));
        endInsertRows();
    });
    connect(&search, &MessageSearch::hitChanged, this, [this](int at) {
        m_items[size_t(at)] = itemOf(m_search.hits()[at]);
        Q_EMIT dataChanged(index(at), index(at));
    });
    connect(&search, &MessageSearch::hitRemoved, this, [this](int at) {
        beginRemoveRows({}, at, at);
        m_items.erase(m_items.begin() + at);
        endRemoveRows();
    });
    // Other words are marked in the same messages.
    connect(&search, &MessageSearch::queryChanged, this, [this] { touch({ SnippetRole }); });
    connect(&sources.people, &People::renamed, this, &SearchModel::retranslate);
    connect(&sources.rules, &MessageRules::changed, this, [this] { touch({ TimelineModel::RightsRole }); });
    connect(&sources.saved, &SavedMessages::changed, this, [this] { touch({ TimelineModel::SavedRole }); });
    connect(&sources.rooms, &Rooms::changed, this, [this](RoomId, RoomAspects what) {
        if (what & RoomAspect::Name)
            touch({ RoomNameRole });
    });
    const auto outboxChanged = [this](const OutboxEntry &entry) {
        if (const int row = isChange(entry) ? rowOf(entry.room, entry.target) : -1; row >= 0)
            showPending(row);
    };
    connect(&sources.outbox, &Outbox::entryAdded, this, outboxChanged);
    connect(&sources.outbox, &Outbox::entryChanged, this, outboxChanged);
    connect(&sources.outbox, &Outbox::entryRemoved, this, [this] {
        for (int row = 0; row < rowCount(); ++row) {
            if (m_items[size_t(row)].hasPending())
                showPending(row);
        }
    });
    connect(&sources.quotes, &QuotedMessages::changed, this, [this] {
        touch({ TimelineModel::ReplyAuthorRole, TimelineModel::ReplyTextRole, TimelineModel::ReplyGoneRole });
    });
}

TimelineItem SearchModel::itemOf(const RoomEvent &hit) const
{
    TimelineItem item = TimelineItem::of(hit);
    m_cells->showPending(item);
    return item;
}

void SearchModel::showPending(int row)
{
    if (m_cells->showPending(m_items[size_t(row)]))
        Q_EMIT dataChanged(index(row), index(row));
}

void SearchModel::touch(const QList<int> &roles)
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), roles);
}

SearchModel::~SearchModel() = default;

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineItem &item = m_items[size_t(index.row())];
    if (role == RoomIdRole)
        return item.event.room.value;
    if (role == RoomNameRole)
        return m_sources.rooms.displayName(item.event.room);
    if (role == SnippetRole)
        return QVariant::fromValue(snippetOf(item));
    if (role == Qt::AccessibleTextRole) {
        //: a hit of a search, for a screen reader. %1 room, %2 who said it, when and what
        return tr("In %1: %2").arg(m_sources.rooms.displayName(item.event.room), m_cells->value(item, role).toString());
    }
    return m_cells->value(item, role);
}

SearchSnippet SearchModel::snippetOf(const TimelineItem &item) const
{
    QString line = oneLine(m_cells->value(item, TimelineModel::FormattedRole).value<FormattedText>(), MaxLookedAt);
    QStringList names;
    if (!item.event.folder.isEmpty())
        names.append(item.event.folder);
    for (const FileEntry &file : item.event.files)
        names.append(file.name);
    for (const QString &name : std::as_const(names)) {
        if (line.size() > MaxLookedAt)
            break;
        line += (line.isEmpty() ? QString() : u" \u2013 "_s) + name.simplified();
    }
    const QList<TextRange> all = matchesIn(line, m_search.terms(), 1);
    const qsizetype first = all.isEmpty() ? 0 : all.first().start;
    SearchSnippet snippet;
    qsizetype start = 0;
    if (first > MaxBefore) {
        start = line.lastIndexOf(u' ', first - MaxBefore / 2) + 1;
        start = start < first - MaxBefore ? first - MaxBefore / 2 : start;
        if (line[start].isLowSurrogate())
            ++start;
        snippet.text = u"\u2026 "_s;
    }
    QString part = line.mid(start, MaxSnippet);
    if (start + part.size() < line.size()) {
        if (part.back().isHighSurrogate())
            part.chop(1);
        part += u'\u2026';
    }
    snippet.text += part;
    snippet.matches = matchesIn(snippet.text, m_search.terms());
    return snippet;
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    QHash<int, QByteArray> names = TimelineCells::roleNames();
    names.insert(RoomIdRole, "roomId");
    names.insert(RoomNameRole, "roomName");
    names.insert(SnippetRole, "snippet");
    return names;
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_search.hasMore() && !m_search.isBusy();
}

void SearchModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_search.fetchMore();
}

int SearchModel::rowOf(RoomId room, Seq seq) const
{
    const auto found = std::ranges::find_if(
        m_items, [&](const TimelineItem &item) { return item.event.room == room && item.event.seq == seq; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

void SearchModel::retranslate()
{
    for (const TimelineItem &item : m_items)
        item.forgetWords();
    touch({});
}

} // namespace salon
