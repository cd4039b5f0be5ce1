// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/peer/peer_conversation.h"
#include "shared/peer/peer_link.h"
#include "shared/peer/peer_transfers.h"
#include "shared/peer/store/peer_store.h"
#include "shared/protocol/frame_codec.h"
#include "shared/transport/turn_flusher.h"
#include "tests/unit/peer/still_clock.h"

#include <QHash>
#include <memory>

namespace salon::test {

/// One device, and somebody at the other end of its link who does whatever bytes say: handshake, messages, files, in
/// any order and with any content, while the person of this device writes, accepts, pauses and restarts. The same bytes
/// do the same. Over a local socket without TLS.
class PeerSteps
{
public:
    /// `folder`: where files come from and go to. The other is somebody new each time.
    PeerSteps(PeerStore &store, JobLane &files, const QString &folder);
    ~PeerSteps();
    Q_DISABLE_COPY_MOVE(PeerSteps)

    void run(QByteArrayView bytes);
    /// What must never be; empty if all is as it should be.
    [[nodiscard]] QString complaint();
    /// How often the handshake was done, and what was stored of the other: that the steps lead somewhere.
    [[nodiscard]] int handshakes() const { return m_handshakes; }
    [[nodiscard]] qsizetype taken();
    [[nodiscard]] qsizetype wholeFiles();

private:
    class Bytes;

    void step(Bytes &bytes);
    void farStep(int kind, Bytes &bytes);
    void nearStep(int kind, Bytes &bytes);
    void begin();
    void open();
    void cut();
    void shakeHands();
    template <wire::Message M>
    void say(const M &message);
    void write(const QByteArray &bytes);
    void readAll();
    void noteHeard(const Envelope &envelope);
    /// Until what was asked of store and files is answered, and what follows from it.
    void settle(int rounds);
    [[nodiscard]] Cid cidOf(quint8 number) const;
    [[nodiscard]] PeerMessage message(Bytes &bytes);
    [[nodiscard]] QList<PeerEntry> entries();
    [[nodiscard]] QString complaintAbout(const PeerEntry &entry) const;

    PeerStore &m_store;
    JobLane &m_files;
    QString m_folder;
    StillClock m_clock;
    TurnFlusher m_flusher;
    DeviceKey m_farKey;
    std::unique_ptr<PeerConversation> m_talk;
    std::unique_ptr<PeerTransfers> m_transfers;
    std::unique_ptr<PeerLink> m_link;
    int m_otherEnd = -1;
    bool m_isOpen = false;
    FrameDecoder m_decoder;
    QList<Envelope> m_heard; ///< of the handshake
    QList<Cid> m_ours; ///< of this device's messages that the other saw
    quint64 m_next = 1; ///< counter of the other's next message
    quint64 m_acknowledged = 0;
    PeerAcceptFile m_wanted;
    QHash<Cid, quint64> m_offers; ///< of the other, with their sizes
    Cid m_lastOffer;
    int m_handshakes = 0;
};

} // namespace salon::test
