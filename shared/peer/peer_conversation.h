// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/peer/peer_inbox.h"
#include "shared/peer/store/peer_records.h"
#include "shared/protocol/codec.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <optional>

namespace salon {

class PeerLink;
class PeerStore;

/// The messages between this device and one person: ours wait in the outbox until the other has them on disk, theirs
/// are acknowledged once they are on ours; in order, each exactly once, over any number of links (docs/PROTOCOL.md
/// §16.2).
class PeerConversation : public QObject
{
    Q_OBJECT

public:
    PeerConversation(PeerStore &store, const Clock &clock, const QByteArray &person, QObject *parent = nullptr);
    ~PeerConversation() override;

    [[nodiscard]] const QByteArray &key() const { return m_key; }

    /// Queues a text: its cid, or EmptyText, TextTooLong… as checkMessageText(). entryAdded() follows once it is on
    /// disk; storeFailed() and notKept() if it cannot be put there.
    Result<Cid> send(const QString &text);
    /// Queues the offer of a file; `entry` says name, size, hash and path. StorageFull: larger than anybody takes.
    Result<Cid> offer(const PeerEntry &file);

    void setPace(const PeerPace &pace) { m_inbox.setPace(pace); }
    [[nodiscard]] const PeerInbox &inbox() const { return m_inbox; }

    /// The link to use from now on: says PeerReady, and goes on when the other has.
    void attach(PeerLink *link);
    void detach();
    /// Both sides are ready: what is sent leaves at once.
    [[nodiscard]] bool isDirect() const { return m_link && m_ready; }
    [[nodiscard]] PeerLink *link() const { return m_link; }
    /// Ours that are not acknowledged yet, those on their way to the disk included.
    [[nodiscard]] qsizetype queuedCount() const { return m_queue.size() + m_storing; }

    /// A message of the attached link; false if it is none of this class.
    bool take(const Envelope &envelope);

Q_SIGNALS:
    /// Ours, on its way to the disk: entryAdded() or notKept() follows.
    void entryQueued(const salon::Cid &cid);
    /// Ours or theirs, stored.
    void entryAdded(const salon::PeerEntry &entry);
    /// Ours could not be stored, and is not sent.
    void notKept(const salon::Cid &cid);
    /// `errorCode`: with Failed, an ErrorCode.
    void entryChanged(const salon::Cid &cid, salon::PeerEntryState state, quint16 errorCode);
    /// isDirect() changed.
    void directChanged();
    void storeFailed(const salon::Error &error);

private:
    Result<Cid> enqueue(PeerEntry entry);
    void load();
    void loaded(const PeerStanding &standing);
    void takeReady(const PeerReady &ready);
    void takeReceived(quint64 counter);
    void takeRefused(const PeerRefused &refused);
    void settleAsTold(qsizetype count, const QList<PeerRefusal> &refused);
    void settle(qsizetype count, PeerEntryState state, quint16 errorCode);
    void transmit();
    void becomeReady();
    void breakOff(const Error &error);

    PeerStore &m_store;
    const Clock &m_clock;
    QByteArray m_key;
    PeerInbox m_inbox;
    QPointer<PeerLink> m_link;
    QList<PeerEntry> m_queue; ///< ours, unacknowledged, oldest first
    std::optional<PeerReady> m_theirReady; ///< came before our outbox was read
    int m_storing = 0; ///< ours, on their way to the disk
    quint64 m_firstCounter = 1; ///< of m_queue.first() on this link
    qsizetype m_inFlight = 0; ///< of m_queue, from its start
    bool m_loaded = false;
    int m_loadAgainMs = 0; ///< the outbox could not be read; 0: it was not tried in vain
    bool m_ready = false;
};

} // namespace salon
