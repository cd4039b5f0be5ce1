// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/outbox.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/session.h"

#include <QScopedValueRollback>
#include <algorithm>

namespace salon {
namespace {

constexpr int MarkedAhead = 4 * wire_limits::MaxInFlightPerRoom; ///< so that not each message is a write

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
{
    connect(&session, &Session::stateChanged, this, &Outbox::sessionStateChanged);
    m_sendTimer.setSingleShot(true);
    connect(&m_sendTimer, &QTimer::timeout, this, &Outbox::pump);
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
        m_entries = entries + m_entries;
        m_drafts.restore(snapshot->drafts);
    } else {
        qCWarning(salonStore) << "The outbox cannot be opened:" << snapshot.error().detail;
    }
    Q_EMIT loaded();
    countMayHaveChanged();
    pump();
}

// --- What a person does

Cid Outbox::queue(RoomId room, const QString &checkedText)
{
    OutboxEntry entry;
    entry.cid = makeCid(m_clock);
    entry.room = room;
    entry.text = checkedText;
    entry.createdMs = m_clock.wallMs();
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
    const qsizetype index = indexOf(cid);
    if (index < 0 || m_entries[index].state != SendState::Saving)
        return;
    if (result)
        setState(m_entries[index], SendState::Queued);
    else
        setState(m_entries[index], SendState::Failed, result.error());
    pump();
}

void Outbox::retry(const Cid &cid)
{
    const qsizetype index = indexOf(cid);
    if (index < 0)
        return;
    if (m_entries[index].state == SendState::Failed) {
        OutboxEntry entry = m_entries[index];
        removeAt(index); // the record on disk stays until the new one takes its place
        entry.state = SendState::Saving;
        entry.error = {};
        entry.counter = 0;
        entry.isMarked = false;
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
        removeAt(indexOf(cid));
    return removal;
}

QString Outbox::takeBack(const Cid &cid)
{
    if (removable(cid) != OutboxRemoval::Done)
        return {};
    const qsizetype index = indexOf(cid);
    const QString text = m_entries[index].text;
    removeAt(index);
    return text;
}

OutboxRemoval Outbox::takeBackIntoDraft(const Cid &cid)
{
    const OutboxRemoval removal = removable(cid);
    if (removal != OutboxRemoval::Done)
        return removal;
    const OutboxEntry entry = takeAt(indexOf(cid));
    const QString before = draft(entry.room);
    const QString text = before.isEmpty() ? entry.text : entry.text + QChar(QChar::LineFeed) + before;
    m_journal.turnIntoDraft(cid, entry.room, text);
    m_drafts.adopt(entry.room, text);
    Q_EMIT entryRemoved(cid, entry.room);
    countMayHaveChanged();
    pump();
    return removal;
}

QList<OutboxEntry> Outbox::entriesOf(RoomId room) const
{
    QList<OutboxEntry> entries;
    std::ranges::copy_if(
        m_entries, std::back_inserter(entries), [&](const OutboxEntry &entry) { return entry.room == room; });
    return entries;
}

const OutboxEntry *Outbox::find(const Cid &cid) const
{
    const qsizetype index = indexOf(cid);
    return index < 0 ? nullptr : &m_entries[index];
}

int Outbox::unsentCount() const
{
    return int(std::ranges::count_if(m_entries, isUnsent));
}

// --- Sending

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
    QList<Cid> interrupted;
    for (const OutboxEntry &entry : std::as_const(m_entries)) {
        if (entry.state == SendState::Sending || entry.isDelayed)
            interrupted.append(entry.cid);
    }
    for (const Cid &cid : std::as_const(interrupted)) {
        if (const qsizetype index = indexOf(cid); index >= 0 && isWaiting(m_entries[index]))
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
    QList<RoomId> rooms;
    for (const OutboxEntry &entry : std::as_const(m_entries)) {
        if (isWaiting(entry) && !rooms.contains(entry.room))
            rooms.append(entry.room);
    }
    for (const RoomId room : std::as_const(rooms)) {
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
        lane.begin(waitingIn(room), m_serverCounters.value(room));
    if (lane.isHeld(m_clock.monotonicMs()))
        return;
    const QList<OutboxEntry *> waiting = waitingIn(room);
    lane.recover(waiting);
    mark(room, lane);
    const int connection = m_connection;
    while (connection == m_connection && !lane.isFull()) {
        OutboxEntry *next = nextToSend(room); // looked for anew: a receiver may have changed the list
        if (!next)
            return;
        send(*next, lane);
    }
}

void Outbox::mark(RoomId room, SendLane &lane)
{
    const QList<OutboxEntry *> waiting = waitingIn(room);
    const auto isUnmarked = [this](const OutboxEntry *entry) {
        return entry->counter == 0 || (!entry->isMarked && m_marking.value(entry->cid) != entry->counter);
    };
    if (std::ranges::none_of(waiting.first(std::min<qsizetype>(waiting.size(), MarkedAhead / 4)), isUnmarked))
        return;
    QList<OutboxRecord> records;
    for (OutboxEntry *entry : waiting.first(std::min<qsizetype>(waiting.size(), MarkedAhead))) {
        if (entry->counter == 0) {
            entry->counter = lane.nextNumber();
            entry->isMarked = false;
        }
        if (!isUnmarked(entry))
            continue;
        m_marking.insert(entry->cid, entry->counter);
        records.append(recordOf(*entry));
        records.last().mayBeStored = true;
    }
    if (records.isEmpty())
        return;
    whenReady(m_journal.keepNow(records), this, [this, records](const Result<> &kept) {
        if (!kept)
            qCWarning(salonStore) << "The outbox could not be updated:" << kept.error().detail;
        for (const OutboxRecord &record : records) {
            if (m_marking.value(record.cid) != record.counter)
                continue; // it got another number meanwhile
            m_marking.remove(record.cid);
            if (const qsizetype index = indexOf(record.cid); index >= 0 && m_entries[index].counter == record.counter)
                m_entries[index].isMarked = true;
        }
        pump();
    });
}

OutboxEntry *Outbox::nextToSend(RoomId room)
{
    for (OutboxEntry &entry : m_entries) {
        if (entry.room != room)
            continue;
        if (entry.state == SendState::Saving)
            return nullptr; // never before it is safe, and nothing overtakes it
        if (entry.state == SendState::Queued && !entry.isMarked)
            return nullptr;
        if (entry.state == SendState::Queued)
            return &entry;
    }
    return nullptr;
}

void Outbox::send(OutboxEntry &entry, SendLane &lane)
{
    lane.take();
    const bool wasUnsure = std::exchange(entry.mayBeStored, true);
    const SendMessage message{ entry.room, entry.cid, entry.counter, entry.text };
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
    if (const qsizetype index = indexOf(cid); index >= 0 && isRefusal) { // one for now says nothing of earlier copies
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
    } else if (const Error &error = answer.error(); !lane.refused(error, m_clock.monotonicMs())) {
        failForGood(cid, error);
    } else if (const qsizetype index = indexOf(cid); index >= 0 && m_entries[index].state == SendState::Sending) {
        const bool isCounter = isAboutCounters(error);
        setState(m_entries[index], SendState::Queued, isCounter ? Error() : error, !isCounter);
    }
    pump();
}

void Outbox::accepted(const Cid &cid, const Sent &sent)
{
    const qsizetype index = indexOf(cid);
    if (index < 0 || m_entries[index].state == SendState::Stored)
        return; // its event was faster, or it was discarded
    OutboxEntry &entry = m_entries[index];
    entry.seq = sent.seq;
    entry.timeMs = sent.timeMs;
    m_journal.forget(cid);
    setState(entry, SendState::Stored);
    countMayHaveChanged();
}

void Outbox::failForGood(const Cid &cid, const Error &error)
{
    if (const qsizetype index = indexOf(cid); index >= 0 && isUnsent(m_entries[index])) {
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
    if (const qsizetype index = indexOf(event.cid); index >= 0)
        removeAt(index);
}

void Outbox::noteApplied(const Cid &cid)
{
    if (const qsizetype index = indexOf(cid); index >= 0 && m_entries[index].state == SendState::Stored)
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

qsizetype Outbox::indexOf(const Cid &cid) const
{
    const auto found = std::ranges::find(m_entries, cid, &OutboxEntry::cid);
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

QList<OutboxEntry *> Outbox::waitingIn(RoomId room)
{
    QList<OutboxEntry *> waiting;
    for (OutboxEntry &entry : m_entries) {
        if (entry.room == room && isWaiting(entry))
            waiting.append(&entry);
    }
    return waiting;
}

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
    m_marking.remove(m_entries[index].cid);
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
    qint64 nextMs = -1;
    for (const auto &[room, lane] : m_lanes) {
        if (lane.heldUntilMs() > nowMs && (nextMs < 0 || lane.heldUntilMs() < nextMs))
            nextMs = lane.heldUntilMs();
    }
    if (nextMs >= 0)
        m_sendTimer.start(int(nextMs - nowMs));
}

void Outbox::countMayHaveChanged()
{
    const int count = unsentCount();
    if (std::exchange(m_lastCount, count) != count)
        Q_EMIT unsentCountChanged(count);
}

} // namespace salon
