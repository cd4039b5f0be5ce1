// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/vocabulary.h"

#include <QString>
#include <functional>
#include <optional>

namespace salon {

struct PersonName
{
    QString shown{}; ///< display name, without the @
    qint64 id = 0;
    bool isMe = false;
};

struct RoomName
{
    QString shown{}; ///< without the #
    qint64 id = 0;
};

/// What a text's names mean to its reader. Functions may be empty: no such names are looked for. They are called while
/// formatText() runs and not kept.
struct MarkupNames
{
    std::function<std::optional<PersonName>(const QString &login)> person{}; ///< given in lower case, without the @
    std::function<std::optional<RoomName>(const QString &name)> room{}; ///< given as written, without the #
    Call call = Call::Nobody; ///< of the message: Here makes "@here" a mention, Room makes "@here" and "@room" ones
    bool callsMe = false; ///< the reader is one of those called
};

} // namespace salon
