// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon::console {

/// How salon-console ends, for scripts (docs/USERGUIDE.md lists them too).
enum ExitCode
{
    ExitDone = 0,
    ExitUsage = 1, ///< a bad option or address
    ExitNotConnected = 2, ///< no connection within the time given
    ExitLoginRefused = 3,
    ExitMessageRefused = 4,
    ExitKeyChanged = 5, ///< the server, or whoever is at the address, shows another key than before
    ExitNotConfirmed = 6, ///< connected, but not every message was acknowledged in time; the rest stays in the outbox
    ExitLocalProblem = 7, ///< data folder in use or not writable
};

} // namespace salon::console
