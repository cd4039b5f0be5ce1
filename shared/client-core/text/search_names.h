// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QString>

namespace salon {

class People;
class Rooms;

/// Whom a name stands for.
struct NamedPerson
{
    AccountId account{};
    bool isWhole = false; ///< the name is all of theirs
    bool areSeveral = false; ///< the beginning of more than one
};

/// By login or display name, whatever the case and the accents; a beginning is enough when it is only theirs.
[[nodiscard]] NamedPerson personOf(const QString &value, const People &people);

/// By name, in the same way. Invalid: none, or the beginning of several.
[[nodiscard]] RoomId roomOf(const QString &value, const Rooms &rooms);

} // namespace salon
