// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/outbox.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/limits.h"

#include <QScopedValueRollback>
#include <algorithm>

namespace salon {
namespace {

constexpr int DraftPauseMs = 500;
constexpr int FirstHoldMs = 250;
constexpr int LongestHoldMs = 60'000;

bool isWaiting(const OutboxEntry &entry)
{
    return entry.state == SendState::Queued || entry.state == SendState::Sending;
}

bool isUnsent(const OutboxEntry &entry)
{
    return entry.state != SendState::Stored;
}

/// The server may accept it later without anybody doing anything.
bool isTemporary(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServerBusy:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed:
    case ErrorCode::ShuttingDown:
    case ErrorCode::RateLimited:
    case ErrorCode::TimedOut:
        return true;
    default:
        return error.retryAfterMs.has_value();
    }
}

OutboxRecord recordOf(const OutboxEntry &entry)
{
    const bool failed = entry.state == SendState::Failed;
    return { entry.cid, entry.room, entry.text, entry.createdMs, entry.counter, failed,
        failed ? entry.error : Error() };
}

OutboxEntry entryOf(const OutboxRecord &record)
{
    OutboxEntry entry;
    entry.cid = record.cid;
    entry.room = record.room;
    entry.text = record.text;
    entry.createdMs = record.createdMs;
    entry.counter = record.counter;
    entry.state = record.failed ? SendState::Failed : SendState::Queued;
    entry.error = record.error;
    return entry;
}

} // namespace

Outbox::Outbox(Session &session, OutboxStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_store(store)
    , m_clock(clock)
{
    connect(&session, &Session::stateChanged, this, &Outbox::sessionStateChanged);
    m_sendTimer.setSingleShot(true);
    connect(&m_sendTimer, &QTimer::timeout, this, &Outbox::pump);
    m_keepTimer.setSingleShot(true);
    connect(&m_keepTimer, &QTimer::timeout, this, &Outbox::writeKept);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(DraftPauseMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &Outbox::writeDrafts);
}

Outbox::~Outbox()
{
    writeKept();
    writeDrafts();
}

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
        for (auto draft = snapshot->drafts.cbegin(); draft != snapshot->drafts.cend(); ++draft) {
            if (!m_drafts.contains(draft.key()))
                m_drafts.insert(draft.key(), draft.value());
        }
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
        m_store.add(recordOf(entry)), this, [this, cid = entry.cid](const Result<> &result) { saved(cid, result); });
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
        removeAt(index);
        writeKept(); // its old record must be gone before the new one comes
        entry.state = SendState::Saving;
        entry.error = {};
        entry.counter = 0;
        m_entries.append(entry);
        Q_EMIT entryAdded(entry);
        save(entry);
        countMayHaveChanged();
    } else if (m_entries[index].state == SendState::Queued) {
        m_lanes[m_entries[index].room].blockedUntilMs = 0;
        pump();
    }
}

void Outbox::discard(const Cid &cid)
{
    const qsizetype index = indexOf(cid);
    if (index >= 0 && isUnsent(m_entries[index]))
        removeAt(index);
}

