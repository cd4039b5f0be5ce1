// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_uploads.h"

#include "shared/base/when_ready.h"
#include "shared/peer/store/peer_store.h"

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr size_t MaxUploads = 16; ///< at once to one person
constexpr size_t MaxWaiting = 1024; ///< far more than the other side asks for at once

} // namespace

PeerUploads::PeerUploads(PeerStore &store, JobLane &files, QByteArray person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_files(files)
    , m_person(std::move(person))
{
}

PeerUploads::~PeerUploads() = default;

void PeerUploads::detach()
{
    m_questions.letGo(m_link);
    m_link.clear();
    m_waiting.clear();
    m_uploads.clear();
}

void PeerUploads::sayUnavailable(const Cid &cid)
{
    if (m_link)
        m_link->send(PeerFileEnd{ cid, PeerFileOutcome::Unavailable });
}

/// `decision` is open until this is stored.
void PeerUploads::keep(
    const Cid &cid, PeerFileState state, const QString &path, const std::optional<FileDecision> &decision)
{
    whenReady(
        m_store.setFile(m_person, cid, state, path), this, [this, cid, state, path, decision](const Result<> &done) {
            if (done)
                Q_EMIT fileChanged(cid, state, path);
            else
                Q_EMIT failed(cid, done.error());
        });
}

void PeerUploads::take(const PeerAcceptFile &accepted)
{
    m_questions.asked(m_link);
    whenReady(m_store.entry(m_person, accepted.cid), this,
        [this, accepted, link = m_link](const Result<std::optional<PeerEntry>> &found) {
            m_questions.answered(m_link);
            if (!found || !link || link != m_link)
                return;
            // Only what was offered to this very person, and is not being taken back, leaves this device.
            const bool isOurs = *found && (*found)->isMine() && (*found)->file != PeerFileState::None
                && !(*found)->filePath.isEmpty() && !m_decisions.isOpen(m_person, accepted.cid);
            if (!isOurs || accepted.offset > (*found)->fileBytes)
                sayUnavailable(accepted.cid);
            else if (m_uploads.size() >= MaxUploads && !m_uploads.contains(accepted.cid))
                wait(accepted);
            else
                upload(**found, accepted.offset);
        });
}

/// Until fewer are sent at once.
void PeerUploads::wait(const PeerAcceptFile &accepted)
{
    std::erase_if(m_waiting, [&accepted](const PeerAcceptFile &waiting) { return waiting.cid == accepted.cid; });
    if (m_waiting.size() >= MaxWaiting)
        m_link->abort({ ErrorCode::RateLimited, u"too many requests for files"_s });
    else
        m_waiting.push_back(accepted);
}

void PeerUploads::upload(const PeerEntry &offer, quint64 offset)
{
    const Cid cid = offer.cid;
    drop(m_uploads, cid, this);
    auto fresh = std::make_unique<PeerUpload>(offer, offset, m_link, m_files);
    PeerUpload *upload = fresh.get();
    connect(upload, &PeerUpload::progressed, this, [this, cid](quint64 bytes) { Q_EMIT progressed(cid, bytes); });
    connect(upload, &PeerUpload::unavailable, this, [this, cid, path = offer.filePath] {
        stop(cid);
        keep(cid, PeerFileState::Unavailable, path);
        sayUnavailable(cid);
    });
    m_uploads.emplace(cid, std::move(fresh));
    // Whoever did not want it, or not now, may ask later after all.
    if (offer.file != PeerFileState::Accepted && offer.file != PeerFileState::Unavailable
        && offer.file != PeerFileState::Whole)
        keep(cid, PeerFileState::Accepted, offer.filePath);
    upload->start();
}

/// The next one that waits has its turn.
void PeerUploads::stop(const Cid &cid)
{
    drop(m_uploads, cid, this);
    std::erase_if(m_waiting, [&cid](const PeerAcceptFile &waiting) { return waiting.cid == cid; });
    if (m_waiting.empty() || m_uploads.size() >= MaxUploads || !m_link)
        return;
    const PeerAcceptFile next = m_waiting.front();
    m_waiting.pop_front();
    take(next);
}

void PeerUploads::takeEnd(const PeerEntry &offer, PeerFileOutcome outcome)
{
    const PeerFileState state = fileStateOf(outcome);
    stop(offer.cid);
    const bool isTakenBack = offer.file == PeerFileState::Unavailable && offer.filePath.isEmpty();
    if (offer.file == state || (isTakenBack && outcome != PeerFileOutcome::Whole))
        return;
    // Too late to take it back.
    std::optional<FileDecision> decision;
    if (outcome == PeerFileOutcome::Whole)
        decision = m_decisions.decide(m_person, offer.cid);
    keep(offer.cid, state, offer.filePath, decision);
}

void PeerUploads::withdraw(const Cid &cid)
{
    const FileDecision decision = m_decisions.decide(m_person, cid);
    whenReady(m_store.entry(m_person, cid), this, [this, cid, decision](const Result<std::optional<PeerEntry>> &found) {
        if (!decision.isLast() || !found || !*found || !(*found)->isMine() || (*found)->file == PeerFileState::None
            || (*found)->file == PeerFileState::Whole)
            return;
        stop(cid);
        // Without a path: whoever asks later hears that there is none.
        keep(cid, PeerFileState::Unavailable, {}, decision);
        sayUnavailable(cid);
    });
}

} // namespace salon
