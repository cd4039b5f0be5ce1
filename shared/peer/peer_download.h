// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/base/job_lane.h"
#include "shared/peer/store/peer_records.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace salon {

class PeerLink;

/// Receives one file over one link into "….part" beside its final place, from what is there already, and gives it its
/// name once its hash is right. Never overwrites anything: "photo (2).jpg". The next link goes on with another one of
/// these.
class PeerDownload : public QObject
{
    Q_OBJECT

public:
    /// `offer` is theirs; its path is where the file shall be.
    PeerDownload(const PeerEntry &offer, PeerLink *link, JobLane &lane, QObject *parent = nullptr);
    ~PeerDownload() override;

    /// Looks at what is on disk and asks for the rest.
    void start();
    /// Bytes that are none of what was asked for are left out (they were on their way when it was asked anew). False:
    /// too many of those, or more than there should be; the link breaks off.
    bool take(const PeerFileChunk &chunk);
    [[nodiscard]] quint64 receivedBytes() const { return m_offset; }

Q_SIGNALS:
    void progressed(quint64 bytes);
    /// Whole or Damaged; where it is now.
    void finished(salon::PeerFileOutcome outcome, const QString &path);
    /// The disk is full, the folder gone…
    void failed(const salon::Error &error);

private:
    struct Part;
    struct Finish;

    void written(qsizetype bytes, bool ok);
    void finish();

    PeerEntry m_offer;
    QPointer<PeerLink> m_link;
    JobLane &m_lane;
    std::shared_ptr<Part> m_part; ///< used in the lane only
    quint64 m_offset = 0; ///< taken so far
    qsizetype m_unwritten = 0;
    qsizetype m_leftOut = 0;
    bool m_asked = false;
    bool m_broken = false;
};

} // namespace salon
