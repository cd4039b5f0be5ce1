// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon::server {

/// The whole program: arguments, configuration, server, event loop. Returns the exit code (exit_code.h).
int runProgram(int argc, char **argv);

} // namespace salon::server
