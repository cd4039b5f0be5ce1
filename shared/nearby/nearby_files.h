// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/peer/store/peer_records.h"

#include <QObject>
#include <QSet>

namespace salon {

class PeerNode;

/// Files between people nearby: offering, taking, stopping and going on. Reading and hashing happen in a lane of its
/// own. What happens to a file shows in PeerTimeline.
class NearbyFiles : public QObject
{
    Q_OBJECT

public:
    explicit NearbyFiles(QObject *parent = nullptr);
    ~NearbyFiles() override;

    /// Where files go unless told otherwise: the system's folder for downloads.
    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString &folder) { m_folder = folder; }

    /// Reads the file for its hash, then offers it, also to somebody who is away: offered() or notOffered() follows.
    /// Errors: NotPermitted when the person is not accepted (or nothing is open), CannotOpenFile{path}.
    void offer(const QByteArray &person, const QString &path);
    /// Takes a file that was offered, or goes on after pause(). It goes into `folder` (empty: folder()) under its own
    /// name, or "name (2).ext" where that is taken; nothing is overwritten.
    void accept(const QByteArray &person, const Cid &cid, const QString &folder = {});
    /// Does not want it, or no more.
    void refuse(const QByteArray &person, const Cid &cid);
    /// Stops taking it for now, over restarts too; what is there stays. accept() goes on.
    void pause(const QByteArray &person, const Cid &cid);
    /// Takes an own offer back.
    void withdraw(const QByteArray &person, const Cid &cid);

    /// For Nearby: whose files these are from now on; nullptr: nobody's.
    void use(PeerNode *node);

Q_SIGNALS:
    /// Being read for its hash.
    void preparing(const QByteArray &person, const QString &path);
    void offered(const QByteArray &person, const QString &path);
    void notOffered(const QByteArray &person, const QString &path, const salon::Error &error);

private:
    struct Read;

    void offerRead(const QByteArray &person, const Read &read);

    JobLane m_lane;
    PeerNode *m_node = nullptr;
    QString m_folder;
    QSet<QString> m_reserved; ///< paths given out, whose files may not be there yet
};

} // namespace salon
