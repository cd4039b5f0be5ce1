// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/peer_conversation.h"

#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/peer/file_name.h"
#include "shared/peer/peer_link.h"
#include "shared/peer/store/peer_store.h"

#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxInFlight = 16;
constexpr int MaxTaking = 64; ///< of this link and one that ended just before; whoever sends more does not wait for us
constexpr qsizetype HashBytes = 32;
constexpr int LoadAgainMs = 500;
constexpr int LoadAgainMaxMs = 60'000;

/// Why a message of the other side can never be taken; nothing if it can.
std::optional<ErrorCode> objection(const PeerMessage &message)
{
    if (message.cid.isNull())
        return ErrorCode::MalformedMessage;
    if (!message.fileName.isEmpty()) {
        const bool fits
            = message.fileHash.size() == HashBytes && message.fileBytes <= quint64(std::numeric_limits<qint64>::max());
        if (!fits)
            return ErrorCode::MalformedMessage;
        if (message.text.isEmpty())
            return {};
    }
    const auto text = checkMessageText(message.text);
    return text ? std::nullopt : std::optional(text.error().code);
}

} // namespace

PeerConversation::PeerConversation(PeerStore &store, const Clock &clock, const QByteArray &person, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_key(person)
{
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
    m_received = standing.received;
    m_lastCid = standing.lastCid;
    // What was written since stands behind, as its answers come behind this one.
    m_queue = standing.queued;
    m_loaded = true;
    if (m_link)
        m_link->send(PeerReady{ m_received, m_lastCid });
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
            return;
        }
        entry.place = *place;
        m_queue.append(entry);
        Q_EMIT entryAdded(entry);
        transmit();
    });
    return entry.cid;
}

void PeerConversation::attach(PeerLink *link)
{
    detach();
    m_link = link;
    // Ready is who knows what to send: whatever the other does next finds us so.
    if (m_loaded)
        m_link->send(PeerReady{ m_received, m_lastCid });
}

void PeerConversation::detach()
{
    m_link.clear();
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
        return with(&PeerConversation::takeMessage);
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
        settle(last - m_queue.begin() + 1, PeerEntryState::Delivered, 0);
    m_firstCounter = ready.received + 1;
    m_ready = true;
    Q_EMIT directChanged();
    transmit();
}

void PeerConversation::transmit()
{
    while (m_ready && m_link && m_inFlight < std::min(MaxInFlight, m_queue.size())) {
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
        Q_EMIT entryChanged(cid, state);
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

void PeerConversation::takeMessage(const PeerMessage &message)
{
    if (!m_link)
        return;
    if (m_taking >= MaxTaking) {
        breakOff({ ErrorCode::RateLimited, u"too many unacknowledged messages"_s });
        return;
    }
    ++m_taking;
    const std::optional<ErrorCode> refused = objection(message);
    PeerEntry entry;
    entry.person = m_key;
    entry.cid = message.cid;
    entry.timeMs = message.timeMs;
    entry.text = message.text.isEmpty() ? QString() : checkMessageText(message.text).value_or(QString());
    entry.state = PeerEntryState::Received;
    if (!message.fileName.isEmpty()) {
        entry.fileName = safeFileName(message.fileName);
        entry.fileBytes = message.fileBytes;
        entry.fileHash = message.fileHash;
        entry.file = PeerFileState::Offered;
    }
    whenReady(m_store.take(entry, message.counter, refused.has_value()), this,
        [this, entry, counter = message.counter, refused, link = m_link](const Result<PeerTaking> &taking) {
            --m_taking;
            if (!taking) {
                Q_EMIT storeFailed(taking.error());
                // Not acknowledged, so that it comes again over the next link.
                if (link)
                    link->abort(taking.error());
                return;
            }
            taken(entry, counter, refused, *taking);
        });
}

void PeerConversation::taken(
    const PeerEntry &entry, quint64 counter, std::optional<ErrorCode> refused, PeerTaking taking)
{
    if (taking == PeerTaking::OutOfOrder) {
        breakOff({ ErrorCode::CounterSkipped, u"a peer skipped a message, or used its number twice"_s });
        return;
    }
    if (taking != PeerTaking::Repeated) {
        m_received = counter;
        m_lastCid = entry.cid;
    }
    if (m_link) {
        if (refused)
            m_link->send(PeerRefused{ counter, quint16(*refused) });
        else
            m_link->send(PeerReceived{ counter });
    }
    if (taking == PeerTaking::Stored && !refused)
        Q_EMIT entryAdded(entry);
}

} // namespace salon
