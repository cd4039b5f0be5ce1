// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/client_database.h"
#include "shared/peer/store/peer_records.h"

#include <QList>
#include <optional>

namespace salon {

inline constexpr int MaxPeerPlaces = 256;

/// People met directly, and the conversations with them: one SQLite file whose commits are on disk. All functions
/// belong to the thread that opened it. Each that changes something is one transaction.
class PeerDatabase
{
public:
    explicit PeerDatabase(const QString &path);

    /// Errors: CannotOpenFile, DatabaseDamaged. A damaged file is set aside and a new one begun.
    Result<> open();
    void close() { m_file.close(); }

    Result<QList<PeerPerson>> people();
    /// Adds the person, or changes name, trust and time of one who is there.
    Result<> put(const PeerPerson &person);

    /// Who was accepted at which address.
    Result<QList<PeerPlace>> places();
    /// One for each address, MaxPeerPlaces at most: those used longest ago are forgotten.
    Result<> putPlace(const PeerPlace &place);

    /// Appends; the place is returned. A cid of the same person and side that is there already fails with
    /// StorageFailed.
    Result<qint64> add(const PeerEntry &entry);
    /// Stores a message of `person` if it is the next one, and the counter with it; with a `refusedCode` only the
    /// counter and the refusal.
    Result<PeerTaking> take(const PeerEntry &entry, quint64 counter, quint16 refusedCode);
    /// Ours that are not acknowledged yet, oldest first.
    Result<QList<PeerEntry>> queued(const QByteArray &person);
    Result<PeerStanding> standing(const QByteArray &person);
    Result<> setState(const QByteArray &person, const QList<Cid> &cids, PeerEntryState state, quint16 errorCode);
    /// What came from `person` so far was seen.
    Result<> markRead(const QByteArray &person);
    Result<> setFile(const QByteArray &person, const Cid &cid, PeerFileState state, const QString &path);
    /// At most `limit` lines before `place` (0: the newest), oldest first.
    Result<QList<PeerEntry>> history(const QByteArray &person, qint64 before, int limit);
    Result<QList<PeerEntry>> withFileState(const QByteArray &person, PeerFileState state);
    /// Nothing if there is none.
    Result<std::optional<PeerEntry>> entry(const QByteArray &person, const Cid &cid);

private:
    Result<QList<PeerEntry>> entries(const QString &where, const QVariantList &values);
    Result<> insert(const PeerEntry &entry);
    Result<> insertRefusal(const PeerEntry &entry, quint64 counter, quint16 code);
    Result<QList<PeerRefusal>> refusals(const QByteArray &person, quint64 received);

    ClientDatabase m_file;
};

} // namespace salon
