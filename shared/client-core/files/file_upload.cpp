// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/file_upload.h"

#include "shared/base/clock.h"
#include "shared/base/job_lane.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/files/source_file.h"
#include "shared/client-core/files/transfer_window.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages/files.h"

#include <algorithm>

namespace salon {
namespace {

constexpr qint64 ReadAtOnce = 512 * 1024;
constexpr qint64 ChunkOfOldServers = 16 * 1024;

} // namespace

FileUpload::FileUpload(Session &session, JobLane &lane, TransferWindow &window, const Clock &clock,
    const OutgoingFile &file, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_lane(lane)
    , m_window(window)
    , m_clock(clock)
    , m_file(file)
    , m_source(std::make_shared<SourceFile>(file))
{
    const qint64 chunk = session.welcome().limits.chunkBytes;
    m_chunkBytes = std::min<qint64>(chunk > 0 ? chunk : ChunkOfOldServers, wire_limits::MaxChunkBytes);
}

FileUpload::~FileUpload()
{
    m_window.lost(m_inFlight);
}

void FileUpload::stop()
{
    m_hasEnded = true;
    m_isOpen = false;
    m_window.lost(std::exchange(m_inFlight, 0));
    disconnect();
}

void FileUpload::start(const std::optional<OpenedUpload> &open)
{
    const auto opening = m_lane.run([source = m_source] { return source->open(); });
    whenReady(opening, this, [this, open](const Result<> &opened) {
        if (m_hasEnded)
            return;
        if (!opened) {
            giveUp(opened.error());
        } else if (open) {
            m_upload = open->upload;
            goOnFrom(open->offset);
        } else {
            openAtServer();
        }
    });
}

void FileUpload::openAtServer()
{
    m_session.request<UploadOpened>(
        OpenUpload{ m_file.hash, m_file.size }, this, [this](const Result<UploadOpened> &opened) {
            if (m_hasEnded)
                return;
            if (!opened) {
                giveUp(opened.error());
                return;
            }
            m_upload = opened->upload;
            goOnFrom(std::min(opened->offset, m_file.size));
        });
}

void FileUpload::goOnFrom(quint64 offset)
{
    m_isOpen = true;
    m_sent = m_acked = m_read = offset;
    Q_EMIT progressed(offset);
    if (offset < m_file.size) {
        readAhead();
        return;
    }
    m_hasEnded = true;
    Q_EMIT finished();
}

std::optional<OpenedUpload> FileUpload::opened() const
{
    if (!m_isOpen || m_hasEnded || m_sent >= m_file.size)
        return std::nullopt;
    return OpenedUpload{ m_upload, m_sent };
}

void FileUpload::readAhead()
{
    if (m_isReading || m_hasEnded || m_read >= m_file.size || m_ahead.size() - m_aheadAt >= ReadAtOnce)
        return;
    m_isReading = true;
    const auto read = m_lane.run([source = m_source, at = m_read] { return source->read(at, ReadAtOnce); });
    whenReady(read, this, [this](const Result<QByteArray> &piece) {
        m_isReading = false;
        if (m_hasEnded)
            return;
        if (!piece) {
            giveUp(piece.error());
            return;
        }
        m_ahead = m_aheadAt < m_ahead.size() ? m_ahead.sliced(m_aheadAt) + *piece : *piece;
        m_aheadAt = 0;
        m_read += quint64(piece->size());
        pump();
    });
}

void FileUpload::pump()
{
    while (!m_hasEnded && m_aheadAt < m_ahead.size() && m_window.hasRoom())
        sendPiece();
    readAhead();
}

void FileUpload::sendPiece()
{
    const qint64 bytes = std::min<qint64>(m_window.pieceBytes(m_chunkBytes), m_ahead.size() - m_aheadAt);
    // Encoded at once: the bytes need not be copied before.
    const UploadChunk chunk{ m_upload, m_sent, QByteArray::fromRawData(m_ahead.constData() + m_aheadAt, bytes) };
    m_aheadAt += bytes;
    m_sent += quint64(bytes);
    m_inFlight += bytes;
    m_window.take(bytes);
    m_session.request<Done>(chunk, this, [this, bytes, sentMs = m_clock.monotonicMs()](const Result<Done> &answer) {
        answered(bytes, sentMs, answer ? Result<>() : Result<>(tl::unexpected(answer.error())));
    });
}

void FileUpload::answered(qint64 bytes, qint64 sentMs, const Result<> &answer)
{
    if (m_hasEnded)
        return;
    m_inFlight -= bytes;
    if (!answer) {
        m_window.lost(bytes);
        giveUp(answer.error());
        return;
    }
    if (m_acked + quint64(bytes) < m_file.size)
        m_window.answered(bytes, sentMs, m_clock.monotonicMs());
    else
        m_window.lost(bytes); // the server waited for its disk before this one
    m_acked += quint64(bytes);
    Q_EMIT progressed(m_acked);
    if (m_acked < m_file.size) {
        pump();
        return;
    }
    m_hasEnded = true;
    Q_EMIT finished();
}

void FileUpload::giveUp(const Error &error)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_isOpen = false;
    m_window.lost(std::exchange(m_inFlight, 0));
    Q_EMIT failed(error);
}

} // namespace salon
