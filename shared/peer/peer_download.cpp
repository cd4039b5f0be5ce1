// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_download.h"

#include "shared/base/when_ready.h"
#include "shared/peer/peer_link.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxUnwritten = 1024 * 1024; ///< waiting for the disk; then the link is not read
constexpr qsizetype MaxLeftOut = 8 * 1024 * 1024; ///< more than a sender can have on its way
constexpr int MaxNames = 1000;

/// `path`, or "name (2).ext" and so on if that is taken.
QString rename(QFile &file, const QString &path)
{
    const QFileInfo info(path);
    const QString stem = info.path() + u'/' + info.completeBaseName();
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    for (int number = 1; number < MaxNames; ++number) {
        const QString name = number == 1 ? path : stem + u" (%1)"_s.arg(number) + suffix;
        if (!QFile::exists(name) && file.rename(name))
            return name;
    }
    return {};
}

} // namespace

struct PeerDownload::Part
{
    QFile file;
};

struct PeerDownload::Finish
{
    PeerFileOutcome outcome = PeerFileOutcome::Damaged;
    QString path{};
    bool failed = false;
};

PeerDownload::PeerDownload(const PeerEntry &offer, PeerLink *link, JobLane &lane, QObject *parent)
    : QObject(parent)
    , m_offer(offer)
    , m_link(link)
    , m_lane(lane)
    , m_part(std::make_shared<Part>())
{
    m_part->file.setFileName(offer.filePath + u".part"_s);
}

PeerDownload::~PeerDownload()
{
    if (m_link)
        m_link->connection().setReadPaused(false);
    m_lane.post([part = std::move(m_part)]() mutable { part.reset(); });
}

void PeerDownload::start()
{
    const auto opened = m_lane.run([part = m_part, bytes = qint64(m_offer.fileBytes)]() -> qint64 {
        QFile &file = part->file;
        // Only its owner reads what is not checked yet.
        if (!file.open(QIODevice::ReadWrite, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return -1;
        if (file.size() > bytes && !file.resize(0))
            return -1;
        return file.seek(file.size()) ? file.size() : -1;
    });
    whenReady(opened, this, [this](qint64 size) {
        if (size < 0 || !m_link) {
            Q_EMIT failed({ ErrorCode::CannotOpenFile, {}, { m_offer.filePath }, std::nullopt });
            return;
        }
        m_offset = quint64(size);
        m_asked = true;
        if (m_offset == m_offer.fileBytes) {
            finish();
            return;
        }
        m_link->send(PeerAcceptFile{ m_offer.cid, m_offset });
        Q_EMIT progressed(m_offset);
    });
}

bool PeerDownload::take(const PeerFileChunk &chunk)
{
    if (!m_asked || chunk.offset != m_offset) {
        m_leftOut += std::max<qsizetype>(chunk.data.size(), 1024);
        return m_leftOut <= MaxLeftOut;
    }
    if (chunk.data.isEmpty() || quint64(chunk.data.size()) > m_offer.fileBytes - m_offset)
        return false;
    m_offset += quint64(chunk.data.size());
    m_unwritten += chunk.data.size();
    if (m_link && m_unwritten > MaxUnwritten)
        m_link->connection().setReadPaused(true);
    const auto write = m_lane.run(
        [part = m_part, data = chunk.data] { return part->file.write(data) == data.size() && part->file.flush(); });
    whenReady(write, this, [this, bytes = chunk.data.size()](bool ok) { written(bytes, ok); });
    return true;
}

void PeerDownload::written(qsizetype bytes, bool ok)
{
    m_unwritten -= bytes;
    if (m_broken)
        return;
    if (!ok) {
        m_broken = true;
        Q_EMIT failed({ ErrorCode::StorageFull, {}, { m_offer.filePath }, std::nullopt });
        return;
    }
    if (m_link && m_unwritten <= MaxUnwritten / 2)
        m_link->connection().setReadPaused(false);
    if (m_unwritten == 0 && m_offset == m_offer.fileBytes)
        finish();
    else
        Q_EMIT progressed(m_offset - quint64(m_unwritten));
}

void PeerDownload::finish()
{
    const auto finished = m_lane.run([part = m_part, hash = m_offer.fileHash, path = m_offer.filePath]() -> Finish {
        QFile &file = part->file;
        QCryptographicHash actual(QCryptographicHash::Sha256);
        if (!file.seek(0) || !actual.addData(&file))
            return { PeerFileOutcome::Damaged, path, true };
        file.close();
        if (actual.result() != hash) {
            file.remove();
            return { PeerFileOutcome::Damaged, path, false };
        }
        const QString name = rename(file, path);
        return { PeerFileOutcome::Whole, name, name.isEmpty() };
    });
    whenReady(finished, this, [this](const Finish &result) {
        if (result.failed)
            Q_EMIT failed({ ErrorCode::CannotOpenFile, {}, { m_offer.filePath }, std::nullopt });
        else
            Q_EMIT this->finished(result.outcome, result.path);
    });
}

} // namespace salon
