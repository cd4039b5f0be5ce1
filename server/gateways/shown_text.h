// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon::server {

/// One line of what somebody wrote, as other programs get it: safe for a terminal, with its tabs, and with at most
/// eight combining marks in a row.
[[nodiscard]] QString shownLine(const QString &text);

} // namespace salon::server
