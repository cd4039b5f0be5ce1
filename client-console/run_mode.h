// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace salon::console {

/// Who gives what is sent.
enum class RunMode
{
    Person, ///< at a terminal
    Pipe, ///< lines of a file or another program
    Send ///< the command line (--send)
};

/// Send if the command line says what; else by what standard input is.
[[nodiscard]] RunMode runModeFor(bool hasSend);

} // namespace salon::console
