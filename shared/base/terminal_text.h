// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// Text from others made safe for a terminal: C0 (but LF), DEL, C1, U+2028, U+2029 and bidirectional controls become
/// visible forms (␛, \u{202E}); everything else is kept. Idempotent. For every console and plain-text writer.
[[nodiscard]] QString safeForTerminal(const QString &text);

/// The same on one line: LF becomes "␊".
[[nodiscard]] QString safeLineForTerminal(const QString &text);

} // namespace salon
