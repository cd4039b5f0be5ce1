// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_transfers.h"

#include "shared/base/when_ready.h"
#include "shared/peer/part_file.h"
#include "shared/peer/peer_link.h"
#include "shared/peer/store/peer_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr size_t MaxUploads = 16; ///< at once to one person
constexpr size_t MaxDownloads = 32; ///< at once of one person; each has a file open
constexpr size_t MaxWaiting = 1024; ///< far more than MaxDownloads of the other side
constexpr int MaxAsking = 64; ///< then the link is not read
constexpr qsizetype WholeSaidAgain = 16;

/// It may be the one that just told `owner`; it goes later, but not after him.
template <class Map>
void drop(Map &map, const Cid &cid, QObject *owner)
{
    const auto it = map.find(cid);
    if (it == map.end())
        return;
    auto *gone = it->second.release();
    map.erase(it);
    gone->disconnect(owner);
    gone->stop();
    gone->setParent(owner);
    gone->deleteLater();
}

} // namespace

PeerTransfers::PeerTransfers(PeerStore &store, JobLane &files, QByteArray person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_files(files)
    , m_person(std::move(person))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_resting.clear();
        downloadMore();
    });
}

PeerTransfers::~PeerTransfers() = default;

void PeerTransfers::attach(PeerLink *link)
{
    detach();
    m_link = link;
    sayWhole();
    for (const auto &[cid, download] : m_downloads)
        download->setLink(link);
    downloadMore();
}

void PeerTransfers::downloadMore()
{
    if (!m_link)
        return;
    whenReady(m_store.withFileState(m_person, PeerFileState::Accepted), this,
        [this, link = m_link](const Result<QList<PeerEntry>> &accepted) {
            if (!accepted || !link || link != m_link)
                return;
            for (const PeerEntry &entry : *accepted) {
                if (m_downloads.size() >= MaxDownloads)
                    return;
                if (!entry.isMine() && !m_resting.contains(entry.cid))
                    download(entry);
            }
        });
}

/// The disk does not take it: left for a while, so that the other sends nothing in vain.
void PeerTransfers::rest(const Cid &cid, const Error &error)
{
    drop(m_downloads, cid, this);
    end(cid, PeerFileOutcome::Paused);
    m_resting.insert(cid);
    if (!m_again.isActive()) {
        m_againMs = std::clamp(m_againMs * 2, m_options.againMs, m_options.againMaxMs);
        m_again.start(m_againMs);
    }
    downloadMore();
    if (m_told.contains(cid))
        return;
    m_told.insert(cid);
    Q_EMIT failed(cid, error);
}

/// A link may have ended before the other heard that a file is here: of the last ones it is said again.
void PeerTransfers::sayWhole()
{
    whenReady(m_store.withFileState(m_person, PeerFileState::Whole), this,
        [this, link = m_link](const Result<QList<PeerEntry>> &whole) {
            if (!whole || !link || link != m_link)
                return;
            QList<PeerEntry> theirs = *whole;
            theirs.removeIf([](const PeerEntry &entry) { return entry.isMine(); });
            for (const PeerEntry &entry : theirs.last(std::min(theirs.size(), WholeSaidAgain)))
                end(entry.cid, PeerFileOutcome::Whole);
        });
}

void PeerTransfers::detach()
{
    if (m_link)
        m_link->holdReading(this, false);
    m_link.clear();
    m_waiting.clear();
    m_uploads.clear();
    // These wait for the next link, with their hashes.
    for (const auto &[cid, download] : m_downloads)
        download->setLink(nullptr);
}

bool PeerTransfers::isFinishing(const Cid &cid) const
{
    const auto download = m_downloads.find(cid);
    return download != m_downloads.end() && download->second->isFinishing();
}

/// Deletes what came of it.
void PeerTransfers::abandon(const PeerEntry &offer)
{
    drop(m_downloads, offer.cid, this);
    m_told.remove(offer.cid);
    if (!offer.filePath.isEmpty())
        m_files.post([offer] { PartFile::remove(offer); });
}

void PeerTransfers::keep(const Cid &cid, PeerFileState state, const QString &path)
{
    whenReady(m_store.setFile(m_person, cid, state, path), this, [this, cid, state, path](const Result<> &done) {
        if (done)
            Q_EMIT fileChanged(cid, state, path);
        else
            Q_EMIT failed(cid, done.error());
    });
}

