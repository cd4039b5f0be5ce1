// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/outbox.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/session.h"

#include <QScopedValueRollback>
#include <algorithm>
#include <optional>
#include <utility>

namespace salon {
namespace {

constexpr int MostUploads = 3; ///< of the same files, when the server keeps losing them

/// Not the server's word on the message.
bool isSilence(const Error &error)
{
    return error.code == ErrorCode::TimedOut || error.code == ErrorCode::ConnectionLost
        || error.code == ErrorCode::UnexpectedMessage || error.code == ErrorCode::MalformedMessage;
}

} // namespace

Outbox::Outbox(Session &session, OutboxStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_store(store)
    , m_clock(clock)
    , m_journal(store)
    , m_drafts(store)
    , m_marks(m_journal, m_entries)
{
    connect(&session, &Session::stateChanged, this, &Outbox::sessionStateChanged);
    m_sendTimer.setSingleShot(true);
    connect(&m_sendTimer, &QTimer::timeout, this, &Outbox::pump);
    connect(&m_marks, &SendMarks::marked, this, &Outbox::pump);
    connect(&m_drafts, &Drafts::changed, this, &Outbox::draftChanged);
}

Outbox::~Outbox() = default;

void Outbox::load()
{
    whenReady(m_store.load(), this, [this](const Result<OutboxSnapshot> &snapshot) { snapshotCame(snapshot); });
}

void Outbox::snapshotCame(const Result<OutboxSnapshot> &snapshot)
{
    m_loaded = true;
    if (snapshot) {
        QList<OutboxEntry> entries;
        for (const OutboxRecord &record : snapshot->records)
            entries.append(entryOf(record));
        // What was written before the file was read comes after what is in it.
        m_entries.prepend(entries);
        m_drafts.restore(snapshot->drafts, snapshot->edits);
    } else {
        qCWarning(salonStore) << "The outbox cannot be opened:" << snapshot.error().detail;
    }
    Q_EMIT loaded();
    countMayHaveChanged();
    pump();
}

// --- What a person does

Cid Outbox::queue(const Outgoing &checked)
{
    const OutboxEntry entry = entryOf(checked, makeCid(m_clock), m_clock.wallMs());
    m_entries.append(entry);
    Q_EMIT entryAdded(entry);
    save(entry);
    countMayHaveChanged();
    return entry.cid;
}

void Outbox::save(const OutboxEntry &entry)
{
    whenReady(
        m_journal.add(recordOf(entry)), this, [this, cid = entry.cid](const Result<> &result) { saved(cid, result); });
}

void Outbox::saved(const Cid &cid, const Result<> &result)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (index < 0 || m_entries[index].state != SendState::Saving)
        return;
    if (result)
        setState(m_entries[index], stateWhenSafe(m_entries[index]));
    else
        setState(m_entries[index], SendState::Failed, result.error());
    pump();
}

void Outbox::retry(const Cid &cid)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (index < 0)
        return;
    if (m_entries[index].state == SendState::Failed) {
        const OutboxEntry entry = queuedAnew(m_entries[index]);
        removeAt(index); // the record on disk stays until the new one takes its place
        m_entries.append(entry);
        Q_EMIT entryAdded(entry);
        save(entry);
        countMayHaveChanged();
    } else if (m_entries[index].state == SendState::Queued) {
        if (const auto lane = m_lanes.find(m_entries[index].room); lane != m_lanes.end())
            lane->second.endPause();
        pump();
    }
}

OutboxRemoval Outbox::removable(const Cid &cid) const
{
    const OutboxEntry *entry = find(cid);
    if (!entry || !isUnsent(*entry))
        return OutboxRemoval::NotThere;
    return entry->mayBeStored ? OutboxRemoval::MayBeStored : OutboxRemoval::Done;
}

OutboxRemoval Outbox::discard(const Cid &cid, bool evenIfStored)
{
    OutboxRemoval removal = removable(cid);
    if (removal == OutboxRemoval::MayBeStored && evenIfStored)
        removal = OutboxRemoval::Done;
    if (removal == OutboxRemoval::Done)
        removeAt(m_entries.indexOf(cid));
    return removal;
}

