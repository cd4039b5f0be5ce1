// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon {

/// What main() returns, called as its very last thing, when its objects are gone: `exitCode`. On Windows it does not
/// come back: it writes out what standard output and error hold, and ends the program there. ExitProcess() would first
/// kill every other thread, those of the system's thread pool among them, and then tell each library of the end; one
/// that waits for a lock which such a thread held waits for ever, and a program without a window stays.
[[nodiscard]] int endOfProgram(int exitCode);

} // namespace salon
