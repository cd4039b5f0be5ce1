// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/log_reader.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr int PeopleShown = 16; ///< of an emoji, as in pages

bool isText(EventKind kind)
{
    return kind == EventKind::Message || kind == EventKind::Announcement;
}

} // namespace

LogReader::LogReader(SqliteConnection &connection, MessageReader &messages)
    : m_connection(connection)
    , m_messages(messages)
    , m_after(connection.prepare(u"log_after"_s))
    , m_newest(connection.prepare(u"log_newest"_s))
    , m_line(connection.prepare(u"line_from"_s))
    , m_last(connection.prepare(u"last_line"_s))
{
}

LogPage LogReader::after(const LogQuery &query)
{
    LogPage page;
    page.last = query.after;
    QList<MessagePlace> places;
    QSet<std::pair<RoomId, Seq>> named;
    m_connection.run(m_after, query.after, query.limit);
    while (m_connection.next(m_after)) {
        page.last = m_after.value(0).toLongLong();
        const auto room = idAt<RoomId>(m_after, 1);
        const auto kind = EventKind(m_after.value(3).toInt());
        const bool changesText = kind == EventKind::Edited || kind == EventKind::Deleted;
        const Seq seq = m_after.value(changesText ? 4 : 2).toLongLong();
        if ((isText(kind) || changesText) && !named.contains({ room, seq })) {
            named.insert({ room, seq });
            places.append({ 0, room, seq });
        }
    }
    m_after.finish();
    for (const MessagePlace &place : std::as_const(places)) {
        auto event = m_messages.at(place.room, place.seq);
        if (!event || !isText(event->kind))
            continue;
        page.messages.append(std::move(*event));
    }
    m_connection.run(m_newest);
    page.newest = m_connection.firstValue(m_newest).toLongLong();
    return page;
}

FoundMessages LogReader::found(const FoundQuery &query)
{
    FoundMessages found;
    qint64 bytes = 0;
    for (const MessagePlace &place : query.places) {
        auto event = m_messages.at(place.room, place.seq);
        if (!event || event->form.deleted || !isText(event->kind))
            continue;
        if (event->form.changed > 0)
            event->form.reactions = m_messages.reactionsOf(place.room, place.seq, query.reader, PeopleShown);
        bytes += wireBytes(*event);
        found.isCut = query.maxBytes > 0 && bytes > query.maxBytes && !found.messages.isEmpty();
        if (found.isCut)
            break;
        found.messages.append({ place.order, std::move(*event) });
    }
    for (auto room = query.oldestOf.cbegin(); room != query.oldestOf.cend(); ++room) {
        const Line oldest = lineFrom(room.key(), room.value());
        if (oldest.seq > 0)
            found.oldestMs = found.oldestMs == 0 ? oldest.timeMs : std::min(found.oldestMs, oldest.timeMs);
    }
    return found;
}

LogReader::Line LogReader::lineFrom(RoomId room, Seq seq)
{
    m_connection.run(m_line, room, seq);
    Line line;
    if (m_connection.next(m_line))
        line = { m_line.value(0).toLongLong(), m_line.value(1).toLongLong() };
    m_line.finish();
    return line;
}

Seq LogReader::moment(const MomentQuery &query)
{
    // A log is in the order of time, but for a clock that was set: what is asked for is a place to look at.
    m_connection.run(m_last, query.room);
    Seq low = query.floor;
    Seq high = m_connection.firstValue(m_last).toLongLong() + 1;
    while (low < high && !m_connection.failure()) {
        const Seq middle = low + (high - low) / 2;
        const Line line = lineFrom(query.room, middle);
        if (line.seq == 0 || line.timeMs >= query.timeMs)
            high = middle;
        else
            low = line.seq + 1;
    }
    return lineFrom(query.room, low).seq;
}

} // namespace salon::server
