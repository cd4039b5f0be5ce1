// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace salon {

/// A fingerprint in groups of four, eight groups to a line, to be compared by eye and read aloud.
[[nodiscard]] QString fingerprintLines(const QByteArray &pin);

} // namespace salon
