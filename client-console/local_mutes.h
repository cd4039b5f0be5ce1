// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon {
class SettingsStore;
class Workspace;
} // namespace salon

namespace salon::console {

/// Rooms that an earlier version kept silent on this device alone: their account is told once, and then they are
/// forgotten here. Nothing happens with a server that does not know attention.
void tellLocalMutes(SettingsStore &settings, Workspace &workspace);

} // namespace salon::console
