// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/error.h"
#include "shared/base/token_bucket.h"
#include "shared/peer/store/peer_records.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <deque>
#include <optional>

namespace salon {

class PeerLink;
class PeerStore;

/// How much one person may write to this device; whoever writes more is read later. A burst of 0 means no limit.
struct PeerPace
{
    double burst = 20; ///< messages
    double perSecond = 2;
    double burstBytes = 64 * 1024;
    double bytesPerSecond = 64 * 1024;

    static PeerPace unlimited() { return { 0, 0, 0, 0 }; }
};

/// What one person writes to this device: each message is stored, and only then acknowledged, one after the other and
/// at a measured pace. What waits is bounded: with more unanswered than there may be, the link is not read.
class PeerInbox : public QObject
{
    Q_OBJECT

public:
    PeerInbox(PeerStore &store, const Clock &clock, QByteArray person, QObject *parent = nullptr);
    ~PeerInbox() override;

    void setPace(const PeerPace &pace) { m_pace = pace; }
    /// What is on disk, before anything is taken.
    void setStanding(const PeerStanding &standing);
    /// Where the other goes on.
    [[nodiscard]] PeerReady ready() const { return { m_received, m_lastCid, m_refusals }; }

    void attach(PeerLink *link);
    /// What is not on its way to the disk yet is forgotten: it comes again.
    void detach();
    void take(const PeerMessage &message);
    /// Read, and not on disk yet.
    [[nodiscard]] size_t heldCount() const { return m_held.size(); }

Q_SIGNALS:
    /// Theirs, stored.
    void entryAdded(const salon::PeerEntry &entry);
    /// The disk is full…: said once, and tried again until it works.
    void storeFailed(const salon::Error &error);

private:
    void takeNext();
    [[nodiscard]] qint64 waitMs(const PeerMessage &message);
    void store(const PeerMessage &message);
    void stored(const PeerEntry &entry, quint64 counter, quint16 refusedCode, PeerTaking taking);
    void notStored(const Error &error);
    [[nodiscard]] PeerEntry entryOf(const PeerMessage &message) const;
    void holdLink();

    PeerStore &m_store;
    const Clock &m_clock;
    QByteArray m_person;
    QPointer<PeerLink> m_link;
    PeerPace m_pace;
    TokenBucket m_messages;
    TokenBucket m_bytes;
    std::deque<PeerMessage> m_held; ///< of this link; the first one may be on its way to the disk
    QTimer m_again;
    quint64 m_linkNumber = 0; ///< of m_link
    quint64 m_received = 0; ///< theirs, on disk
    Cid m_lastCid;
    QList<PeerRefusal> m_refusals; ///< of the last ones
    int m_troubleMs = 0; ///< until the disk is tried again
    bool m_storing = false;
    bool m_isPaid = false; ///< the first one was counted
};

} // namespace salon
