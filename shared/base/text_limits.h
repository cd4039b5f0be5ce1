// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

/// Limits of what people write; the same numbers on both sides, so that a client can refuse before it sends.
namespace salon::text_limits {

inline constexpr qsizetype MaxTextBytes = 16 * 1024; ///< UTF-8 bytes of one message
inline constexpr qsizetype MaxLineChars = 4000; ///< UTF-16 code units of one line
inline constexpr qsizetype MaxLines = 512;
inline constexpr qsizetype MaxCombiningMarks = 8; ///< in a row; the rest is dropped when drawn
inline constexpr qsizetype MaxLoginChars = 32;
inline constexpr qsizetype MaxDisplayNameGraphemes = 32;
inline constexpr qsizetype MaxDisplayNameBytes = 256;
inline constexpr qsizetype MaxRoomNameGraphemes = 64;
inline constexpr qsizetype MaxRoomNameBytes = 512;
inline constexpr qsizetype MaxTopicBytes = 390;
inline constexpr qsizetype MaxStatusBytes = 200;
inline constexpr qsizetype MinPasswordBytes = 8;
inline constexpr qsizetype MaxPasswordBytes = 128;

} // namespace salon::text_limits
