// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_upload.h"

#include "shared/base/when_ready.h"
#include "shared/peer/peer_link.h"

#include <utility>

namespace salon {
PeerUpload::PeerUpload(const PeerEntry &offer, quint64 offset, PeerLink *link, JobLane &lane, QObject *parent)
    : QObject(parent)
    , m_offer(offer)
    , m_offset(offset)
    , m_link(link)
    , m_lane(lane)
    , m_file(std::make_shared<QFile>(offer.filePath))
{
    connect(&link->connection(), &Connection::caughtUp, this, &PeerUpload::readNext);
}

PeerUpload::~PeerUpload()
{
    stop();
}

void PeerUpload::stop()
{
    m_link.clear();
    if (m_file)
        m_lane.post([file = std::exchange(m_file, {})] { file->close(); });
}

void PeerUpload::start()
{
    const auto opened = m_lane.run([file = m_file, offset = qint64(m_offset), bytes = qint64(m_offer.fileBytes)] {
        return file->open(QIODevice::ReadOnly) && file->size() == bytes && file->seek(offset);
    });
    m_reading = true;
    whenReady(opened, this, [this](bool ok) {
        m_reading = false;
        if (!m_file)
            return;
        if (ok)
            readNext();
        else
            Q_EMIT unavailable();
    });
}

void PeerUpload::readNext()
{
    if (!m_link || m_reading || m_offset >= m_offer.fileBytes)
        return;
    if (m_link->connection().isBehind())
        return; // caughtUp() follows
    m_reading = true;
    const auto read = m_lane.run([file = m_file] { return file->read(MaxPeerChunkBytes); });
    whenReady(read, this, [this](const QByteArray &data) {
        m_reading = false;
        sendChunk(data);
    });
}

void PeerUpload::sendChunk(const QByteArray &data)
{
    if (!m_link)
        return;
    if (data.isEmpty() || m_offset + quint64(data.size()) > m_offer.fileBytes) {
        Q_EMIT unavailable();
        return;
    }
    m_link->send(PeerFileChunk{ m_offer.cid, m_offset, data });
    m_offset += quint64(data.size());
    Q_EMIT progressed(m_offset);
    readNext();
}

} // namespace salon