QString Outbox::takeBack(const Cid &cid)
{
    if (removable(cid) != OutboxRemoval::Done || !find(cid)->files.isEmpty())
        return {};
    const qsizetype index = m_entries.indexOf(cid);
    const QString text = m_entries[index].text;
    removeAt(index);
    return text;
}

OutboxRemoval Outbox::takeBackIntoDraft(const Cid &cid)
{
    const OutboxRemoval removal = removable(cid);
    if (removal != OutboxRemoval::Done)
        return removal;
    if (!find(cid)->files.isEmpty())
        return OutboxRemoval::NotThere;
    if (const qsizetype index = m_entries.indexOf(cid); m_entries[index].text.isEmpty()) {
        removeAt(index);
        return removal;
    }
    const OutboxEntry entry = takeAt(m_entries.indexOf(cid));
    const Draft draft = draftWith(entry);
    m_journal.turnIntoDraft(cid, entry.room, draft);
    m_drafts.adopt(entry.room, draft);
    Q_EMIT entryRemoved(cid, entry.room);
    countMayHaveChanged();
    pump();
    return removal;
}

Draft Outbox::draftWith(const OutboxEntry &entry) const
{
    if (isChange(entry))
        return { entry.text, 0, entry.target, entry.format };
    const Draft before = m_drafts.of(entry.room);
    const QString text = before.text.isEmpty() ? entry.text : entry.text + QChar(QChar::LineFeed) + before.text;
    return { text, entry.target > 0 ? entry.target : before.replyTo };
}

// --- Files

void Outbox::noteFiles(const Cid &cid, const QList<OutgoingFile> &files)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (index < 0 || m_entries[index].state != SendState::Uploading)
        return;
    m_entries[index].files = files;
    m_journal.keep(recordOf(m_entries[index]));
}

void Outbox::noteUploaded(const Cid &cid)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (index < 0 || m_entries[index].state != SendState::Uploading)
        return;
    OutboxEntry entry = m_entries.takeAt(index); // it comes after what was written meanwhile, here and on disk
    entry.isUploaded = true;
    dropNumber(entry);
    ++entry.uploads;
    m_entries.append(entry);
    setState(m_entries[m_entries.indexOf(cid)], SendState::Saving);
    save(entry);
}

void Outbox::noteUploadFailed(const Cid &cid, const Error &error)
{
    if (const OutboxEntry *entry = find(cid); entry && entry->state == SendState::Uploading)
        failForGood(cid, error);
}

void Outbox::notePaused(const Cid &cid, bool isPaused)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (index < 0 || std::exchange(m_entries[index].isPaused, isPaused) == isPaused)
        return;
    m_journal.keep(recordOf(m_entries[index]));
}

bool Outbox::putUpAgain(const Cid &cid, SendLane &lane, const Error &error)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (error.code != ErrorCode::FileUnknown || index < 0 || m_entries[index].files.isEmpty())
        return false;
    OutboxEntry &entry = m_entries[index];
    lane.withdrawn(entry.counter);
    dropNumber(entry);
    if (std::ranges::any_of(entry.files, isForwarded)) { // of a message that is no longer there for this person
        failForGood(cid, { ErrorCode::FileGone, error.detail });
        return true;
    }
    if (entry.uploads >= MostUploads) {
        failForGood(cid, { ErrorCode::FileDamaged, error.detail });
        return true;
    }
    entry.isUploaded = false;
    m_journal.keep(recordOf(entry));
    setState(entry, SendState::Uploading);
    return true;
}

// --- Sending

bool Outbox::waitForSlowMode(const Cid &cid, SendLane &lane, const Error &error)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (error.code != ErrorCode::SlowMode || !error.retryAfterMs || index < 0)
        return false;
    OutboxEntry &entry = m_entries[index];
    if (isChange(entry) || entry.state != SendState::Sending) // slow mode is not for changes: the whole lane waits
        return false;
    const qint64 waitMs = lane.slowed(entry.counter, *error.retryAfterMs, m_clock.monotonicMs());
    dropNumber(entry);
    entry.nextTryMs = m_clock.wallMs() + waitMs;
    m_journal.keep(recordOf(entry));
    setState(entry, SendState::Queued, error, true);
    return true;
}

