// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/page_reader.h"

#include "server/store/sqlite/storage_error.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr int PeopleShown = 16; ///< of an emoji in a page

struct Place
{
    qint64 order = 0;
    RoomId room{};
    Seq seq = 0;
};

} // namespace

PageReader::Statements::Statements(SqliteConnection &connection)
    : messages(connection)
    , files(connection)
    , begin(connection.prepare(u"begin_reading"_s))
    , commit(connection.prepare(u"commit"_s))
    , after(connection.prepare(u"page_after"_s))
    , before(connection.prepare(u"page_before"_s))
    , pinned(connection.prepare(u"list_pinned"_s))
    , saved(connection.prepare(u"list_saved"_s))
    , mentions(connection.prepare(u"list_mentions"_s))
    , revisions(connection.prepare(u"revisions_of"_s))
    , times(connection.prepare(u"times_from"_s))
    , logs(connection, messages)
{
}

Result<> PageReader::open(const QString &path)
{
    if (auto opened = m_connection.open(path, SqliteConnection::Access::ReadOnly); !opened)
        return opened;
    m_statements.emplace(m_connection);
    if (m_connection.failure())
        return fail(ErrorCode::DatabaseDamaged, m_connection.failure()->text, { path });
    return {};
}

template <class Page, class Work>
Result<Page> PageReader::inSnapshot(Work work)
{
    if (m_brokenBy)
        return fail(*m_brokenBy);
    m_connection.clearFailure();
    m_connection.run(m_statements->begin);
    Result<Page> page = work();
    m_connection.run(m_statements->commit);
    if (const auto &failure = m_connection.failure()) {
        const Error error = storageError(*failure);
        if (failure->kind == SqliteFailure::Kind::Broken)
            m_brokenBy = error;
        return fail(error);
    }
    return page;
}

Result<EventPage> PageReader::read(const PageQuery &query)
{
    return inSnapshot<EventPage>([&]() -> Result<EventPage> {
        const bool backwards = query.before > 0;
        QSqlQuery &rows = backwards ? m_statements->before : m_statements->after;
        m_connection.run(rows, query.room, backwards ? query.before : query.after, query.floor, query.limit);
        EventPage page;
        qint64 bytes = 0;
        const QSet<Seq> withFiles = m_statements->files.seqsWithFiles(query);
        while (m_connection.next(rows)) {
            Event event = MessageReader::eventFrom(rows, query.room);
            if (event.form.changed > 0 && !event.form.deleted)
                event.form.reactions
                    = m_statements->messages.reactionsOf(query.room, event.seq, query.reader, PeopleShown);
            if (withFiles.contains(event.seq))
                m_statements->files.addTo(event);
            bytes += wireBytes(event);
            if (query.maxBytes > 0 && bytes > query.maxBytes && !page.events.isEmpty())
                break;
            page.events.append(std::move(event));
        }
        rows.finish();
        if (backwards)
            std::reverse(page.events.begin(), page.events.end());
        return page;
    });
}

Result<AgeFound> PageReader::findAge(const AgeQuery &query)
{
    return inSnapshot<AgeFound>([&]() -> Result<AgeFound> {
        QSqlQuery &rows = m_statements->times;
        m_connection.run(rows, query.room, query.from, query.limit);
        AgeFound found{ query.from, false };
        int count = 0;
        while (m_connection.next(rows)) {
            if (rows.value(1).toLongLong() >= query.sinceMs) {
                rows.finish();
                return found;
            }
            found.seq = rows.value(0).toLongLong() + 1;
            ++count;
        }
        rows.finish();
        found.more = count == query.limit;
        return found;
    });
}

QSqlQuery &PageReader::select(const ListQuery &query)
{
    const qint64 before = query.before > 0 ? query.before : std::numeric_limits<qint64>::max();
    const int limit = query.limit + 1;
    Statements &all = *m_statements;
    switch (query.list) {
    case MessageListKind::Saved:
        m_connection.run(all.saved, query.reader, before, query.room, query.room, limit);
        return all.saved;
    case MessageListKind::Mentions:
        m_connection.run(all.mentions, query.reader, before, query.room, query.room, limit, query.reader, before,
            query.room, query.room, query.reader, limit, limit);
        return all.mentions;
    case MessageListKind::Pinned:
        break;
    }
    m_connection.run(all.pinned, query.reader, query.room, before, limit);
    return all.pinned;
}

