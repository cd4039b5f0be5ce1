// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/client_database.h"
#include "shared/client-core/store/outbox_store.h"

#include <memory>

namespace salon {

/// The outbox's file: what SqliteOutboxStore does, done at once. Made, used and destroyed in the lane.
class OutboxDatabase
{
public:
    explicit OutboxDatabase(QString path);
    ~OutboxDatabase();

    Result<OutboxSnapshot> load();
    /// Written by a newer program: ClientDatabase::isNewerThan().
    [[nodiscard]] static bool isNewer(const QString &path);
    Result<> add(const OutboxRecord &record);
    Result<> update(const QList<OutboxRecord> &records);
    Result<> remove(const QList<Cid> &cids);
    Result<> turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft);
    Result<> keepDraft(RoomId room, const Draft &draft);
    Result<> keepEdit(RoomId room, const Draft &draft);
    void close();

private:
    Result<> open();
    /// As far as it goes: after an error `snapshot` holds what came before it.
    Result<> readAll(OutboxSnapshot &snapshot);
    Result<> readEntries(OutboxSnapshot &snapshot);
    Result<> readDrafts(OutboxSnapshot &snapshot);

    QString m_path;
    std::unique_ptr<ClientDatabase> m_file;
};

} // namespace salon
