// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QList>
#include <QString>

namespace salon::server {

/// One entry of a room's log. A draft has seq 0: the store gives the number in the transaction that writes it.
struct Event
{
    RoomId room{};
    Seq seq = 0;
    qint64 timeMs = 0; ///< since 1970 UTC; for display only
    EventKind kind = EventKind::Message;
    AccountId author{}; ///< invalid: the server itself
    QString authorName{}; ///< display name when it was written
    Cid cid{}; ///< null for what no client sent
    QString text{};
    QList<QString> params{};
    AccountId subject{};
    QList<AccountId> mentions{};
    QString alias{}; ///< guest for whom the author, a gateway, spoke

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace salon::server
