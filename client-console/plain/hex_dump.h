// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace salon::console {

/// Bytes as lines of sixteen, each with its offset (counted from `offset`), the bytes in hex, and those that are
/// printable ASCII as text: "00000010  42 6f 6e …  |Bonjour|". Each line ends with LF; no bytes, no line.
[[nodiscard]] QString hexDump(QByteArrayView bytes, quint64 offset = 0);

} // namespace salon::console
