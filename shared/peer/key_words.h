// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QStringList>

namespace salon {

inline constexpr int KeyWordCount = 2048; ///< one for 11 bits

/// Four short words that stand for a device's key, for two people to read to each other: the same on both screens and
/// in every language, as they belong to none. 44 bits, made costly to imitate by 65,536 rounds of SHA-256; takes some
/// milliseconds. Each person compares the words of the *other's* key: words of both keys together could be matched by
/// somebody in the middle with a few million keys of his own.
[[nodiscard]] QStringList keyWords(const QByteArray &publicKey);

/// All words, in order: consonant, vowel, consonant, vowel, all pronounced alike in French and English.
[[nodiscard]] const QStringList &keyWordList();

} // namespace salon
