// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/outbox_store.h"

#include <QObject>
#include <QTimer>

namespace salon {

/// Half-written texts, one per room at most. Kept on disk after a pause in typing, and when this is destroyed.
class Drafts : public QObject
{
    Q_OBJECT
public:
    explicit Drafts(OutboxStore &store, QObject *parent = nullptr);
    ~Drafts() override;

    [[nodiscard]] QString of(RoomId room) const { return m_texts.value(room); }
    [[nodiscard]] QList<RoomId> rooms() const { return m_texts.keys(); }
    /// An empty text is none.
    void set(RoomId room, const QString &text);
    /// The same for a text that is on disk already.
    void adopt(RoomId room, const QString &text);
    /// What an earlier run left; what was typed meanwhile is newer.
    void restore(const QHash<RoomId, QString> &kept);

Q_SIGNALS:
    /// The room has one now, or has none any more.
    void changed(salon::RoomId room);

private:
    void write();

    OutboxStore &m_store;
    QHash<RoomId, QString> m_texts;
    QList<RoomId> m_toKeep;
    QTimer m_timer;
};

} // namespace salon
