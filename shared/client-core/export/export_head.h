// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace salon {

struct ExportPerson
{
    AccountId id{};
    QString login{}; ///< empty when unknown
    QString name{};
};

/// People as they are known when a page is written.
using ExportPeople = QHash<AccountId, ExportPerson>;

/// What the first line of an export says.
struct ExportHead
{
    QByteArray serverId{};
    QString serverName{};
    RoomId room{};
    RoomKind kind = RoomKind::Public;
    QString roomName{};
    QString topic{};
    qint64 exportedMs = 0;
    ExportPerson by{};
    Seq from = 0;
    Seq to = 0;
};

} // namespace salon
