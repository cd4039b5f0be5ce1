// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/uploads.h"

#include "server/dispatch/blob_books.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint32 RetryWhenBusyMs = 500;
constexpr qsizetype ChunkOverhead = 64; ///< bytes of a frame beside its data, at most

/// What the frames count that carry so many bytes, unless in small chunks.
qint64 costOfChunks(quint64 bytes)
{
    const quint64 chunks = bytes / FileSettings::PaidChunkBytes + 1;
    return qint64(chunks) * frameCost(FileSettings::PaidChunkBytes + ChunkOverhead);
}

Error malformed()
{
    return { ErrorCode::MalformedMessage, {}, { u"UploadChunk"_s, u"data"_s }, {} };
}

} // namespace

Uploads::Uploads(CommandContext &context, BlobLane &lane, BlobBooks &books)
    : m_context(context)
    , m_lane(lane)
    , m_books(books)
{
}

Uploads::Upload *Uploads::find(ConnectionId connection, quint64 number)
{
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return nullptr;
    const auto upload = found->uploads.find(number);
    return upload == found->uploads.end() ? nullptr : &*upload;
}

void Uploads::open(const Session &session, const ReplyTo &to, const OpenUpload &message)
{
    const FileSettings &limits = m_context.settings.files;
    if (!limits.enabled) {
        m_context.refuse(to, { ErrorCode::FilesNotAllowed, {}, {}, {} });
        return;
    }
    if (message.hash.size() != 32) {
        m_context.refuse(to, { ErrorCode::MalformedMessage, {}, { u"OpenUpload"_s, u"hash"_s }, {} });
        return;
    }
    if (message.size > limits.fileBytes) {
        m_context.refuse(to, { ErrorCode::FileTooLarge, {}, { QString::number(limits.fileBytes) }, {} });
        return;
    }
    OfConnection &own = m_connections[to.connection];
    if (limits.uploads > 0 && own.uploads.size() >= limits.uploads) {
        m_context.refuse(to, { ErrorCode::TooManyTransfers, {}, { QString::number(limits.uploads) }, {} });
        return;
    }
    const Place place{ to, own.last + 1, { session.account, message.hash }, message.size, true };
    if (const auto other = m_byPart.constFind(place.part); other != m_byPart.constEnd()) {
        const Upload *sent = find(other->first, other->second);
        if (!sent || sent->state != Upload::State::Open) {
            m_context.refuse(to, { ErrorCode::ServerBusy, {}, {}, RetryWhenBusyMs });
            return;
        }
        // The account came back before its old connection was known to be gone: the new one goes on.
        end({ { other->first, 0 }, other->second, place.part, 0, false });
    }
    ++own.last;
    own.uploads.insert(place.number, { place.part, place.size, 0, Upload::State::Opening });
    m_byPart.insert(place.part, { to.connection, place.number });
    const BlobKeep wanted{ message.hash, message.size, session.account, m_context.clock.wallMs() };
    const auto claimed = [guard = QPointer<Uploads>(this), place](const Result<std::optional<quint64>> &size) {
        if (!guard)
            return;
        if (!size)
            guard->refuse(place, size.error());
        else if (*size != place.size)
            guard->begin(place);
        else
            guard->m_lane.ask(
                guard.data(), [place](BlobStore &store) { return store.has(place.part.hash, place.size); },
                [uploads = guard.data(), place](bool isThere) {
                    if (isThere)
                        uploads->finished(place, {});
                    else
                        uploads->begin(place);
                });
    };
    m_context.store.claimBlob(wanted, claimed);
}

void Uploads::begin(const Place &place)
{
    const FileSettings &limits = m_context.settings.files;
    if (limits.totalBytes > 0 && m_books.bytes() + bytesUnderWay() + place.size > limits.totalBytes) {
        refuse(place, { ErrorCode::QuotaReached, {}, {}, {} });
        return;
    }
    m_lane.ask(
        this, [place, rule = limits.space](BlobStore &store) { return store.beginPart(place.part, place.size, rule); },
        [this, place](const Result<quint64> &there) {
            if (there)
                begun(place, *there);
            else
                refuse(place, there.error());
        });
}

void Uploads::begun(const Place &place, quint64 there)
{
    Upload *upload = find(place);
    const auto allowed = upload ? checkDailyQuota(place, place.size - there) : fail(ErrorCode::Canceled);
    if (!allowed) {
        m_lane.tell([part = place.part](BlobStore &store) { store.leavePart(part); });
        refuse(place, allowed.error());
        return;
    }
    upload->offset = there;
    if (there == place.size) {
        upload->state = Upload::State::Finishing;
        finish(place);
        return;
    }
    upload->state = Upload::State::Open;
    upload->granted = costOfChunks(place.size - there);
    m_context.outbound.allowUploads(place.to.connection);
    m_context.outbound.grantFrames(place.to.connection, upload->granted);
    m_context.reply(place.to, UploadOpened{ place.number, there });
}

