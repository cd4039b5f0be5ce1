// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/application.h"

#include <optional>

namespace salon {

/// What the program was started with. Needs no QApplication, so that --help works without a display.
struct CommandLine
{
    Application::Options options{};
    std::optional<int> exitCode{}; ///< set: say `output` and end
    QString output{};
    /// `output` says what is wrong with a link or an invitation file. Who clicks such a thing has no terminal to read
    /// it.
    bool isAboutLink = false;
    QString noDisplay{}; ///< what to say when no window can be opened

    static CommandLine parse(int argc, char *argv[]);
};

} // namespace salon
