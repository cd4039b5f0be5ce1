// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

namespace salon {

inline constexpr qsizetype MaxPeerUnanswered = 16; ///< messages on their way to one person
inline constexpr quint64 MaxPeerFileBytes = 16ULL << 40; ///< 16 TiB: no file that could be taken is larger

} // namespace salon
