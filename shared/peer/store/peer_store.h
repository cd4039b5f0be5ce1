// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/client-core/session/answer.h"
#include "shared/peer/store/peer_database.h"

#include <memory>

namespace salon {

/// PeerDatabase in a lane of its own: every call comes back at once, answers come in the order of the calls.
class PeerStore
{
public:
    explicit PeerStore(const QString &path);
    /// What was asked before is still done.
    ~PeerStore();
    Q_DISABLE_COPY_MOVE(PeerStore)

    /// First; the people known.
    Answer<QList<PeerPerson>> open();
    Answer<> put(const PeerPerson &person);
    Answer<QList<PeerPlace>> places();
    Answer<> putPlace(const PeerPlace &place);
    Answer<qint64> add(const PeerEntry &entry);
    Answer<PeerTaking> take(const PeerEntry &entry, quint64 counter, quint16 refusedCode);
    Answer<QList<PeerEntry>> queued(const QByteArray &person);
    Answer<PeerStanding> standing(const QByteArray &person);
    Answer<> setState(const QByteArray &person, const QList<Cid> &cids, PeerEntryState state, quint16 errorCode = 0);
    Answer<> markRead(const QByteArray &person);
    Answer<> setFile(const QByteArray &person, const Cid &cid, PeerFileState state, const QString &path);
    Answer<QList<PeerEntry>> history(const QByteArray &person, qint64 before = 0, int limit = 200);
    Answer<QList<PeerEntry>> withFileState(const QByteArray &person, PeerFileState state);
    Answer<std::optional<PeerEntry>> entry(const QByteArray &person, const Cid &cid);

private:
    std::shared_ptr<PeerDatabase> m_database; ///< used in the lane only
    JobLane m_lane;
};

} // namespace salon
