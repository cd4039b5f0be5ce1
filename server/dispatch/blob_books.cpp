// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/blob_books.h"

#include "server/dispatch/command_context.h"

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto DropEvery = 1h;
constexpr int Folders = 256;

} // namespace

BlobBooks::BlobBooks(CommandContext &context, BlobLane &lane, quint64 bytes)
    : m_context(context)
    , m_lane(lane)
    , m_bytes(bytes)
{
    m_hourly.setInterval(DropEvery);
    connect(&m_hourly, &QTimer::timeout, this, &BlobBooks::dropOld);
    m_hourly.start();
    sweepFolder(0);
    dropOld();
}

void BlobBooks::keep(const PartId &part, quint64 size, std::function<void(const Result<> &kept)> done)
{
    const QByteArray hash = part.hash;
    ++m_arriving[hash].count;
    if (m_isSweeping)
        m_arrived.insert(hash);
    const auto note = [this, part, size, done](const Result<> &moved) {
        if (!moved) {
            settle(part.hash, false);
            done(moved);
            return;
        }
        const auto noted = [guard = QPointer<BlobBooks>(this), part, size, done](const Result<bool> &added) {
            if (!guard)
                return;
            guard->m_bytes += added && *added ? size : 0;
            guard->settle(part.hash, added.has_value());
            done(added ? Result<>() : fail(added.error()));
        };
        m_context.store.addBlob({ part.hash, size, part.account, m_context.clock.wallMs() }, noted);
    };
    m_lane.ask(
        this, [part](BlobStore &store) { return store.keepPart(part); }, note);
}

void BlobBooks::settle(const QByteArray &hash, bool isStored)
{
    Arrival &arrival = m_arriving[hash];
    // Outcomes come in the order of their commits: what freed it before did not free this one.
    if (isStored)
        arrival.freed = false;
    if (--arrival.count > 0)
        return;
    if (arrival.freed)
        m_lane.tell([hash](BlobStore &store) { store.remove(hash); });
    m_arriving.remove(hash);
}

void BlobBooks::removeFreed(const QList<FreedBlob> &blobs)
{
    for (const FreedBlob &blob : blobs) {
        m_bytes -= std::min(m_bytes, blob.size);
        if (const auto arriving = m_arriving.find(blob.hash); arriving != m_arriving.end())
            arriving->freed = true;
        else
            m_lane.tell([hash = blob.hash](BlobStore &store) { store.remove(hash); });
    }
}

/// What arrives meanwhile is in its place after the sweep of its folder was asked for, or else named here.
void BlobBooks::sweepFolder(int firstByte)
{
    m_isSweeping = firstByte < Folders;
    if (!m_isSweeping) {
        m_arrived.clear();
        return;
    }
    const auto sweep = [guard = QPointer<BlobBooks>(this), firstByte](const Result<QList<QByteArray>> &hashes) {
        if (!guard)
            return;
        if (hashes) {
            QSet<QByteArray> keep = guard->m_arrived;
            keep.unite(QSet<QByteArray>(hashes->begin(), hashes->end()));
            guard->m_lane.tell([keep, firstByte](BlobStore &store) { store.sweep(quint8(firstByte), keep); });
        }
        guard->sweepFolder(firstByte + 1);
    };
    m_context.store.readBlobHashes(quint8(firstByte), sweep);
}

void BlobBooks::dropOld()
{
    const qint64 beforeMs = m_context.clock.wallMs() - m_context.settings.files.keepMs;
    m_lane.tell([beforeMs](BlobStore &store) { store.sweepParts(beforeMs); });
    const auto drop = [guard = QPointer<BlobBooks>(this)](const Result<QList<FreedBlob>> &dropped) {
        if (!guard || !dropped || dropped->isEmpty())
            return;
        guard->removeFreed(*dropped);
        guard->dropOld(); // the next ones
    };
    m_context.store.dropUnnamedBlobs(beforeMs, drop);
}

} // namespace salon::server