void PeerTransfers::accept(const Cid &cid, const QString &path)
{
    whenReady(m_store.entry(m_person, cid), this, [this, cid, path](const Result<std::optional<PeerEntry>> &found) {
        if (!found || !*found || (*found)->isMine() || (*found)->file == PeerFileState::None
            || (*found)->file == PeerFileState::Whole || m_downloads.contains(cid))
            return;
        PeerEntry entry = **found;
        entry.filePath = path;
        // Its place on disk first: an accepted one without a part is one that got its name.
        struct Reserved
        {
            bool isPlaced;
            bool hasRoom;
        };
        const auto reserved = m_files.run([entry, before = **found, spare = m_options.spare] {
            if (!before.filePath.isEmpty() && PartFile::pathOf(before) != PartFile::pathOf(entry))
                PartFile::remove(before);
            const bool isPlaced = PartFile::reserve(entry);
            return Reserved{ isPlaced, isPlaced && PartFile::hasRoom(entry, spare) };
        });
        whenReady(reserved, this, [this, entry](Reserved now) {
            if (!now.isPlaced) {
                end(entry.cid, PeerFileOutcome::Paused);
                Q_EMIT failed(entry.cid, { ErrorCode::CannotOpenFile, {}, { entry.filePath }, std::nullopt });
                return;
            }
            // The person wants it now, and hears of it if it fails again.
            m_resting.remove(entry.cid);
            m_told.remove(entry.cid);
            keep(entry.cid, PeerFileState::Accepted, entry.filePath);
            if (now.hasRoom)
                downloadMore();
            else
                rest(entry.cid, { ErrorCode::StorageFull, {}, { entry.filePath }, std::nullopt });
        });
    });
}

void PeerTransfers::decline(const Cid &cid)
{
    whenReady(m_store.entry(m_person, cid), this, [this, cid](const Result<std::optional<PeerEntry>> &found) {
        if (!found || !*found || (*found)->isMine() || (*found)->file == PeerFileState::None
            || (*found)->file == PeerFileState::Whole || isFinishing(cid))
            return;
        abandon(**found);
        keep(cid, PeerFileState::Declined, {});
        end(cid, PeerFileOutcome::Declined);
        downloadMore();
    });
}

void PeerTransfers::pause(const Cid &cid)
{
    whenReady(m_store.entry(m_person, cid), this, [this, cid](const Result<std::optional<PeerEntry>> &found) {
        if (!found || !*found || (*found)->isMine() || (*found)->file != PeerFileState::Accepted || isFinishing(cid))
            return;
        drop(m_downloads, cid, this);
        keep(cid, PeerFileState::Paused, (*found)->filePath);
        end(cid, PeerFileOutcome::Paused);
        downloadMore();
    });
}

void PeerTransfers::withdraw(const Cid &cid)
{
    whenReady(m_store.entry(m_person, cid), this, [this, cid](const Result<std::optional<PeerEntry>> &found) {
        if (!found || !*found || !(*found)->isMine() || (*found)->file == PeerFileState::None)
            return;
        dropUpload(cid);
        // Without a path: whoever asks later hears that there is none.
        keep(cid, PeerFileState::Unavailable, {});
        end(cid, PeerFileOutcome::Unavailable);
    });
}

void PeerTransfers::end(const Cid &cid, PeerFileOutcome outcome)
{
    if (m_link)
        m_link->send(PeerFileEnd{ cid, outcome });
}

void PeerTransfers::download(const PeerEntry &offer)
{
    if (m_downloads.contains(offer.cid))
        return;
    auto fresh = std::make_unique<PeerDownload>(offer, m_files, m_options.spare);
    PeerDownload *download = fresh.get();
    const Cid cid = offer.cid;
    connect(download, &PeerDownload::progressed, this, [this, cid](quint64 bytes) { Q_EMIT progressed(cid, bytes); });
    connect(download, &PeerDownload::finished, this,
        [this, cid](PeerFileOutcome outcome, const QString &path) { finish(cid, outcome, path); });
    connect(download, &PeerDownload::nameTaken, this, [this, cid, download](const QString &path) {
        // Stored first, so that it is found under this name should the program end right after.
        whenReady(m_store.setFile(m_person, cid, PeerFileState::Accepted, path), download,
            [download, path](const Result<> &) { download->placeAt(path); });
    });
    connect(download, &PeerDownload::failed, this, [this, cid](const Error &error) { rest(cid, error); });
    m_downloads.emplace(cid, std::move(fresh));
    download->setLink(m_link);
    download->start();
}

/// Said to the other once it is stored here; over the link of then.
void PeerTransfers::finish(const Cid &cid, PeerFileOutcome outcome, const QString &path)
{
    const PeerFileState state = fileStateOf(outcome);
    whenReady(
        m_store.setFile(m_person, cid, state, path), this, [this, cid, outcome, state, path](const Result<> &done) {
            if (!done) {
                rest(cid, done.error()); // found under its name when it is tried again
                return;
            }
            drop(m_downloads, cid, this);
            m_told.remove(cid);
            m_againMs = 0;
            end(cid, outcome);
            downloadMore();
            Q_EMIT fileChanged(cid, state, path);
        });
}

