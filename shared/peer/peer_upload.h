// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/peer/store/peer_records.h"

#include <QFile>
#include <QObject>
#include <QPointer>
#include <memory>

namespace salon {

class PeerLink;

/// Sends one file over one link from an offset on, as fast as the other reads: one piece at a time is read in the lane,
/// and none while the link is behind.
class PeerUpload : public QObject
{
    Q_OBJECT

public:
    /// `offer` is ours, with its path.
    PeerUpload(const PeerEntry &offer, quint64 offset, PeerLink *link, JobLane &lane, QObject *parent = nullptr);
    ~PeerUpload() override;

    void start();
    /// Gives up the file; nothing is said from now on.
    void stop();
    [[nodiscard]] quint64 sentBytes() const { return m_offset; }

Q_SIGNALS:
    void progressed(quint64 bytes);
    /// The file cannot be read, or is not the one that was offered.
    void unavailable();

private:
    void readNext();
    void sendChunk(const QByteArray &data);

    PeerEntry m_offer;
    quint64 m_offset;
    QPointer<PeerLink> m_link;
    JobLane &m_lane;
    std::shared_ptr<QFile> m_file; ///< used in the lane only
    bool m_reading = false;
};

} // namespace salon
