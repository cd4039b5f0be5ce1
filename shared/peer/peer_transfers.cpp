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

constexpr size_t MaxDownloads = 32; ///< at once of one person; each has a file open
constexpr qsizetype EndsSaidAgain = 16; ///< of each kind

} // namespace

PeerTransfers::PeerTransfers(PeerStore &store, JobLane &files, QByteArray person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_files(files)
    , m_person(std::move(person))
    , m_uploads(store, files, m_person)
{
    connect(&m_uploads, &PeerUploads::progressed, this, &PeerTransfers::progressed);
    connect(&m_uploads, &PeerUploads::fileChanged, this, &PeerTransfers::fileChanged);
    connect(&m_uploads, &PeerUploads::failed, this, &PeerTransfers::failed);
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
    m_uploads.attach(link);
    sayEndsAgain();
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
                if (!entry.isMine() && !m_resting.contains(entry.cid) && !m_leaving.contains(entry.cid))
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

/// The other may have been away, or the link may have ended before it was told: of the last ones it is said again.
void PeerTransfers::sayEndsAgain()
{
    for (const auto outcome : { PeerFileOutcome::Whole, PeerFileOutcome::Declined, PeerFileOutcome::Damaged }) {
        whenReady(m_store.withFileState(m_person, fileStateOf(outcome)), this,
            [this, outcome, link = m_link](const Result<QList<PeerEntry>> &ended) {
                if (!ended || !link || link != m_link)
                    return;
                QList<PeerEntry> theirs = *ended;
                theirs.removeIf([](const PeerEntry &entry) { return entry.isMine(); });
                for (const PeerEntry &entry : theirs.last(std::min(theirs.size(), EndsSaidAgain)))
                    end(entry.cid, outcome);
            });
    }
}

void PeerTransfers::detach()
{
    m_questions.letGo(m_link);
    m_link.clear();
    m_uploads.detach();
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
    const FileDecision decision = m_decisions.decide(m_person, cid);
    whenReady(
        m_store.entry(m_person, cid), this, [this, cid, path, decision](const Result<std::optional<PeerEntry>> &found) {
            if (!decision.isLast() || !found || !*found || (*found)->isMine() || (*found)->file == PeerFileState::None
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
            const bool isNewPlace
                = (*found)->filePath.isEmpty() || PartFile::pathOf(**found) != PartFile::pathOf(entry);
            whenReady(reserved, this, [this, entry, decision, isNewPlace](Reserved now) {
                if (!decision.isLast()) {
                    // Nobody else knows of this place.
                    if (isNewPlace)
                        m_files.post([entry] { PartFile::remove(entry); });
                    return;
                }
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
    const FileDecision decision = m_decisions.decide(m_person, cid);
    whenReady(m_store.entry(m_person, cid), this, [this, cid, decision](const Result<std::optional<PeerEntry>> &found) {
        if (!decision.isLast() || !found || !*found || (*found)->isMine() || (*found)->file == PeerFileState::None
            || (*found)->file == PeerFileState::Whole || isFinishing(cid))
            return;
        abandon(**found);
        leave(**found, PeerFileOutcome::Declined);
    });
}

void PeerTransfers::pause(const Cid &cid)
{
    const FileDecision decision = m_decisions.decide(m_person, cid);
    whenReady(m_store.entry(m_person, cid), this, [this, cid, decision](const Result<std::optional<PeerEntry>> &found) {
        if (!decision.isLast() || !found || !*found || (*found)->isMine() || (*found)->file != PeerFileState::Accepted
            || isFinishing(cid))
            return;
        drop(m_downloads, cid, this);
        leave(**found, PeerFileOutcome::Paused);
    });
}

/// Until it is stored, a list of what was accepted may still have it.
void PeerTransfers::leave(const PeerEntry &offer, PeerFileOutcome outcome)
{
    const Cid cid = offer.cid;
    const PeerFileState state = fileStateOf(outcome);
    const QString path = outcome == PeerFileOutcome::Paused ? offer.filePath : QString();
    m_leaving.insert(cid);
    whenReady(m_store.setFile(m_person, cid, state, path), this, [this, cid, state, path](const Result<> &done) {
        m_leaving.remove(cid);
        if (done)
            Q_EMIT fileChanged(cid, state, path);
        else
            Q_EMIT failed(cid, done.error());
    });
    end(cid, outcome);
    downloadMore();
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
    m_questions.asked(m_link);
    whenReady(m_store.entry(m_person, end.cid), this, [this, end](const Result<std::optional<PeerEntry>> &found) {
        m_questions.answered(m_link);
        if (!found || !*found || (*found)->file == PeerFileState::None)
            return;
        const PeerEntry &entry = **found;
        if (entry.isMine()) {
            m_uploads.takeEnd(entry, end.outcome);
            return;
        }
        // A sender can only say that there is no file.
        if (end.outcome != PeerFileOutcome::Unavailable || entry.file == PeerFileState::Whole || isFinishing(end.cid))
            return;
        abandon(entry);
        if (entry.file != PeerFileState::Unavailable)
            keep(end.cid, PeerFileState::Unavailable, entry.filePath);
        downloadMore();
    });
}

} // namespace salon
