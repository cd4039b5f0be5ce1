// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/domain/id_map.h"
#include "shared/base/ids.h"

#include <QHash>
#include <QObject>
#include <QTimer>

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
    /// The account's read position moved.
    void note(RoomId room, AccountId account);

private:
    void tell();
    void tellRoom(RoomId room, AccountId account);

    CommandContext &m_context;
    QHash<RoomId, QList<AccountId>> m_moved;
    QTimer m_timer;
};

} // namespace salon::server
