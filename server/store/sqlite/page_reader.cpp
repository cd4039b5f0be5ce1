// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/page_reader.h"

#include "server/store/sqlite/event_rows.h"
#include "server/store/sqlite/storage_error.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qint64 FixedBytes = 64; ///< of an event on the wire, beside its texts

Event eventFrom(const QSqlQuery &row, RoomId room)
{
    Event event;
    event.room = room;
    event.seq = row.value(0).toLongLong();
    event.timeMs = row.value(1).toLongLong();
    event.kind = EventKind(row.value(2).toInt());
    event.author = idAt<AccountId>(row, 3);
    event.authorName = row.value(4).toString();
    event.cid = QUuid::fromRfc4122(row.value(5).toByteArray());
    event.text = row.value(6).toString();
    event.params = paramsFrom(row.value(7));
    event.subject = idAt<AccountId>(row, 8);
    event.mentions = mentionsFrom(row.value(9));
    event.alias = row.value(10).toString();
    return event;
}

} // namespace

static qint64 wireBytes(const Event &event)
{
    qint64 bytes
        = FixedBytes + event.authorName.toUtf8().size() + event.alias.toUtf8().size() + event.text.toUtf8().size();
    for (const QString &param : event.params)
        bytes += param.toUtf8().size() + 3;
    return bytes + event.mentions.size() * 9;
}

Result<> PageReader::open(const QString &path)
{
    if (auto opened = m_connection.open(path, SqliteConnection::Access::ReadOnly); !opened)
        return opened;
    m_statements.emplace(Statements{ m_connection.prepare(u"page_after"_s), m_connection.prepare(u"page_before"_s) });
    if (m_connection.failure())
        return fail(ErrorCode::DatabaseDamaged, m_connection.failure()->text, { path });
    return {};
}

Result<EventPage> PageReader::read(const PageQuery &query)
{
    if (m_brokenBy)
        return fail(*m_brokenBy);
    m_connection.clearFailure();
    const bool backwards = query.before > 0;
    QSqlQuery &rows = backwards ? m_statements->before : m_statements->after;
    m_connection.run(rows, query.room, backwards ? query.before : query.after, query.floor, query.limit);
    EventPage page;
    qint64 bytes = 0;
    while (m_connection.next(rows)) {
        Event event = eventFrom(rows, query.room);
        bytes += wireBytes(event);
        if (query.maxBytes > 0 && bytes > query.maxBytes && !page.events.isEmpty())
            break;
        page.events.append(std::move(event));
    }
    rows.finish();
    if (const auto &failure = m_connection.failure()) {
        const Error error = storageError(*failure);
        if (failure->kind == SqliteFailure::Kind::Broken)
            m_brokenBy = error;
        return fail(error);
    }
    if (backwards)
        std::reverse(page.events.begin(), page.events.end());
    return page;
}

} // namespace salon::server
