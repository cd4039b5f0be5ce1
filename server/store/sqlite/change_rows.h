// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/change_effect.h"
#include "server/domain/event.h"
#include "server/store/sqlite/sqlite_connection.h"

namespace salon::server {

/// A message that a change or an answer is about, as it is now.
struct ChangeTarget
{
    EventKind kind = EventKind::Message;
    QString text{};
    TextFormat format = TextFormat::Plain;
    MessageCalls calls{};
    qint64 no = 0; ///< of the event, over all rooms
    // What `forms` has; NULL while the first ones count.
    Seq textSeq = 0;
    QVariant mentionsColumn{};
    QVariant callColumn{};
    bool deleted = false;
    Seq pinned = 0;
    bool hasFiles = false;
};

/// The statements that change what is there of a message. Lane thread.
class ChangeRows
{
public:
    explicit ChangeRows(SqliteConnection &connection);

    [[nodiscard]] std::optional<ChangeTarget> target(RoomId room, Seq seq);
    /// `changed` is the event that makes the form so.
    void putForm(RoomId room, Seq seq, const ChangeTarget &form, const Event &changed);
    void setCalls(RoomId room, Seq seq, qint64 no, const MessageCalls &before, const MessageCalls &after);
    [[nodiscard]] qint64 pinsOf(RoomId room);

    [[nodiscard]] QList<Seq> editsOf(RoomId room, Seq seq);
    /// Overwrites the texts of a message and of its edits, which become tombstones.
    void blank(RoomId room, Seq seq, const Event &deletion);

private:
    SqliteConnection &m_connection;
    QSqlQuery m_target;
    QSqlQuery m_putForm;
    QSqlQuery m_putEditForms;
    QSqlQuery m_addMention;
    QSqlQuery m_deleteMention;
    QSqlQuery m_deleteCall;
    QSqlQuery m_countPins;
    QSqlQuery m_edits;
    QSqlQuery m_blankMessage;
    QSqlQuery m_blankEdits;
};

} // namespace salon::server
