// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <optional>

namespace salon::server {

/// Somebody sits there: standard input and output are both a terminal.
[[nodiscard]] bool isSomebodyThere();

/// Shows `prompt` on standard output and waits for one line of standard input, without its end. Nothing when the input
/// is over, or when the line is longer than 4 KiB.
[[nodiscard]] std::optional<QString> askInTerminal(const QString &prompt);

} // namespace salon::server
