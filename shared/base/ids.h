// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/strong_id.h"

#include <QMetaType>

namespace salon {

/// Ids that a server gives out; unique on that server only, never reused.
using AccountId = StrongId<struct AccountIdTag>;
using DeviceId = StrongId<struct DeviceIdTag>;
using RoomId = StrongId<struct RoomIdTag>;

/// Position of an event in its room's log: 1, 2, 3 … without holes. 0 means "before the first".
using Seq = qint64;

} // namespace salon

Q_DECLARE_METATYPE(salon::AccountId)
Q_DECLARE_METATYPE(salon::DeviceId)
Q_DECLARE_METATYPE(salon::RoomId)
