// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon {

/// A login id made from a name: "Marie Curie" -> "marie.curie", "Élodie" -> "elodie", "李明" -> "user". With `number` >
/// 1 the number is added: "marie.curie2". Always passes checkLogin().
[[nodiscard]] QString suggestLogin(const QString &displayName, int number = 1);

} // namespace salon
