// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringView>

namespace salon {

/// Length of the emoji with which `text` begins, 0 if it begins with none: one pictograph with its selector and skin
/// tone, several joined by ZWJ, a flag, a keycap (Unicode TS 51, "emoji sequence"). Pictographs that a later version of
/// Unicode names count too; digits, letters and lone skin tones do not.
[[nodiscard]] qsizetype emojiLength(QStringView text);

/// Whether the text is exactly one emoji of at most 64 bytes of UTF-8: what a reaction may be. The rule of both sides.
[[nodiscard]] bool isSingleEmoji(QStringView text);

/// How many emoji the text consists of, when of nothing else but white space; otherwise, or if more than `limit`, 0.
[[nodiscard]] int countEmojiOnly(QStringView text, int limit);

} // namespace salon