void Outbox::resume(const QList<DeviceCounter> &counters)
{
    m_isSending = true;
    m_lanes.clear();
    m_serverCounters.clear();
    for (const DeviceCounter &counter : counters)
        m_serverCounters.insert(counter.room, counter.last);
    pump();
}

void Outbox::sessionStateChanged()
{
    if (m_session.state() != SessionState::Offline || !m_isSending)
        return;
    m_isSending = false;
    ++m_connection;
    m_lanes.clear();
    m_sendTimer.stop();
    const QList<Cid> interrupted = m_entries.interrupted();
    for (const Cid &cid : interrupted) {
        if (const qsizetype index = m_entries.indexOf(cid); index >= 0 && isWaiting(m_entries[index]))
            setState(m_entries[index], SendState::Queued);
    }
}

void Outbox::pump()
{
    if (!m_isSending || !m_loaded)
        return;
    if (m_isPumping) { // a receiver of our signals asked for more
        m_sendTimer.start(0);
        return;
    }
    const QScopedValueRollback pumping(m_isPumping, true);
    const QList<RoomId> rooms = m_entries.roomsWithWaiting();
    for (const RoomId room : rooms) {
        if (m_isSending)
            pumpRoom(room);
    }
    if (!m_sendTimer.isActive() || m_sendTimer.interval() > 0)
        armTimer();
}

void Outbox::pumpRoom(RoomId room)
{
    const auto [place, isNew] = m_lanes.try_emplace(room);
    SendLane &lane = place->second;
    if (isNew)
        lane.begin(m_entries.waitingIn(room), m_serverCounters.value(room));
    if (lane.isHeld(m_clock.monotonicMs()))
        return;
    const bool changesOnly = lane.isSlow(m_clock.monotonicMs());
    if (changesOnly) { // messages get their numbers when they may go
        const QList<OutboxEntry *> all = m_entries.waitingIn(room);
        for (OutboxEntry *entry : all) {
            if (!isChange(*entry) && entry->state == SendState::Queued)
                dropNumber(*entry);
        }
    }
    lane.recover(m_entries.waitingIn(room, changesOnly));
    m_marks.mark(m_entries.waitingIn(room, changesOnly), lane);
    const int connection = m_connection;
    while (connection == m_connection && !lane.isFull()) {
        OutboxEntry *next
            = m_entries.nextToSend(room, changesOnly); // looked for anew: a receiver may have changed the list
        if (!next)
            return;
        if (isChange(*next) && !m_session.hasFeature(QString::fromLatin1(features::Changes)))
            failForGood(next->cid, { ErrorCode::UnknownRequest }); // it would be taken for a message
        else
            send(*next, lane);
    }
}

void Outbox::send(OutboxEntry &entry, SendLane &lane)
{
    lane.take();
    const bool wasUnsure = std::exchange(entry.mayBeStored, true);
    ++entry.attempts;
    const SendMessage message{ entry.room, entry.cid, entry.counter, entry.text, entry.kind, entry.target, entry.format,
        entry.emoji, salon::entriesOf(entry.files), entry.folder };
    setState(entry, SendState::Sending);
    m_session.request<Sent>(message, this,
        [this, connection = m_connection, room = message.room, cid = message.cid, wasUnsure](
            const Result<Sent> &answer) {
            if (connection == m_connection)
                answered(room, cid, wasUnsure, answer);
        });
}

void Outbox::answered(RoomId room, const Cid &cid, bool wasUnsure, const Result<Sent> &answer)
{
    SendLane &lane = m_lanes[room];
    const bool isRefusal = !answer && !isSilence(answer.error());
    if (const qsizetype index = m_entries.indexOf(cid);
        index >= 0 && isRefusal) { // one for now says nothing of earlier copies
        const bool isForNow = isTemporary(answer.error()) || isAboutCounters(answer.error());
        m_entries[index].mayBeStored = wasUnsure && isForNow;
    }
    if (answer && answer->cid != cid) { // a server that mixes up its answers says nothing about this message
        lane.accepted(false);
        failForGood(cid, { ErrorCode::MalformedMessage });
    } else if (answer) {
        lane.accepted(!wasUnsure);
        accepted(cid, *answer);
    } else if (answer.error().code == ErrorCode::ConnectionLost) {
        lane.lost();
    } else if (putUpAgain(cid, lane, answer.error()) || waitForSlowMode(cid, lane, answer.error())) {
        // its number is still to be used
    } else if (const Error &error = answer.error(); !lane.refused(error, m_clock.monotonicMs())) {
        refusedForGood(cid, error);
    } else if (const qsizetype index = m_entries.indexOf(cid);
               index >= 0 && m_entries[index].state == SendState::Sending) {
        const bool isCounter = isAboutCounters(error);
        const qint64 waitMs = std::max<qint64>(0, lane.heldUntilMs() - m_clock.monotonicMs());
        m_entries[index].nextTryMs = isCounter ? 0 : m_clock.wallMs() + waitMs;
        setState(m_entries[index], SendState::Queued, isCounter ? Error() : error, !isCounter);
    }
    pump();
}

