// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/outbox_store.h"

#include <QObject>
#include <QTimer>

namespace salon {

/// Half-written texts: of each room one new message at most, and one edit, which never overwrites it. Kept on disk
/// after a pause in typing, and when this is destroyed.
class Drafts : public QObject
{
    Q_OBJECT
public:
    explicit Drafts(OutboxStore &store, QObject *parent = nullptr);
    ~Drafts() override;

    /// Of a new message.
    [[nodiscard]] Draft of(RoomId room) const { return m_drafts.value(room); }
    /// Of an edit; empty: nobody edits there.
    [[nodiscard]] Draft editOf(RoomId room) const { return m_edits.value(room); }
    /// Where a new message is half written.
    [[nodiscard]] QList<RoomId> rooms() const { return m_drafts.keys(); }
    /// The room's draft of a new message, or, with `editing`, its draft of an edit. An empty one is none.
    void set(RoomId room, const Draft &draft);
    void endEdit(RoomId room);
    /// As set(), for what is on disk already.
    void adopt(RoomId room, const Draft &draft);
    /// What an earlier run left; what was typed meanwhile is newer.
    void restore(const QHash<RoomId, Draft> &drafts, const QHash<RoomId, Draft> &edits);

Q_SIGNALS:
    /// The room has one of a new message now, or has none any more.
    void changed(salon::RoomId room);

private:
    void keepSoon(QList<RoomId> &list, RoomId room);
    void write();

    OutboxStore &m_store;
    QHash<RoomId, Draft> m_drafts;
    QHash<RoomId, Draft> m_edits;
    QList<RoomId> m_toKeep;
    QList<RoomId> m_editsToKeep;
    QTimer m_timer;
};

} // namespace salon
