// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_inbox.h"

#include "shared/base/file_name.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/peer/peer_limits.h"
#include "shared/peer/peer_link.h"
#include "shared/peer/store/peer_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype HashBytes = 32;
constexpr int FirstTroubleMs = 1'000;
constexpr int MaxTroubleMs = 60'000;
constexpr qint64 EarliestMs = 946'684'800'000; ///< the year 2000
constexpr qint64 DayMs = 24 * 60 * 60 * 1000;
constexpr double FrameBytes = 64; ///< about as much as a message has beside its text

/// Why a message of the other side can never be taken; 0 if it can.
quint16 objection(const PeerMessage &message)
{
    if (message.cid.isNull())
        return quint16(ErrorCode::MalformedMessage);
    if (!message.fileName.isEmpty()) {
        if (message.fileHash.size() != HashBytes || message.fileBytes > MaxPeerFileBytes)
            return quint16(ErrorCode::MalformedMessage);
        if (message.text.isEmpty())
            return 0;
    }
    const auto text = checkMessageText(message.text);
    return text ? 0 : quint16(text.error().code);
}

} // namespace

PeerInbox::PeerInbox(PeerStore &store, const Clock &clock, QByteArray person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_person(std::move(person))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &PeerInbox::takeNext);
}

PeerInbox::~PeerInbox()
{
    detach();
}

void PeerInbox::setStanding(const PeerStanding &standing)
{
    m_received = standing.received;
    m_lastCid = standing.lastCid;
    m_refusals = standing.refusals;
}

void PeerInbox::attach(PeerLink *link)
{
    detach();
    m_link = link;
}

void PeerInbox::detach()
{
    if (m_link)
        m_link->holdReading(this, false);
    m_link.clear();
    ++m_linkNumber;
    m_held.clear();
    m_isPaid = false;
    if (m_troubleMs == 0)
        m_again.stop();
}

void PeerInbox::holdLink()
{
    // One more than the other may leave unanswered.
    if (m_link)
        m_link->holdReading(this, m_held.size() > size_t(MaxPeerUnanswered));
}

void PeerInbox::take(const PeerMessage &message)
{
    if (!m_link)
        return;
    m_held.push_back(message);
    holdLink();
    takeNext();
}

/// One at a time: one that fails must not be passed by the next.
void PeerInbox::takeNext()
{
    if (m_storing || m_again.isActive() || m_held.empty())
        return;
    if (const qint64 wait = m_isPaid ? 0 : waitMs(m_held.front()); wait > 0) {
        m_again.start(int(wait));
        return;
    }
    m_isPaid = true;
    store(m_held.front());
}

/// Counts it if it may pass now.
qint64 PeerInbox::waitMs(const PeerMessage &message)
{
    const qint64 now = m_clock.monotonicMs();
    const double bytes = FrameBytes + double(message.text.toUtf8().size());
    const quint32 wait = std::max(m_messages.waitMs(m_pace.burst, m_pace.perSecond, 1, now).value_or(0),
        m_bytes.waitMs(m_pace.burstBytes, m_pace.bytesPerSecond, bytes, now).value_or(0));
    if (wait > 0)
        return wait;
    (void)m_messages.take(m_pace.burst, m_pace.perSecond, 1, now);
    (void)m_bytes.take(m_pace.burstBytes, m_pace.bytesPerSecond, bytes, now);
    return 0;
}

PeerEntry PeerInbox::entryOf(const PeerMessage &message) const
{
    PeerEntry entry;
    entry.person = m_person;
    entry.cid = message.cid;
    // Shown beside messages of this device: no clock is so wrong that it may stand anywhere.
    entry.timeMs = std::max(EarliestMs, std::min(message.timeMs, m_clock.wallMs() + DayMs));
    entry.text = message.text.isEmpty() ? QString() : checkMessageText(message.text).value_or(QString());
    entry.state = PeerEntryState::Received;
    if (!message.fileName.isEmpty()) {
        entry.fileName = safeFileName(message.fileName);
        entry.fileBytes = message.fileBytes;
        entry.fileHash = message.fileHash;
        entry.file = PeerFileState::Offered;
    }
    return entry;
}

void PeerInbox::store(const PeerMessage &message)
{
    m_storing = true;
    const quint16 refusedCode = objection(message);
    const PeerEntry entry = entryOf(message);
    whenReady(m_store.take(entry, message.counter, refusedCode), this,
        [this, entry, counter = message.counter, refusedCode, number = m_linkNumber](const Result<PeerTaking> &taking) {
            m_storing = false;
            if (!taking) {
                notStored(taking.error());
                return;
            }
            m_troubleMs = 0;
            if (number == m_linkNumber) {
                m_held.pop_front();
                m_isPaid = false;
                holdLink();
            }
            // Of an earlier link it proves nothing about this one.
            if (number == m_linkNumber || *taking != PeerTaking::OutOfOrder)
                stored(entry, counter, refusedCode, *taking);
            takeNext();
        });
}

/// Not acknowledged: it stays here, or comes again over the next link.
void PeerInbox::notStored(const Error &error)
{
    const bool isFirst = m_troubleMs == 0;
    m_troubleMs = isFirst ? FirstTroubleMs : std::min(m_troubleMs * 2, MaxTroubleMs);
    m_again.start(m_troubleMs);
    if (isFirst)
        Q_EMIT storeFailed(error);
}

void PeerInbox::stored(const PeerEntry &entry, quint64 counter, quint16 refusedCode, PeerTaking taking)
{
    if (taking == PeerTaking::OutOfOrder) {
        if (m_link)
            m_link->abort({ ErrorCode::CounterSkipped, u"a peer skipped a message, or used its number twice"_s });
        return;
    }
    if (taking != PeerTaking::Repeated) {
        m_received = counter;
        m_lastCid = entry.cid;
        if (refusedCode != 0)
            m_refusals.append({ entry.cid, refusedCode });
        if (m_refusals.size() > MaxPeerUnanswered)
            m_refusals.removeFirst();
    }
    if (m_link) {
        if (refusedCode != 0)
            m_link->send(PeerRefused{ counter, refusedCode });
        else
            m_link->send(PeerReceived{ counter });
    }
    if (taking == PeerTaking::Stored && refusedCode == 0)
        Q_EMIT entryAdded(entry);
}

} // namespace salon
