// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

class RoomSync;
class Rooms;
class SettingsStore;

/// Rooms of a server (its id on this computer) that were silent here alone, before accounts kept that, become silent on
/// all devices of the account, unless something else was chosen for them; the settings forget them.
void handOverMutedHere(SettingsStore &settings, const QString &server, const Rooms &rooms, RoomSync &sync);

} // namespace salon
