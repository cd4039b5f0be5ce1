// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/base/job_lane.h"
#include "shared/peer/part_file.h"
#include "shared/peer/store/peer_records.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>

namespace salon {

class PeerLink;

/// Receives one file into a PartFile beside its final place, from what is there already, and gives it its name once its
/// hash is right. Outlives the links that it comes over. What is there is read for its hash in small steps, so that the
/// lane serves the others in between, and nobody waits at the end.
class PeerDownload : public QObject
{
    Q_OBJECT

public:
    /// `offer` is theirs; its path is where the file shall be.
    PeerDownload(const PeerEntry &offer, JobLane &lane, SpareBytes spare = spareBytesIn, QObject *parent = nullptr);
    ~PeerDownload() override;

    /// How long the link may not be read because of the disk.
    void setMaxHeldMs(int ms) { m_patience.setInterval(ms); }

    /// Looks at what is on disk, and asks for the rest as soon as there is a link.
    void start();
    /// A link on which both are ready, or none any more.
    void setLink(PeerLink *link);
    /// Gives up the file on disk; nothing is said from now on.
    void stop();
    /// Bytes that are none of what was asked for are left out (they were on their way when it was asked anew). False:
    /// too many of those, or more than there should be; the link breaks off.
    bool take(const PeerFileChunk &chunk);
    /// All is here and gets its name: it cannot be given up any more.
    [[nodiscard]] bool isFinishing() const { return m_step == Step::Finishing; }
    /// After nameTaken(), once `path` is stored as its place.
    void placeAt(const QString &path);

Q_SIGNALS:
    void progressed(quint64 bytes);
    /// Something has the name it should get. `path` is free; placeAt() it.
    void nameTaken(const QString &path);
    /// Whole or Damaged; where it is now. Nothing follows.
    void finished(salon::PeerFileOutcome outcome, const QString &path);
    /// The disk is full, the folder gone… Nothing follows.
    void failed(const salon::Error &error);

private:
    enum class Step
    {
        Looking,
        Waiting, ///< for a link
        Receiving,
        Finishing,
        Over
    };

    void hash(bool isPlaced);
    void hashed(bool isPlaced, bool isRight);
    void ask();
    void hold(bool holds);
    void stall();
    void written(qsizetype bytes, bool ok);
    void fail(ErrorCode code);

    PeerEntry m_offer;
    QPointer<PeerLink> m_link;
    JobLane &m_lane;
    SpareBytes m_spare;
    std::shared_ptr<PartFile> m_part; ///< used in the lane only
    Step m_step = Step::Looking;
    quint64 m_offset = 0; ///< taken so far
    qsizetype m_unwritten = 0;
    qsizetype m_leftOut = 0;
    QTimer m_patience; ///< with the disk, while the link is not read
    bool m_stalled = false; ///< asked for again once the disk has caught up
};

} // namespace salon