bool PeerTransfers::take(const Envelope &envelope)
{
    if (!m_link)
        return false;
    const auto with = [this, &envelope]<class M>(void (PeerTransfers::*handler)(const M &)) {
        const Result<M> message = decode<M>(envelope);
        if (message)
            (this->*handler)(*message);
        else
            m_link->abort(message.error());
        return true;
    };
    switch (MessageType(envelope.type)) {
    case MessageType::PeerAcceptFile:
        return with(&PeerTransfers::takeAccept);
    case MessageType::PeerFileChunk:
        return with(&PeerTransfers::takeChunk);
    case MessageType::PeerFileEnd:
        return with(&PeerTransfers::takeEnd);
    default:
        return false;
    }
}

/// One more question to the store: nothing more is read while there are many.
void PeerTransfers::asked()
{
    ++m_asking;
    m_link->holdReading(this, m_asking >= MaxAsking);
}

void PeerTransfers::answered()
{
    --m_asking;
    if (m_link)
        m_link->holdReading(this, m_asking >= MaxAsking);
}

void PeerTransfers::takeAccept(const PeerAcceptFile &accepted)
{
    asked();
    whenReady(m_store.entry(m_person, accepted.cid), this,
        [this, accepted, link = m_link](const Result<std::optional<PeerEntry>> &found) {
            answered();
            if (!found || !link || link != m_link)
                return;
            // Only what was offered to this very person leaves this device.
            const bool isOurs = *found && (*found)->isMine() && (*found)->file != PeerFileState::None
                && !(*found)->filePath.isEmpty();
            if (!isOurs || accepted.offset > (*found)->fileBytes)
                end(accepted.cid, PeerFileOutcome::Unavailable);
            else if (m_uploads.size() >= MaxUploads && !m_uploads.contains(accepted.cid))
                wait(accepted);
            else
                upload(**found, accepted.offset);
        });
}

/// Until fewer are sent at once.
void PeerTransfers::wait(const PeerAcceptFile &accepted)
{
    std::erase_if(m_waiting, [&accepted](const PeerAcceptFile &waiting) { return waiting.cid == accepted.cid; });
    if (m_waiting.size() >= MaxWaiting)
        m_link->abort({ ErrorCode::RateLimited, u"too many requests for files"_s });
    else
        m_waiting.push_back(accepted);
}

void PeerTransfers::upload(const PeerEntry &offer, quint64 offset)
{
    const Cid cid = offer.cid;
    drop(m_uploads, cid, this);
    auto fresh = std::make_unique<PeerUpload>(offer, offset, m_link, m_files);
    PeerUpload *upload = fresh.get();
    connect(upload, &PeerUpload::progressed, this, [this, cid](quint64 bytes) { Q_EMIT progressed(cid, bytes); });
    connect(upload, &PeerUpload::unavailable, this, [this, cid, path = offer.filePath] {
        dropUpload(cid);
        keep(cid, PeerFileState::Unavailable, path);
        end(cid, PeerFileOutcome::Unavailable);
    });
    m_uploads.emplace(cid, std::move(fresh));
    if (offer.file == PeerFileState::Offered || offer.file == PeerFileState::Paused)
        keep(cid, PeerFileState::Accepted, offer.filePath);
    upload->start();
}

void PeerTransfers::dropUpload(const Cid &cid)
{
    drop(m_uploads, cid, this);
    std::erase_if(m_waiting, [&cid](const PeerAcceptFile &waiting) { return waiting.cid == cid; });
    if (m_waiting.empty() || m_uploads.size() >= MaxUploads || !m_link)
        return;
    const PeerAcceptFile next = m_waiting.front();
    m_waiting.pop_front();
    takeAccept(next);
}

void PeerTransfers::takeChunk(const PeerFileChunk &chunk)
{
    const auto download = m_downloads.find(chunk.cid);
    // One that was declined meanwhile, or failed here, may still be on its way.
    if (download == m_downloads.end())
        return;
    if (!download->second->take(chunk))
        m_link->abort({ ErrorCode::UnexpectedMessage, u"a piece of a file out of place"_s });
}

void PeerTransfers::takeEnd(const PeerFileEnd &end)
{
    // Numbers are stored: one of a later version says nothing here.
    if (end.outcome < PeerFileOutcome::Whole || end.outcome > PeerFileOutcome::Paused)
        return;
    asked();
    whenReady(m_store.entry(m_person, end.cid), this, [this, end](const Result<std::optional<PeerEntry>> &found) {
        answered();
        if (!found || !*found || (*found)->file == PeerFileState::None)
            return;
        const PeerEntry &entry = **found;
        // A sender can only say that there is no file; a receiver how it went.
        if (!entry.isMine() && (end.outcome != PeerFileOutcome::Unavailable || entry.file == PeerFileState::Whole))
            return;
        if (!entry.isMine() && isFinishing(end.cid))
            return;
        if (entry.isMine())
            dropUpload(end.cid);
        else
            abandon(entry);
        if (entry.file != fileStateOf(end.outcome))
            keep(end.cid, fileStateOf(end.outcome), entry.filePath);
        if (!entry.isMine())
            downloadMore();
    });
}

} // namespace salon
