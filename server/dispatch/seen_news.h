// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/id_map.h"
#include "shared/base/ids.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace salon {
struct SeenMoved;
}

namespace salon::server {

class CommandContext;

/// Tells the members of small rooms how far the others have read, gathered so that reading along costs little. Domain
/// thread.
class SeenNews : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxMembers = 32;

    explicit SeenNews(CommandContext &context);

    /// Whether the room is small enough and its rules allow it.
    [[nodiscard]] bool isTold(RoomId room) const;
    /// A person who shows how far they have read. Bots read nothing.
    [[nodiscard]] bool isShown(AccountId account) const;
    /// The account's read position moved, or is new in the room.
    void note(RoomId room, AccountId account);
    /// The account shows its positions from now on, or hides them.
    void noteWish(AccountId account);

private:
    void tell();
    void tellRoom(RoomId room, AccountId account);
    void tellOthers(const SeenMoved &moved);

    CommandContext &m_context;
    QHash<RoomId, QList<AccountId>> m_moved;
    QSet<AccountId> m_wishes;
    QTimer m_timer;
};

} // namespace salon::server
