// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/run_mode.h"

#include "client-console/line_editor.h"

namespace salon::console {

RunMode runModeFor(bool hasSend)
{
    if (hasSend)
        return RunMode::Send;
    return inputIsTerminal() ? RunMode::Person : RunMode::Pipe;
}

} // namespace salon::console
