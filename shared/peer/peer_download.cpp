// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_download.h"

#include "shared/base/free_name.h"
#include "shared/base/when_ready.h"
#include "shared/peer/peer_link.h"

#include <algorithm>
#include <utility>

namespace salon {
namespace {

constexpr qsizetype MaxUnwritten = 1024 * 1024; ///< waiting for the disk; then the link is not read
constexpr int MaxHeldMs = 10'000; ///< then everything else of the link has waited long enough for this file
constexpr qsizetype MaxLeftOut = 8 * 1024 * 1024; ///< more than a sender can have on its way

} // namespace

PeerDownload::PeerDownload(const PeerEntry &offer, JobLane &lane, SpareBytes spare, QObject *parent)
    : QObject(parent)
    , m_offer(offer)
    , m_lane(lane)
    , m_spare(std::move(spare))
    , m_part(std::make_shared<PartFile>(offer))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(MaxHeldMs);
    connect(&m_patience, &QTimer::timeout, this, &PeerDownload::stall);
}

PeerDownload::~PeerDownload()
{
    stop();
}

void PeerDownload::stop()
{
    m_step = Step::Over;
    setLink(nullptr);
    if (m_part)
        m_lane.post([part = std::exchange(m_part, {})] { part->close(); });
}

void PeerDownload::setLink(PeerLink *link)
{
    hold(false);
    m_link = link;
    m_leftOut = 0;
    if (m_step == Step::Receiving)
        m_step = Step::Waiting;
    ask();
}

void PeerDownload::start()
{
    struct Opened
    {
        PartFile::Found found;
        bool hasRoom;
    };
    const auto opened = m_lane.run([part = m_part, offer = m_offer, spare = m_spare] {
        const PartFile::Found found = part->open();
        return Opened{ found, found != PartFile::Found::Part || PartFile::hasRoom(offer, spare) };
    });
    whenReady(opened, this, [this](const Opened &now) {
        if (m_step == Step::Over)
            return;
        if (now.found == PartFile::Found::Failed)
            fail(ErrorCode::CannotOpenFile);
        else if (!now.hasRoom)
            fail(ErrorCode::StorageFull);
        else
            hash(now.found == PartFile::Found::Placed);
    });
}

void PeerDownload::hash(bool isPlaced)
{
    struct Read
    {
        PartFile::Hashing hashing;
        qint64 bytes;
        bool isRight;
    };
    const auto read = m_lane.run([part = m_part, isPlaced] {
        const PartFile::Hashing hashing = part->hashMore();
        return Read{ hashing, part->size(), isPlaced && hashing == PartFile::Hashing::Done && part->isRight() };
    });
    whenReady(read, this, [this, isPlaced](const Read &now) {
        if (m_step == Step::Over)
            return;
        if (now.hashing == PartFile::Hashing::More)
            hash(isPlaced);
        else if (now.hashing == PartFile::Hashing::Failed)
            fail(ErrorCode::CannotOpenFile);
        else {
            m_offset = isPlaced ? 0 : quint64(now.bytes);
            hashed(isPlaced, now.isRight);
        }
    });
}

void PeerDownload::hashed(bool isPlaced, bool isRight)
{
    if (!isPlaced) {
        m_step = Step::Waiting;
        ask();
    } else if (isRight) {
        // It got its name, and the program ended before that was stored.
        m_step = Step::Finishing;
        Q_EMIT finished(PeerFileOutcome::Whole, m_offer.filePath);
    } else {
        whenReady(m_lane.run([part = m_part] { return part->openAnew(); }), this, [this](bool ok) {
            if (m_step == Step::Over)
                return;
            if (ok)
                hash(false);
            else
                fail(ErrorCode::CannotOpenFile);
        });
    }
}

void PeerDownload::ask()
{
    if (m_step != Step::Waiting)
        return;
    if (m_offset == m_offer.fileBytes) {
        if (m_unwritten == 0)
            placeAt(m_offer.filePath);
        return;
    }
    if (!m_link || m_stalled)
        return;
    m_step = Step::Receiving;
    m_link->send(PeerAcceptFile{ m_offer.cid, m_offset });
    Q_EMIT progressed(m_offset);
}

void PeerDownload::hold(bool holds)
{
    if (m_link)
        m_link->holdReading(this, holds);
    if (!holds)
        m_patience.stop();
    else if (!m_patience.isActive())
        m_patience.start();
}

/// A disk that takes nothing must not silence the link: what comes meanwhile is left out, and asked for later.
void PeerDownload::stall()
{
    if (m_step != Step::Receiving || !m_link)
        return;
    m_stalled = true;
    m_step = Step::Waiting;
    m_link->send(PeerFileEnd{ m_offer.cid, PeerFileOutcome::Paused });
    hold(false);
}

bool PeerDownload::take(const PeerFileChunk &chunk)
{
    if (m_step != Step::Receiving || chunk.offset != m_offset) {
        m_leftOut += std::max<qsizetype>(chunk.data.size(), 1024);
        return m_leftOut <= MaxLeftOut;
    }
    if (chunk.data.isEmpty() || quint64(chunk.data.size()) > m_offer.fileBytes - m_offset)
        return false;
    m_offset += quint64(chunk.data.size());
    m_unwritten += chunk.data.size();
    if (m_unwritten > MaxUnwritten)
        hold(true);
    const auto write = m_lane.run([part = m_part, data = chunk.data] { return part->write(data); });
    whenReady(write, this, [this, bytes = chunk.data.size()](bool ok) { written(bytes, ok); });
    return true;
}

void PeerDownload::written(qsizetype bytes, bool ok)
{
    m_unwritten -= bytes;
    if (m_step == Step::Over)
        return;
    if (!ok) {
        fail(ErrorCode::StorageFull);
        return;
    }
    if (m_unwritten <= MaxUnwritten / 2)
        hold(false);
    if (m_unwritten == 0 && m_offset == m_offer.fileBytes) {
        placeAt(m_offer.filePath);
        return;
    }
    Q_EMIT progressed(m_offset - quint64(m_unwritten));
    if (m_unwritten == 0 && std::exchange(m_stalled, false))
        ask();
}

void PeerDownload::placeAt(const QString &path)
{
    if (m_step == Step::Over)
        return;
    struct Placed
    {
        PartFile::Placing placing;
        QString freeName;
    };
    m_step = Step::Finishing;
    m_offer.filePath = path;
    const auto placed = m_lane.run([part = m_part, path] {
        const PartFile::Placing placing = part->place(path);
        return Placed{ placing, placing == PartFile::Placing::Taken ? salon::freeName(path) : QString() };
    });
    whenReady(placed, this, [this](const Placed &now) {
        if (m_step == Step::Over)
            return;
        if (now.placing == PartFile::Placing::Placed)
            Q_EMIT finished(PeerFileOutcome::Whole, m_offer.filePath);
        else if (now.placing == PartFile::Placing::Damaged)
            Q_EMIT finished(PeerFileOutcome::Damaged, m_offer.filePath);
        else if (now.placing == PartFile::Placing::Taken && !now.freeName.isEmpty())
            Q_EMIT nameTaken(now.freeName);
        else
            fail(ErrorCode::CannotOpenFile);
    });
}

void PeerDownload::fail(ErrorCode code)
{
    stop();
    Q_EMIT failed({ code, {}, { m_offer.filePath }, std::nullopt });
}

} // namespace salon
