// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/file_download.h"

#include "shared/base/clock.h"
#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/part_content.h"
#include "shared/client-core/files/transfer_window.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace salon {
namespace {

constexpr qint64 ChunkOfOldServers = 16 * 1024;
constexpr quint64 MostUnwritten = 4 * 1024 * 1024; ///< held in memory for a slow disk

} // namespace

FileDownload::FileDownload(Session &session, JobLane &lane, TransferWindow &window, const Clock &clock,
    const CacheFolder &folder, const OpenDownload &from, const FileEntry &file, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_lane(lane)
    , m_window(window)
    , m_clock(clock)
    , m_from(from)
    , m_file(file)
    , m_part(std::make_shared<PartContent>(folder, file.hash, file.size))
{
    const qint64 chunk = session.welcome().limits.chunkBytes;
    m_chunkBytes = std::min<qint64>(chunk > 0 ? chunk : ChunkOfOldServers, wire_limits::MaxChunkBytes);
}

FileDownload::~FileDownload()
{
    release();
}

void FileDownload::stop()
{
    m_hasEnded = true;
    disconnect();
    release();
}

void FileDownload::release()
{
    m_window.lost(std::exchange(m_inFlight, 0));
    if (m_part) // closed where it was opened, and before anybody opens it again
        m_lane.post([part = std::exchange(m_part, {})]() mutable { part.reset(); });
    if (std::exchange(m_isOpen, false))
        m_session.request<Done>(CloseDownload{ m_download }, &m_session, [](const Result<Done> &) {});
}

void FileDownload::start()
{
    const auto opened = m_lane.run([part = m_part] { return part->open(); });
    whenReady(opened, this, [this](const Result<quint64> &offset) {
        if (m_hasEnded)
            return;
        if (!offset)
            giveUp(offset.error());
        else
            openAtServer(*offset);
    });
}

void FileDownload::openAtServer(quint64 offset)
{
    m_asked = m_came = m_written = offset;
    Q_EMIT progressed(offset);
    if (offset >= m_file.size) {
        finish();
        return;
    }
    m_session.request<DownloadOpened>(m_from, this, [this](const Result<DownloadOpened> &opened) {
        if (m_hasEnded)
            return;
        if (!opened) {
            giveUp(opened.error());
            return;
        }
        m_download = opened->download;
        m_isOpen = true;
        if (opened->hash != m_file.hash || opened->size != m_file.size)
            giveUp({ ErrorCode::FileDamaged, QStringLiteral("another content than the message says") });
        else
            pump();
    });
}

void FileDownload::pump()
{
    while (m_isOpen && !m_hasEnded && m_asked < m_file.size && m_window.hasRoom() && m_came - m_written < MostUnwritten)
        ask();
}

void FileDownload::ask()
{
    const auto bytes = std::min<qint64>(m_window.pieceBytes(m_chunkBytes), qint64(m_file.size - m_asked));
    const quint64 offset = m_asked;
    m_asked += quint64(bytes);
    m_inFlight += bytes;
    m_window.take(bytes);
    m_session.request<FileChunk>(ReadChunk{ m_download, offset, quint32(bytes) }, this,
        [this, offset, bytes, askedMs = m_clock.monotonicMs()](
            const Result<FileChunk> &chunk) { came(offset, bytes, askedMs, chunk); });
}

void FileDownload::came(quint64 offset, qint64 bytes, qint64 askedMs, const Result<FileChunk> &chunk)
{
    if (m_hasEnded)
        return;
    m_inFlight -= bytes;
    if (!chunk) {
        m_window.lost(bytes);
        giveUp(chunk.error());
        return;
    }
    m_window.answered(bytes, askedMs, m_clock.monotonicMs());
    if (chunk->offset != offset || chunk->data.size() != bytes || offset != m_came) {
        giveUp({ ErrorCode::MalformedMessage });
        return;
    }
    m_came += quint64(bytes);
    const auto write = m_lane.run([part = m_part, data = chunk->data] { return part->write(data); });
    whenReady(write, this, [this, bytes](const Result<> &done) { written(bytes, done); });
    pump();
}

void FileDownload::written(qint64 bytes, const Result<> &done)
{
    if (m_hasEnded)
        return;
    if (!done) {
        giveUp(done.error());
        return;
    }
    m_written += quint64(bytes);
    Q_EMIT progressed(m_written);
    if (m_hasEnded)
        return;
    if (m_written >= m_file.size)
        finish();
    else
        pump();
}

void FileDownload::finish()
{
    const auto finished = m_lane.run([part = m_part] { return part->finish(); });
    whenReady(finished, this, [this](const Result<> &done) {
        if (m_hasEnded)
            return;
        if (!done) {
            giveUp(done.error());
            return;
        }
        release();
        m_hasEnded = true;
        Q_EMIT this->finished();
    });
}

void FileDownload::giveUp(const Error &error)
{
    if (std::exchange(m_hasEnded, true))
        return;
    release();
    Q_EMIT failed(error);
}

} // namespace salon