Result<> Uploads::checkDailyQuota(const Place &place, quint64 bytes) const
{
    const FileSettings &limits = m_context.settings.files;
    double wanted = double(bytes);
    for (const OfConnection &own : m_connections) {
        for (const Upload &upload : own.uploads) {
            if (upload.part.account == place.part.account && upload.state != Upload::State::Opening)
                wanted += double(upload.size - upload.offset);
        }
    }
    const double burst = double(limits.dailyBytes);
    const auto buckets = findIn(m_context.buckets, place.part.account);
    const TokenBucket bucket = buckets ? buckets->uploadBytes : TokenBucket();
    const auto waitMs = bucket.waitMs(burst, limits.dailyBytesPerSecond(), wanted, m_context.clock.monotonicMs());
    if (!waitMs)
        return {};
    // Waiting helps only if it would ever fit.
    const bool canFit = wanted <= burst;
    return fail(Error{ ErrorCode::DailyQuotaReached, {}, { QString::number(limits.dailyBytes) },
        canFit ? waitMs : std::optional<quint32>() });
}

quint64 Uploads::bytesUnderWay() const
{
    quint64 bytes = 0;
    for (const OfConnection &own : m_connections) {
        for (const Upload &upload : own.uploads)
            bytes += upload.state == Upload::State::Opening ? 0 : upload.size;
    }
    return bytes;
}

void Uploads::add(const Session &session, const ReplyTo &to, const UploadChunk &message)
{
    Upload *upload = find(to.connection, message.upload);
    if (!upload || upload->state == Upload::State::Opening) {
        m_context.refuse(to, { ErrorCode::UploadUnknown, {}, {}, {} });
        return;
    }
    if (message.offset != upload->offset) {
        m_context.refuse(to, { ErrorCode::OffsetWrong, {}, { QString::number(upload->offset) }, {} });
        return;
    }
    const auto bytes = quint64(message.data.size());
    if (bytes == 0 || bytes > FileSettings::ChunkBytes || bytes > upload->size - upload->offset) {
        m_context.refuse(to, malformed());
        return;
    }
    const FileSettings &limits = m_context.settings.files;
    // There is enough: it was looked at for the whole when it was opened.
    m_context.buckets[session.account].uploadBytes.take(
        double(limits.dailyBytes), limits.dailyBytesPerSecond(), double(bytes), m_context.clock.monotonicMs());
    upload->offset += bytes;
    upload->granted -= std::min<qint64>(upload->granted, frameCost(message.data.size() + ChunkOverhead));
    const bool isLast = upload->offset == upload->size;
    if (isLast)
        upload->state = Upload::State::Finishing;
    const Place place{ to, message.upload, upload->part, upload->size, false };
    const int units = memoryUnits(message.data.size());
    m_context.hold(to.connection, units);
    m_lane.ask(
        this,
        [place, offset = message.offset, data = message.data](
            BlobStore &store) { return store.addToPart(place.part, offset, data); },
        [this, place, units, isLast](const Result<quint64> &written) {
            m_context.release(place.to.connection, units);
            if (!written)
                refuse(place, written.error());
            else if (isLast)
                finish(place);
            else
                m_context.done(place.to);
        });
}

/// Checks the whole piece by piece, then it is kept.
void Uploads::finish(const Place &place)
{
    m_lane.ask(
        this, [place](BlobStore &store) { return store.checkPart(place.part); },
        [this, place](const Result<bool> &checked) {
            Upload *upload = find(place);
            if (!checked && place.opens && place.size > 0 && upload && checked.error().code == ErrorCode::FileDamaged) {
                // What was there before is of no use: from the beginning.
                upload->state = Upload::State::Opening;
                begin(place);
            } else if (!checked) {
                refuse(place, checked.error());
            } else if (!*checked) {
                finish(place);
            } else {
                m_books.keep(place.part, place.size, [guard = QPointer<Uploads>(this), place](const Result<> &kept) {
                    if (guard)
                        guard->finished(place, kept);
                });
            }
        });
}

void Uploads::finished(const Place &place, const Result<> &kept)
{
    if (!kept) {
        refuse(place, kept.error());
        return;
    }
    end(place);
    if (place.opens)
        m_context.reply(place.to, UploadOpened{ place.number, place.size });
    else
        m_context.done(place.to);
}

void Uploads::refuse(const Place &place, const Error &error)
{
    end(place);
    m_context.refuse(place.to, error);
}

void Uploads::end(const Place &place)
{
    if (m_byPart.value(place.part) == std::pair(place.to.connection, place.number))
        m_byPart.remove(place.part);
    const auto own = m_connections.find(place.to.connection);
    if (own == m_connections.end())
        return;
    // What it did not use must not add up to an allowance for other frames.
    if (const qint64 granted = own->uploads.take(place.number).granted; granted > 0)
        m_context.outbound.grantFrames(place.to.connection, -granted);
}

void Uploads::cancel(const Session &, const ReplyTo &to, const CancelUpload &message)
{
    const Upload *upload = find(to.connection, message.upload);
    if (!upload || upload->state != Upload::State::Open) {
        m_context.done(to);
        return;
    }
    const Place place{ to, message.upload, upload->part, upload->size, false };
    end(place);
    m_lane.ask(
        this,
        [place](BlobStore &store) {
            store.removePart(place.part);
            return true;
        },
        [this, to](bool) { m_context.done(to); });
}

void Uploads::closeConnection(ConnectionId connection)
{
    const OfConnection own = m_connections.take(connection);
    for (auto upload = own.uploads.constBegin(); upload != own.uploads.constEnd(); ++upload) {
        // The others end when the lane answers.
        if (upload->state != Upload::State::Open)
            continue;
        end({ { connection, 0 }, upload.key(), upload->part, 0, false });
        m_lane.tell([part = upload->part](BlobStore &store) { store.leavePart(part); });
    }
}

} // namespace salon::server
