// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_conversation.h"

#include "shared/base/file_name.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/peer/peer_limits.h"
#include "shared/peer/peer_link.h"
#include "shared/peer/store/peer_store.h"

#include <QHash>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int LoadAgainMs = 500;
constexpr int LoadAgainMaxMs = 60'000;

} // namespace

PeerConversation::PeerConversation(PeerStore &store, const Clock &clock, const QByteArray &person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_key(person)
    , m_inbox(store, clock, person)
{
    connect(&m_inbox, &PeerInbox::entryAdded, this, &PeerConversation::entryAdded);
    connect(&m_inbox, &PeerInbox::storeFailed, this, &PeerConversation::storeFailed);
    load();
}

PeerConversation::~PeerConversation() = default;

/// Behind whatever this conversation, or an earlier one with this person, still has on its way to the disk. A disk that
/// does not answer is asked again; nothing leaves and nothing is acknowledged before.
void PeerConversation::load()
{
    whenReady(m_store.standing(m_key), this, [this](const Result<PeerStanding> &standing) {
        if (standing) {
            loaded(*standing);
            return;
        }
        const bool isFirst = m_loadAgainMs == 0;
        m_loadAgainMs = isFirst ? LoadAgainMs : std::min(m_loadAgainMs * 2, LoadAgainMaxMs);
        QTimer::singleShot(m_loadAgainMs, this, &PeerConversation::load);
        if (isFirst)
            Q_EMIT storeFailed(standing.error()); // said once
    });
}

void PeerConversation::loaded(const PeerStanding &standing)
{
    m_inbox.setStanding(standing);
    // What was written since stands behind, as its answers come behind this one.
    m_queue = standing.queued;
    m_loaded = true;
    if (m_link)
        m_link->send(m_inbox.ready());
    if (m_theirReady)
        takeReady(*std::exchange(m_theirReady, std::nullopt));
}

Result<Cid> PeerConversation::send(const QString &text)
{
    return checkMessageText(text).and_then([this](const QString &checked) {
        PeerEntry entry;
        entry.text = checked;
        return enqueue(entry);
    });
}

Result<Cid> PeerConversation::offer(const PeerEntry &file)
{
    if (file.fileBytes > MaxPeerFileBytes)
        return fail(ErrorCode::StorageFull, u"larger than any file that is taken"_s);
    PeerEntry entry = file;
    entry.fileName = safeFileName(file.fileName);
    entry.file = PeerFileState::Offered;
    return enqueue(entry);
}

Result<Cid> PeerConversation::enqueue(PeerEntry entry)
{
    entry.person = m_key;
    entry.cid = makeCid(m_clock);
    entry.timeMs = m_clock.wallMs();
    entry.state = PeerEntryState::Queued;
    ++m_storing;
    whenReady(m_store.add(entry), this, [this, entry](const Result<qint64> &place) mutable {
        --m_storing;
        if (!place) {
            Q_EMIT storeFailed(place.error());
            Q_EMIT notKept(entry.cid);
            return;
        }
        entry.place = *place;
        m_queue.append(entry);
        Q_EMIT entryAdded(entry);
        transmit();
    });
    Q_EMIT entryQueued(entry.cid);
    return entry.cid;
}

void PeerConversation::attach(PeerLink *link)
{
    detach();
    m_link = link;
    m_inbox.attach(link);
    // Ready is who knows what to send: whatever the other does next finds us so.
    if (m_loaded)
        m_link->send(m_inbox.ready());
}

void PeerConversation::detach()
{
    m_link.clear();
    m_inbox.detach();
    m_theirReady.reset();
    m_inFlight = 0;
    if (std::exchange(m_ready, false))
        Q_EMIT directChanged();
}

void PeerConversation::breakOff(const Error &error)
{
    if (m_link)
        m_link->abort(error);
}

bool PeerConversation::take(const Envelope &envelope)
{
    const auto with = [this, &envelope]<class M>(void (PeerConversation::*handler)(const M &)) {
        const Result<M> message = decode<M>(envelope);
        if (message)
            (this->*handler)(*message);
        else
            breakOff(message.error());
        return true;
    };
    switch (MessageType(envelope.type)) {
    case MessageType::PeerReady:
        return with(&PeerConversation::takeReady);
    case MessageType::PeerMessage:
        if (const auto message = decode<PeerMessage>(envelope))
            m_inbox.take(*message);
        else
            breakOff(message.error());
        return true;
    case MessageType::PeerRefused:
        return with(&PeerConversation::takeRefused);
    case MessageType::PeerReceived:
        if (const auto received = decode<PeerReceived>(envelope))
            takeReceived(received->counter);
        else
            breakOff(received.error());
        return true;
    default:
        return false;
    }
}

void PeerConversation::takeReady(const PeerReady &ready)
{
    if (!m_link || m_ready)
        return;
    if (!m_loaded) {
        m_theirReady = ready;
        return;
    }
    const auto last = std::find_if(m_queue.begin(), m_queue.end(),
        [&ready](const PeerEntry &entry) { return !ready.lastCid.isNull() && entry.cid == ready.lastCid; });
    m_inFlight = 0;
    if (last != m_queue.end())
        settleAsTold(last - m_queue.begin() + 1, ready.refused);
    m_firstCounter = ready.received + 1;
    m_ready = true;
    Q_EMIT directChanged();
    transmit();
}

/// What was said of them may have been lost with the link.
void PeerConversation::settleAsTold(qsizetype count, const QList<PeerRefusal> &refused)
{
    QHash<Cid, quint16> codes;
    for (const PeerRefusal &refusal : refused)
        codes.insert(refusal.cid, refusal.code);
    for (; count > 0; --count) {
        const auto code = codes.constFind(m_queue.constFirst().cid);
        const bool isRefused = code != codes.constEnd();
        settle(1, isRefused ? PeerEntryState::Failed : PeerEntryState::Delivered, isRefused ? *code : 0);
    }
}

void PeerConversation::transmit()
{
    while (m_ready && m_link && m_inFlight < std::min(MaxPeerUnanswered, m_queue.size())) {
        const PeerEntry &entry = m_queue.at(m_inFlight);
        m_link->send(PeerMessage{ entry.cid, m_firstCounter + quint64(m_inFlight), entry.timeMs, entry.text,
            entry.fileName, entry.fileBytes, entry.fileHash });
        ++m_inFlight;
    }
}

void PeerConversation::settle(qsizetype count, PeerEntryState state, quint16 errorCode)
{
    if (count <= 0)
        return;
    QList<Cid> cids;
    for (qsizetype i = 0; i < count; ++i)
        cids.append(m_queue.takeFirst().cid);
    m_firstCounter += quint64(count);
    m_inFlight = std::max<qsizetype>(0, m_inFlight - count);
    // Should this be lost, PeerReady of the next link says it again.
    whenReady(m_store.setState(m_key, cids, state, errorCode), this, [this](const Result<> &done) {
        if (!done)
            Q_EMIT storeFailed(done.error());
    });
    for (const Cid &cid : std::as_const(cids))
        Q_EMIT entryChanged(cid, state, errorCode);
}

void PeerConversation::takeReceived(quint64 counter)
{
    if (!m_ready || counter < m_firstCounter)
        return;
    if (counter - m_firstCounter >= quint64(m_inFlight)) {
        breakOff({ ErrorCode::UnexpectedMessage, u"acknowledged what was not sent"_s });
        return;
    }
    settle(qsizetype(counter - m_firstCounter) + 1, PeerEntryState::Delivered, 0);
    transmit();
}

void PeerConversation::takeRefused(const PeerRefused &refused)
{
    if (!m_ready || refused.counter < m_firstCounter)
        return;
    if (refused.counter - m_firstCounter >= quint64(m_inFlight)) {
        breakOff({ ErrorCode::UnexpectedMessage, u"refused what was not sent"_s });
        return;
    }
    settle(qsizetype(refused.counter - m_firstCounter), PeerEntryState::Delivered, 0);
    settle(1, PeerEntryState::Failed, refused.code);
    transmit();
}

} // namespace salon
