// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/base/result.h"
#include "shared/peer/file_decisions.h"
#include "shared/peer/store/peer_records.h"

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>

namespace salon {

class PeerNode;
class PeerStore;
class PeerTransfers;

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
    /// Errors: NotPermitted when the person is not accepted (or nothing is open), CannotOpenFile{path}, Canceled after
    /// cancelOffer().
    void offer(const QByteArray &person, const QString &path);
    /// Stops reading a file for offer(); nothing happens to one that was offered() already, see withdraw().
    void cancelOffer(const QByteArray &person, const QString &path);
    /// What is being read for offers to this person, in the order of offer().
    [[nodiscard]] QStringList preparedFor(const QByteArray &person) const;
    // Of accept(), refuse() and pause() the last one about a file counts.
    /// Takes a file that was offered, or goes on after pause(). It goes into `folder` (empty: folder()) under its own
    /// name, or "name (2).ext" where that is taken; nothing is overwritten.
    void accept(const QByteArray &person, const Cid &cid, const QString &folder = {});
    /// Does not want it, or no more: what came of it is deleted. Nothing happens to one that is whole.
    void refuse(const QByteArray &person, const Cid &cid);
    /// Stops taking it for now, over restarts too; what is there stays. accept() goes on.
    void pause(const QByteArray &person, const Cid &cid);
    /// Takes an own offer back.
    void withdraw(const QByteArray &person, const Cid &cid);

    /// For Nearby: whose files these are from now on; nullptr: nobody's.
    void use(PeerNode *node, PeerStore *store);

Q_SIGNALS:
    /// Being read for its hash.
    void preparing(const QByteArray &person, const QString &path);
    void offered(const QByteArray &person, const QString &path);
    void notOffered(const QByteArray &person, const QString &path, const salon::Error &error);
    /// accept() found no place for it: the folder cannot be written to.
    void notAccepted(const QByteArray &person, const salon::Cid &cid, const salon::Error &error);

private:
    struct Read;
    using Flag = std::shared_ptr<std::atomic_bool>;
    struct Preparing
    {
        QByteArray person{};
        QString path{};
        Flag stopped{};
    };

    static Result<Read> read(const QString &path, const std::atomic_bool &stopped);
    void prepared(const Preparing &offer, const Result<Read> &read);
    void offerRead(const QByteArray &person, const Read &read);
    void place(const QByteArray &person, const PeerEntry &offer, const QString &folder, const FileDecision &decision);
    [[nodiscard]] PeerTransfers *transfersWith(const QByteArray &person) const;

    PeerNode *m_node = nullptr;
    PeerStore *m_store = nullptr;
    QString m_folder;
    QList<Preparing> m_preparing;
    FileDecisions m_decisions; ///< about theirs
    JobLane m_places; ///< accepting does not wait for a hash
    JobLane m_lane; ///< last: its jobs end before the rest goes
};

} // namespace salon
