// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/event_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salon::server {

EventRows::EventRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_append(connection.prepare(u"append_event"_s))
    , m_addMention(connection.prepare(u"add_mention"_s))
    , m_addCall(connection.prepare(u"add_call"_s))
    , m_findCid(connection.prepare(u"find_cid"_s))
    , m_messageNoAt(connection.prepare(u"message_no_at"_s))
    , m_lastOwn(connection.prepare(u"last_own"_s))
    , m_countOwn(connection.prepare(u"count_own"_s))
    , m_countMentions(connection.prepare(u"count_mentions"_s))
    , m_countDeleted(connection.prepare(u"count_deleted"_s))
{
}

bool EventRows::append(const Event &event, qint64 messageNo)
{
    const bool ran = m_connection.run(m_append, event.room, event.seq, event.timeMs, int(event.kind), event.author,
        event.authorName, event.cid, event.text, paramsColumn(event.params), event.subject,
        mentionsColumn(event.mentions), messageNo, event.alias, event.target, int(event.format), int(event.call));
    if (!ran || m_append.numRowsAffected() != 1)
        return false;
    return !countsAsUnread(event.kind) || addCalls(event);
}

bool EventRows::addCalls(const Event &event)
{
    if (event.call == Call::Nobody && event.mentions.isEmpty())
        return true;
    const qint64 no = m_append.lastInsertId().toLongLong();
    if (event.call == Call::Room)
        return m_connection.run(m_addCall, no, event.room, event.seq, event.author);
    for (const AccountId mentioned : event.mentions) {
        if (mentioned != event.author && !m_connection.run(m_addMention, mentioned, event.room, event.seq, no))
            return false;
    }
    return true;
}

std::optional<Event> EventRows::find(AccountId author, Cid cid)
{
    if (!m_connection.run(m_findCid, author, cid) || !m_connection.next(m_findCid))
        return std::nullopt;
    Event event;
    event.room = idAt<RoomId>(m_findCid, 0);
    event.seq = m_findCid.value(1).toLongLong();
    event.timeMs = m_findCid.value(2).toLongLong();
    event.author = author;
    event.cid = cid;
    m_findCid.finish();
    return event;
}

std::optional<qint64> EventRows::lastOwnMs(RoomId room, AccountId author)
{
    m_connection.run(m_lastOwn, author, room);
    const QVariant time = m_connection.firstValue(m_lastOwn);
    return time.isValid() ? std::optional(time.toLongLong()) : std::nullopt;
}

qint64 EventRows::messagesUpTo(RoomId room, Seq seq)
{
    m_connection.run(m_messageNoAt, room, seq);
    return number(m_messageNoAt);
}

qint64 EventRows::ownAfter(RoomId room, AccountId author, Seq seq)
{
    m_connection.run(m_countOwn, author, room, seq);
    return number(m_countOwn);
}

qint64 EventRows::mentionsAfter(RoomId room, AccountId account, Seq seq)
{
    m_connection.run(m_countMentions, account, room, seq, room, seq, account);
    return number(m_countMentions);
}

qint64 EventRows::deletedAfter(RoomId room, AccountId reader, Seq seq)
{
    m_connection.run(m_countDeleted, room, seq, reader);
    return number(m_countDeleted);
}

qint64 EventRows::number(QSqlQuery &query)
{
    return m_connection.firstValue(query).toLongLong();
}

QVariant paramsColumn(const QList<QString> &params)
{
    if (params.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(params)).toJson(QJsonDocument::Compact));
}

QList<QString> paramsFrom(const QVariant &column)
{
    QList<QString> params;
    if (column.isNull())
        return params;
    const QJsonArray array = QJsonDocument::fromJson(column.toString().toUtf8()).array();
    for (const auto &param : array)
        params.append(param.toString());
    return params;
}

QVariant mentionsColumn(const QList<AccountId> &mentions)
{
    if (mentions.isEmpty())
        return {};
    QString column;
    for (const AccountId account : mentions)
        column += (column.isEmpty() ? QString() : u" "_s) + QString::number(account.value);
    return column;
}

QList<AccountId> mentionsFrom(const QVariant &column)
{
    QList<AccountId> mentions;
    if (column.isNull())
        return mentions;
    for (const QString &id : column.toString().split(u' ', Qt::SkipEmptyParts))
        mentions.append(AccountId{ id.toLongLong() });
    return mentions;
}

} // namespace salon::server
