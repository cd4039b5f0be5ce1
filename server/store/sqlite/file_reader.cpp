// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/file_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {

FileReader::FileReader(SqliteConnection &connection)
    : m_connection(connection)
    , m_seqs(connection.prepare(u"seqs_with_files"_s))
    , m_filesOf(connection.prepare(u"files_of"_s))
    , m_hashes(connection.prepare(u"blob_hashes"_s))
{
}

QSet<Seq> FileReader::seqsWithFiles(const PageQuery &query)
{
    // A log has no holes, so this is where the page ends at the latest; a floor moves it up by itself.
    const Seq first = query.before > 0 ? query.before - query.limit : std::max(query.after + 1, query.floor);
    const Seq last = query.before > 0 ? query.before - 1 : first + query.limit - 1;
    QSet<Seq> seqs;
    m_connection.run(m_seqs, query.room, first, last);
    while (m_connection.next(m_seqs))
        seqs.insert(m_seqs.value(0).toLongLong());
    m_seqs.finish();
    return seqs;
}

void FileReader::addTo(Event &event)
{
    m_connection.run(m_filesOf, event.room, event.seq);
    while (m_connection.next(m_filesOf)) {
        if (event.files.isEmpty())
            event.folder = m_filesOf.value(7).toString();
        event.files.append({ m_filesOf.value(0).toByteArray(), m_filesOf.value(1).toString(),
            m_filesOf.value(2).toULongLong(), m_filesOf.value(3).toString(), m_filesOf.value(4).toUInt(),
            m_filesOf.value(5).toUInt(), m_filesOf.value(6).toString() });
    }
    m_filesOf.finish();
}

QList<QByteArray> FileReader::hashesFrom(quint8 firstByte)
{
    // Bytes compare one by one, and what is longer comes later: nothing begins with 255 and is above 33 times 255.
    const QByteArray from(1, char(firstByte));
    const QByteArray to = firstByte == 255 ? QByteArray(33, char(255)) : QByteArray(1, char(firstByte + 1));
    QList<QByteArray> hashes;
    m_connection.run(m_hashes, from, to);
    while (m_connection.next(m_hashes))
        hashes.append(m_hashes.value(0).toByteArray());
    m_hashes.finish();
    return hashes;
}

} // namespace salon::server