QString Outbox::takeBack(const Cid &cid)
{
    const qsizetype index = indexOf(cid);
    if (index < 0 || m_entries[index].state == SendState::Stored || m_entries[index].state == SendState::Sending)
        return {};
    const QString text = m_entries[index].text;
    removeAt(index);
    return text;
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

void Outbox::setDraft(RoomId room, const QString &text)
{
    if (m_drafts.value(room) == text)
        return;
    const bool had = m_drafts.contains(room);
    if (text.isEmpty())
        m_drafts.remove(room);
    else
        m_drafts.insert(room, text);
    if (!m_draftsToKeep.contains(room))
        m_draftsToKeep.append(room);
    m_draftTimer.start();
    if (had != m_drafts.contains(room))
        Q_EMIT draftChanged(room);
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
    for (OutboxEntry &entry : m_entries) {
        if (entry.state == SendState::Sending || entry.isDelayed)
            setState(entry, SendState::Queued);
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
    if (!m_lanes.contains(room))
        keepNumbers(room, m_serverCounters.value(room));
    Lane &lane = m_lanes[room];
    if (lane.recovers && lane.inFlight > 0)
        return; // the answers of the others are still to come
    if (m_clock.monotonicMs() < lane.blockedUntilMs)
        return;
    lane.recovers = false;
    if (lane.renumberFrom > 0)
        renumber(room, std::exchange(lane.renumberFrom, 0));
    const int connection = m_connection;
    for (qsizetype i = 0; i < m_entries.size() && lane.inFlight < wire_limits::MaxInFlightPerRoom; ++i) {
        OutboxEntry &entry = m_entries[i];
        if (entry.room != room)
            continue;
        if (entry.state == SendState::Saving)
            break; // never before it is safe, and nothing overtakes it
        if (entry.state == SendState::Queued)
            send(entry, lane);
        if (connection != m_connection || !m_lanes.contains(room))
            return;
    }
}

void Outbox::send(OutboxEntry &entry, Lane &lane)
{
    if (entry.counter == 0) {
        entry.counter = lane.nextCounter;
        keepSoon(entry.cid);
    }
    lane.nextCounter = std::max(lane.nextCounter, entry.counter + 1);
    ++lane.inFlight;
    const SendMessage message{ entry.room, entry.cid, entry.counter, entry.text };
    setState(entry, SendState::Sending);
    m_session.request<Sent>(message, this,
        [this, connection = m_connection, room = message.room, cid = message.cid](const Result<Sent> &answer) {
            if (connection == m_connection)
                answered(room, cid, answer);
        });
}

void Outbox::answered(RoomId room, const Cid &cid, const Result<Sent> &answer)
{
    Lane &lane = m_lanes[room];
    lane.inFlight = std::max(0, lane.inFlight - 1);
    if (answer) {
        lane.refusals = 0;
        accepted(*answer);
    } else if (answer.error().code != ErrorCode::ConnectionLost) {
        refused(lane, cid, answer.error());
    }
    pump();
}

void Outbox::accepted(const Sent &sent)
{
    const qsizetype index = indexOf(sent.cid);
    if (index < 0 || m_entries[index].state == SendState::Stored)
        return; // its event was faster, or it was discarded
    OutboxEntry &entry = m_entries[index];
    entry.seq = sent.seq;
    entry.timeMs = sent.timeMs;
    forgetSoon(entry.cid);
    setState(entry, SendState::Stored);
    countMayHaveChanged();
}

void Outbox::refused(Lane &lane, const Cid &cid, const Error &error)
{
    const qsizetype index = indexOf(cid);
    const bool isCounter = error.code == ErrorCode::CounterSkipped || error.code == ErrorCode::CounterReused;
    if (isCounter || isTemporary(error)) {
        lane.recovers = true;
        if (isCounter)
            lane.renumberFrom = std::max(quint64(1), error.params.value(0).toULongLong());
        // The first word about counters is put right at once; a server that repeats itself is given time.
        const int holdMs
            = isCounter && lane.refusals == 0 ? 0 : std::min(LongestHoldMs, FirstHoldMs << std::min(lane.refusals, 8));
        const auto askedMs = int(std::min(error.retryAfterMs.value_or(0), quint32(LongestHoldMs)));
        const qint64 untilMs = m_clock.monotonicMs() + std::max(isCounter ? 0 : askedMs, holdMs);
        lane.blockedUntilMs = std::max(lane.blockedUntilMs, untilMs);
        if (!isCounter || lane.inFlight == 0)
            ++lane.refusals;
        if (index >= 0)
            setState(m_entries[index], SendState::Queued, isCounter ? Error() : error, !isCounter);
        return;
    }
    if (index >= 0) {
        setState(m_entries[index], SendState::Failed, error);
        keepSoon(cid);
    }
}

void Outbox::renumber(RoomId room, quint64 first)
{
    quint64 next = first;
    for (OutboxEntry &entry : m_entries) {
        if (entry.room != room || !isWaiting(entry))
            continue;
        entry.counter = next++;
        keepSoon(entry.cid);
    }
    m_lanes[room].nextCounter = next;
}

void Outbox::keepNumbers(RoomId room, quint64 serverLast)
{
    // Entries sent before keep their numbers as long as these can still be what the server waits for; a repeated cid is
    // answered whatever its number, so a wrong guess costs one question and never a message.
    quint64 previous = 0;
    bool continues = true;
    for (OutboxEntry &entry : m_entries) {
        if (entry.room != room || !isWaiting(entry))
            continue;
        continues = continues && entry.counter > 0
            && (previous == 0 ? entry.counter <= serverLast + 1 : entry.counter == previous + 1);
        if (continues)
            previous = entry.counter;
        else
            entry.counter = 0;
    }
    m_lanes[room].nextCounter = std::max(previous, serverLast) + 1;
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
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        OutboxEntry &entry = m_entries[i];
        if (entry.room != room)
            continue;
        if (entry.state == SendState::Stored) {
            removeAt(i);
        } else if (entry.state != SendState::Failed) {
            setState(entry, SendState::Failed, { ErrorCode::NotAMember });
            keepSoon(entry.cid);
        }
    }
}

// --- Keeping

qsizetype Outbox::indexOf(const Cid &cid) const
{
    const auto found = std::ranges::find(m_entries, cid, &OutboxEntry::cid);
    return found == m_entries.end() ? -1 : found - m_entries.begin();
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

void Outbox::removeAt(qsizetype index)
{
    const OutboxEntry entry = m_entries.takeAt(index);
    forgetSoon(entry.cid);
    Q_EMIT entryRemoved(entry.cid, entry.room);
    countMayHaveChanged();
    pump();
}

void Outbox::keepSoon(const Cid &cid)
{
    if (!m_toKeep.contains(cid))
        m_toKeep.append(cid);
    m_keepTimer.start(0);
}

void Outbox::forgetSoon(const Cid &cid)
{
    m_toKeep.removeOne(cid);
    if (!m_toForget.contains(cid))
        m_toForget.append(cid);
    m_keepTimer.start(0);
}

void Outbox::writeKept()
{
    m_keepTimer.stop();
    QList<OutboxRecord> records;
    for (const Cid &cid : std::exchange(m_toKeep, {})) {
        if (const OutboxEntry *entry = find(cid))
            records.append(recordOf(*entry));
    }
    // Failing here loses nothing: the text is on disk, and a message that is sent again under its cid arrives once.
    const auto report = [](const Result<> &done) {
        if (!done)
            qCWarning(salonStore) << "The outbox could not be updated:" << done.error().detail;
    };
    if (!records.isEmpty())
        whenReady(m_store.update(records), this, report);
    if (const QList<Cid> cids = std::exchange(m_toForget, {}); !cids.isEmpty())
        whenReady(m_store.remove(cids), this, report);
}

void Outbox::writeDrafts()
{
    m_draftTimer.stop();
    for (const RoomId room : std::exchange(m_draftsToKeep, {}))
        m_store.keepDraft(room, m_drafts.value(room));
}

void Outbox::armTimer()
{
    const qint64 nowMs = m_clock.monotonicMs();
    qint64 nextMs = -1;
    for (const Lane &lane : std::as_const(m_lanes)) {
        if (lane.blockedUntilMs > nowMs && (nextMs < 0 || lane.blockedUntilMs < nextMs))
            nextMs = lane.blockedUntilMs;
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
