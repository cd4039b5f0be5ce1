// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/nearby/nearby_person.h"

#include <functional>

class QMenu;
class QObject;

namespace salon {

/// One entry for each device of the same person: its name, how it is reached, what came from it. `choose` gets its key,
/// as long as `receiver` is there.
void addDevices(QMenu &menu, const QList<NearbyPerson> &devices, QObject *receiver,
    const std::function<void(const QByteArray &key)> &choose);

} // namespace salon
