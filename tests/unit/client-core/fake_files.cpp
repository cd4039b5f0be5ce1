// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/fake_files.h"

#include <QCryptographicHash>

namespace salon::test {

FakeFiles::FakeFiles(FakeServer &server)
    : m_server(server)
{
    server.limits.fileBytes = 8 * 1024 * 1024;
    server.limits.files = 100;
    server.limits.chunkBytes = 61440;
    server.hasFile = [this](const QByteArray &hash) {
        return blobs.contains(hash);
    };
    server.intercept = [this](FakeChannel *channel, const Envelope &request) {
        return handle(channel, request) || (intercept && intercept(channel, request));
    };
}

FileEntry FakeFiles::add(const QString &name, const QByteArray &content)
{
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    blobs.insert(hash, content);
    return { hash, name, quint64(content.size()), {}, 0, 0, {} };
}

void FakeFiles::release()
{
    holds = false;
    const auto held = std::exchange(m_held, {});
    for (const auto &answer : held)
        answer();
}

bool FakeFiles::cuts()
{
    if (cutAtChunk < 0 || cutAtChunk-- > 0)
        return false;
    m_uploads.clear();
    m_downloads.clear();
    m_server.cut();
    return true;
}

bool FakeFiles::handle(FakeChannel *channel, const Envelope &request)
{
    switch (MessageType(request.type)) {
    case MessageType::OpenUpload:
        openUpload(channel, request);
        return true;
    case MessageType::UploadChunk:
        takeChunk(channel, request);
        return true;
    case MessageType::CancelUpload:
        ++canceled;
        parts.remove(m_uploads.take(decode<CancelUpload>(request)->upload).hash);
        m_server.reply(channel, request, Done());
        return true;
    case MessageType::OpenDownload:
        openDownload(channel, request);
        return true;
    case MessageType::ReadChunk:
        giveChunk(channel, request);
        return true;
    case MessageType::CloseDownload:
        m_downloads.remove(decode<CloseDownload>(request)->download);
        m_server.reply(channel, request, Done());
        return true;
    default:
        return false;
    }
}

void FakeFiles::openUpload(FakeChannel *channel, const Envelope &request)
{
    const auto wanted = decode<OpenUpload>(request);
    if (refusal)
        return m_server.refuse(channel, request, refusal->code, refusal->params, refusal->retryAfterMs);
    m_uploads.insert(++m_last, *wanted);
    if (wanted->size == 0)
        blobs.insert(wanted->hash, {}); // nothing is to come
    const bool isWhole = blobs.contains(wanted->hash);
    m_server.reply(
        channel, request, UploadOpened{ m_last, isWhole ? wanted->size : quint64(parts.value(wanted->hash).size()) });
}

void FakeFiles::takeChunk(FakeChannel *channel, const Envelope &request)
{
    const auto chunk = decode<UploadChunk>(request);
    if (cuts())
        return;
    const OpenUpload upload = m_uploads.value(chunk->upload);
    if (upload.hash.isEmpty())
        return m_server.refuse(channel, request, ErrorCode::UploadUnknown);
    QByteArray &part = parts[upload.hash];
    if (chunk->offset != quint64(part.size()))
        return m_server.refuse(channel, request, ErrorCode::OffsetWrong, { QString::number(part.size()) });
    part += chunk->data;
    bytesReceived += quint64(chunk->data.size());
    if (quint64(part.size()) < upload.size)
        return answer(channel, request, Done());
    const QByteArray whole = parts.take(upload.hash);
    m_uploads.remove(chunk->upload);
    if (QCryptographicHash::hash(whole, QCryptographicHash::Sha256) != upload.hash)
        return m_server.refuse(channel, request, ErrorCode::FileDamaged);
    blobs.insert(upload.hash, whole);
    answer(channel, request, Done());
}

void FakeFiles::openDownload(FakeChannel *channel, const Envelope &request)
{
    const auto wanted = decode<OpenDownload>(request);
    if (refusal)
        return m_server.refuse(channel, request, refusal->code, refusal->params, refusal->retryAfterMs);
    const QList<RoomEvent> log = m_server.room(wanted->room).log;
    const RoomEvent event = log.value(wanted->seq - 1);
    if (event.deleted || wanted->index >= quint32(event.files.size()))
        return m_server.refuse(channel, request, ErrorCode::FileGone);
    const FileEntry file = event.files[wanted->index];
    m_downloads.insert(++m_last, file.hash);
    m_server.reply(channel, request, DownloadOpened{ m_last, file.size, file.hash });
}

void FakeFiles::giveChunk(FakeChannel *channel, const Envelope &request)
{
    const auto wanted = decode<ReadChunk>(request);
    if (cuts())
        return;
    QByteArray data = blobs.value(m_downloads.value(wanted->download)).mid(qsizetype(wanted->offset), wanted->length);
    bytesGiven += quint64(data.size());
    if (spoils && !data.isEmpty())
        data[0] = char(data[0] + 1);
    answer(channel, request, FileChunk{ wanted->offset, data });
}

} // namespace salon::test
