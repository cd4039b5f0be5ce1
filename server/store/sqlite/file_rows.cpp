// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/file_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr int DroppedAtOnce = 500; ///< so that messages wait for no sweep

} // namespace

FileRows::FileRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_find(connection.prepare(u"blob_with_hash"_s))
    , m_mayName(connection.prepare(u"may_name_blob"_s))
    , m_put(connection.prepare(u"put_blob"_s))
    , m_putOwner(connection.prepare(u"put_blob_owner"_s))
    , m_keep(connection.prepare(u"keep_blob"_s))
    , m_name(connection.prepare(u"name_blob"_s))
    , m_add(connection.prepare(u"add_message_file"_s))
    , m_between(connection.prepare(u"blobs_between"_s))
    , m_blank(connection.prepare(u"blank_files"_s))
    , m_deleteUnnamed(connection.prepare(u"delete_unnamed_blob"_s))
    , m_unnamed(connection.prepare(u"unnamed_blobs"_s))
{
}

std::optional<FileRows::Blob> FileRows::find(const QByteArray &hash)
{
    if (!m_connection.run(m_find, hash) || !m_connection.next(m_find))
        return std::nullopt;
    const Blob blob{ m_find.value(0).toLongLong(), m_find.value(1).toULongLong() };
    m_find.finish();
    return blob;
}

bool FileRows::mayName(const Blob &blob, AccountId account)
{
    m_connection.run(m_mayName, blob.id, account, account, blob.id);
    return m_connection.firstValue(m_mayName).toBool();
}

Result<> FileRows::check(const Event &event)
{
    for (const File &file : event.files) {
        const auto blob = find(file.hash);
        if (!blob || !mayName(*blob, event.author))
            return fail(ErrorCode::FileUnknown, {}, { file.name });
    }
    return {};
}

void FileRows::add(Event &event)
{
    int index = 0;
    for (File &file : event.files) {
        const Blob blob = find(file.hash).value_or(Blob{});
        file.size = blob.size;
        m_connection.run(m_name, blob.id);
        m_connection.run(m_add, event.room, event.seq, index, blob.id, file.name, file.mediaType, file.width,
            file.height, file.path, index == 0 ? event.folder : QString());
        ++index;
    }
}

QList<FreedBlob> FileRows::release(RoomId room, Seq first, Seq last)
{
    QList<std::pair<qint64, FreedBlob>> named;
    m_connection.run(m_between, room, first, last);
    while (m_connection.next(m_between)) {
        named.append({ m_between.value(0).toLongLong(),
            { m_between.value(1).toByteArray(), m_between.value(2).toULongLong() } });
    }
    m_between.finish();
    if (named.isEmpty())
        return {};
    m_connection.run(m_blank, room, first, last);
    QList<FreedBlob> freed;
    for (const auto &[id, blob] : std::as_const(named)) {
        if (deleteUnnamed(id))
            freed.append(blob);
    }
    return freed;
}

bool FileRows::deleteUnnamed(qint64 id)
{
    return m_connection.run(m_deleteUnnamed, id, id) && m_deleteUnnamed.numRowsAffected() == 1;
}

bool FileRows::put(const BlobKeep &blob)
{
    const bool isNew = !find(blob.hash);
    m_connection.run(m_put, blob.hash, blob.size, blob.timeMs);
    if (const auto stored = find(blob.hash))
        m_connection.run(m_putOwner, stored->id, blob.account);
    return isNew;
}

std::optional<quint64> FileRows::claim(const BlobKeep &blob)
{
    const auto stored = find(blob.hash);
    if (!stored || !mayName(*stored, blob.account))
        return std::nullopt;
    m_connection.run(m_keep, blob.timeMs, stored->id);
    m_connection.run(m_putOwner, stored->id, blob.account);
    return stored->size;
}

QList<FreedBlob> FileRows::dropUnnamed(qint64 beforeMs)
{
    QList<std::pair<qint64, FreedBlob>> unnamed;
    m_connection.run(m_unnamed, beforeMs, DroppedAtOnce);
    while (m_connection.next(m_unnamed)) {
        unnamed.append({ m_unnamed.value(0).toLongLong(),
            { m_unnamed.value(1).toByteArray(), m_unnamed.value(2).toULongLong() } });
    }
    m_unnamed.finish();
    QList<FreedBlob> freed;
    for (const auto &[id, blob] : std::as_const(unnamed)) {
        if (deleteUnnamed(id))
            freed.append(blob);
    }
    return freed;
}

} // namespace salon::server
