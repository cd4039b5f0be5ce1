// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/downloads.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr int MaxReading = 16; ///< chunks of one connection that the lane works on
constexpr quint64 MaxReadingBytes = 16 * FileSettings::PaidChunkBytes; ///< likewise; less than fills a send queue
constexpr quint32 RetryWhenReadingMs = 100;

} // namespace

Downloads::Downloads(CommandContext &context, BlobLane &lane)
    : m_context(context)
    , m_lane(lane)
{
}

Downloads::Download *Downloads::find(ConnectionId connection, quint64 number)
{
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return nullptr;
    const auto download = found->downloads.find(number);
    return download == found->downloads.end() ? nullptr : &*download;
}

bool Downloads::canRead(const Session &session, const Download &download) const
{
    const Membership *membership = m_context.state.rooms.membership(download.room, session.account);
    return membership && download.seq >= membership->floor && !download.isGone;
}

void Downloads::open(const Session &session, const ReplyTo &to, const OpenDownload &message)
{
    const int limit = m_context.settings.files.downloads;
    OfConnection &own = m_connections[to.connection];
    if (limit > 0 && own.downloads.size() >= limit) {
        m_context.refuse(to, { ErrorCode::TooManyTransfers, {}, { QString::number(limit) }, {} });
        return;
    }
    const quint64 number = ++own.last;
    own.downloads.insert(number, { message.room, message.seq, {}, 0, 0, false });
    const Membership *membership = m_context.state.rooms.membership(message.room, session.account);
    const FileQuery query{ message.room, message.seq, message.index, membership->floor };
    const auto found = [guard = QPointer<Downloads>(this), to, number](const Result<File> &file) {
        if (!guard)
            return;
        if (!file) {
            guard->opened(to, number, file);
            return;
        }
        guard->m_lane.ask(
            guard.data(), [file = *file](BlobStore &store) { return store.has(file.hash, file.size); },
            [downloads = guard.data(), to, number, file](
                bool isThere) { downloads->opened(to, number, isThere ? file : fail(ErrorCode::FileGone)); });
    };
    m_context.store.readFile(query, found);
}

void Downloads::opened(const ReplyTo &to, quint64 number, const Result<File> &file)
{
    Download *download = find(to.connection, number);
    if (!download)
        return; // its connection is gone
    const Result<File> given = file && download->isGone ? fail(ErrorCode::FileGone) : file;
    if (!given) {
        m_connections[to.connection].downloads.remove(number);
        m_context.refuse(to, given.error());
        return;
    }
    download->hash = given->hash;
    download->size = given->size;
    download->granted = qint64(given->size / FileSettings::PaidChunkBytes) + 1;
    m_context.outbound.grantFrames(to.connection, download->granted);
    m_context.reply(to, DownloadOpened{ number, given->size, given->hash });
}

void Downloads::read(const Session &session, const ReplyTo &to, const ReadChunk &message)
{
    Download *download = find(to.connection, message.download);
    if (!download || download->hash.isEmpty() || !canRead(session, *download)) {
        m_context.refuse(to, { ErrorCode::FileGone, {}, {}, {} });
        return;
    }
    download->granted -= download->granted > 0 ? 1 : 0;
    if (message.length == 0 || message.length > FileSettings::ChunkBytes) {
        m_context.refuse(to, { ErrorCode::MalformedMessage, {}, { u"ReadChunk"_s, u"length"_s }, {} });
        return;
    }
    OfConnection &own = m_connections[to.connection];
    if (own.reading >= MaxReading || own.readingBytes + message.length > MaxReadingBytes) {
        m_context.refuse(to, { ErrorCode::RateLimited, {}, {}, RetryWhenReadingMs });
        return;
    }
    ++own.reading;
    own.readingBytes += message.length;
    m_lane.ask(
        this,
        [hash = download->hash, message](BlobStore &store) { return store.read(hash, message.offset, message.length); },
        [this, to, offset = message.offset, length = message.length](const Result<QByteArray> &bytes) {
            if (const auto reader = m_connections.find(to.connection); reader != m_connections.end()) {
                --reader->reading;
                reader->readingBytes -= length;
            }
            if (bytes)
                m_context.reply(to, FileChunk{ offset, *bytes });
            else
                m_context.refuse(to, { ErrorCode::FileGone, {}, {}, {} });
        });
}

void Downloads::close(const Session &, const ReplyTo &to, const CloseDownload &message)
{
    if (const Download *download = find(to.connection, message.download); download && !download->hash.isEmpty()) {
        m_context.outbound.grantFrames(to.connection, -download->granted);
        m_connections[to.connection].downloads.remove(message.download);
    }
    m_context.done(to);
}

void Downloads::forgetMessage(RoomId room, Seq seq)
{
    for (OfConnection &own : m_connections) {
        for (Download &download : own.downloads)
            download.isGone = download.isGone || (download.room == room && download.seq == seq);
    }
}

} // namespace salon::server