void Outbox::accepted(const Cid &cid, const Sent &sent)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (index < 0 || m_entries[index].state == SendState::Stored)
        return; // its event was faster, or it was discarded
    OutboxEntry &entry = m_entries[index];
    entry.seq = sent.seq;
    entry.timeMs = sent.timeMs;
    m_journal.forget(cid);
    setState(entry, SendState::Stored);
    countMayHaveChanged();
}

void Outbox::refusedForGood(const Cid &cid, const Error &error)
{
    const qsizetype index = m_entries.indexOf(cid);
    if (index >= 0 && isChange(m_entries[index]) && error.code == ErrorCode::NothingToChange)
        removeAt(index); // it is as it was to be
    else
        failForGood(cid, error);
}

void Outbox::failForGood(const Cid &cid, const Error &error)
{
    if (const qsizetype index = m_entries.indexOf(cid); index >= 0 && isUnsent(m_entries[index])) {
        OutboxEntry failed = m_entries[index];
        failed.state = SendState::Failed;
        failed.error = error;
        m_journal.keep(recordOf(failed));
        setState(m_entries[index], SendState::Failed, error);
    }
}

// --- What the log says

void Outbox::noteEvent(const RoomEvent &event)
{
    if (event.cid.isNull() || event.author != m_session.self().account)
        return;
    if (const qsizetype index = m_entries.indexOf(event.cid); index >= 0)
        removeAt(index);
}

void Outbox::noteApplied(const Cid &cid)
{
    if (const qsizetype index = m_entries.indexOf(cid); index >= 0 && m_entries[index].state == SendState::Stored)
        removeAt(index);
}

void Outbox::noteRoomRemoved(RoomId room)
{
    const QList<OutboxEntry> entries = entriesOf(room);
    for (const OutboxEntry &entry : entries) {
        if (entry.state == SendState::Stored)
            noteApplied(entry.cid);
        else if (entry.state != SendState::Failed)
            failForGood(entry.cid, { ErrorCode::NotAMember });
    }
}

// --- Keeping

void Outbox::setState(OutboxEntry &entry, SendState state, const Error &error, bool isDelayed)
{
    if (entry.state == state && entry.error == error && entry.isDelayed == isDelayed)
        return;
    entry.state = state;
    entry.error = error;
    entry.isDelayed = isDelayed;
    const OutboxEntry copy = entry; // a receiver may change the list
    Q_EMIT entryChanged(copy);
}

OutboxEntry Outbox::takeAt(qsizetype index)
{
    m_marks.forget(m_entries[index].cid);
    return m_entries.takeAt(index);
}

void Outbox::removeAt(qsizetype index)
{
    const OutboxEntry entry = takeAt(index);
    m_journal.forget(entry.cid);
    Q_EMIT entryRemoved(entry.cid, entry.room);
    countMayHaveChanged();
    pump();
}

void Outbox::armTimer()
{
    const qint64 nowMs = m_clock.monotonicMs();
    std::optional<qint64> nextMs;
    for (const auto &[room, lane] : m_lanes) {
        if (const auto endMs = lane.nextEndMs(nowMs))
            nextMs = std::min(nextMs.value_or(*endMs), *endMs);
    }
    if (nextMs)
        m_sendTimer.start(int(*nextMs - nowMs));
}

void Outbox::countMayHaveChanged()
{
    const int count = unsentCount();
    if (std::exchange(m_lastCount, count) != count)
        Q_EMIT unsentCountChanged(count);
}

} // namespace salon