Result<EventList> PageReader::readList(const ListQuery &query)
{
    return inSnapshot<EventList>([&]() -> Result<EventList> {
        QList<Place> places;
        QSqlQuery &rows = select(query);
        while (m_connection.next(rows))
            places.append({ rows.value(0).toLongLong(), idAt<RoomId>(rows, 1), rows.value(2).toLongLong() });
        rows.finish();
        EventList list;
        qint64 bytes = 0;
        for (const Place &place : std::as_const(places)) {
            auto event = m_statements->messages.at(place.room, place.seq);
            if (!event)
                continue;
            if (!event->form.deleted)
                event->form.reactions
                    = m_statements->messages.reactionsOf(place.room, place.seq, query.reader, PeopleShown);
            bytes += wireBytes(*event);
            list.more = list.events.size() == query.limit
                || (query.maxBytes > 0 && bytes > query.maxBytes && !list.events.isEmpty());
            if (list.more)
                break;
            list.events.append({ place.order, std::move(*event) });
        }
        return list;
    });
}

Result<> PageReader::checkMessage(const MessageQuery &query)
{
    const auto event = query.seq < query.floor ? std::nullopt : m_statements->messages.at(query.room, query.seq);
    if (!event || (event->kind != EventKind::Message && event->kind != EventKind::Announcement))
        return fail(ErrorCode::MessageUnknown);
    if (event->form.deleted)
        return fail(ErrorCode::MessageGone);
    return {};
}

Result<RevisionPage> PageReader::readRevisions(const MessageQuery &query)
{
    return inSnapshot<RevisionPage>([&]() -> Result<RevisionPage> {
        if (const auto there = checkMessage(query); !there)
            return fail(there.error());
        QSqlQuery &rows = m_statements->revisions;
        m_connection.run(rows, query.room, query.seq, query.room, query.seq, query.limit + 1);
        RevisionPage page;
        qint64 bytes = 0;
        while (!page.more && m_connection.next(rows)) {
            StoredRevision revision{ rows.value(1).toLongLong(), rows.value(2).toString(),
                TextFormat(rows.value(3).toInt()) };
            bytes += revision.text.toUtf8().size() + 32;
            page.more = page.revisions.size() == query.limit
                || (query.maxBytes > 0 && bytes > query.maxBytes && !page.revisions.isEmpty());
            if (!page.more)
                page.revisions.append(std::move(revision));
        }
        rows.finish();
        return page;
    });
}

Result<QList<Reaction>> PageReader::readReactions(const MessageQuery &query)
{
    return inSnapshot<QList<Reaction>>([&]() -> Result<QList<Reaction>> {
        if (const auto there = checkMessage(query); !there)
            return fail(there.error());
        return m_statements->messages.reactionsOf(query.room, query.seq, {}, query.limit);
    });
}

Result<File> PageReader::readFile(const FileQuery &query)
{
    return inSnapshot<File>([&]() -> Result<File> {
        const auto there = checkMessage({ query.room, query.seq, query.floor, 0, 0 });
        if (!there)
            return fail(there.error().code == ErrorCode::MessageGone ? ErrorCode::FileGone : there.error().code);
        Event event;
        event.room = query.room;
        event.seq = query.seq;
        m_statements->files.addTo(event);
        if (query.index >= quint64(event.files.size()))
            return fail(ErrorCode::MessageUnknown);
        return event.files.at(qsizetype(query.index));
    });
}

Result<QList<QByteArray>> PageReader::readBlobHashes(const quint8 &firstByte)
{
    return inSnapshot<QList<QByteArray>>(
        [&]() -> Result<QList<QByteArray>> { return m_statements->files.hashesFrom(firstByte); });
}

Result<LogPage> PageReader::readLog(const LogQuery &query)
{
    return inSnapshot<LogPage>([&]() -> Result<LogPage> { return m_statements->logs.after(query); });
}

Result<FoundMessages> PageReader::readFound(const FoundQuery &query)
{
    return inSnapshot<FoundMessages>([&]() -> Result<FoundMessages> { return m_statements->logs.found(query); });
}

Result<Seq> PageReader::findMoment(const MomentQuery &query)
{
    return inSnapshot<Seq>([&]() -> Result<Seq> { return m_statements->logs.moment(query); });
}

} // namespace salon::server
