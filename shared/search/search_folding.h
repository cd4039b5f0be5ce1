// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace salon {

/// One word as searches know it, and where it stands in the text that it was taken from.
struct FoldedWord
{
    QString word{}; ///< letters and digits, lower case, without accents; at most MaxFoldedWord
    qsizetype start = 0;
    qsizetype length = 0;
};

inline constexpr qsizetype MaxFoldedWord = 64; ///< UTF-16 units; the rest of a longer word is not looked at

/// Takes a text apart, the same way for what is searched and for what is looked for: école is ecole, œuvre oeuvre,
/// Straße strasse. In scripts without spaces (Chinese, Japanese, Thai …), and of Korean, each character is a word of
/// its own, as each emoji is, so that any part is found. At most `limit` words.
[[nodiscard]] QList<FoldedWord> foldedWords(QStringView text, qsizetype limit = 16'384);

} // namespace salon
