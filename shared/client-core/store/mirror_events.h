// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/client_database.h"
#include "shared/client-core/store/local_store.h"
#include "shared/protocol/messages/history.h"

namespace salon {

/// The rows of events in the mirror's file, with messages in their present form. Texts, with what messages say of
/// their files, lie in a table of their own that
/// only grows at its end, and a text that is no more is overwritten in place: elsewhere SQLite leaves copies behind
/// when it moves rows from page to page, whatever secure_delete says. Calls belong into a transaction.
class MirrorEvents
{
public:
    /// `file` must outlive this.
    explicit MirrorEvents(ClientDatabase &file);
    [[nodiscard]] static QString tables();

    Result<> insert(const RoomEvent &event);
    /// Brings the message that it changes, if that is here, up to the change. Ignores what is no change.
    Result<> change(const RoomEvent &change, AccountId self);
    Result<> drop(RoomId room);
    /// Those below `floor`.
    Result<> drop(RoomId room, Seq floor);
    /// `condition`: of the seq, "<" or ">".
    Result<QList<RoomEvent>> read(RoomId room, const QString &condition, Seq bound, bool descending, int limit);
    /// Those of these places that are here, in their order.
    Result<QList<RoomEvent>> readAt(const QList<MessagePlace> &places);
    /// Deleted texts, and all that was overwritten before, are not to wait in the write-ahead log either. After the
    /// transaction; nothing happens if none was deleted.
    void forgetOldPages();

private:
    Result<qint64> insertBody(const QByteArray &body);
    Result<> put(const RoomEvent &event, qint64 text);
    Result<> overwriteTexts(const QString &condition, const QVariantList &values);
    Result<RoomEvent> eventFrom(const QSqlQuery &row);

    ClientDatabase &m_file;
    bool m_isToForget = false; ///< something was deleted since forgetOldPages()
};

} // namespace salon
