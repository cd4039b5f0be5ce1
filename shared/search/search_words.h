// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace salon {

/// Words that must follow each other, mostly one; folded (search_folding.h).
struct SearchTerm
{
    QStringList words{};
    bool isPrefix = false; ///< the last of the words is the beginning of one
    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

inline constexpr qsizetype MaxSearchTerms = 16;
inline constexpr qsizetype MaxTermWords = 32;

/// Part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// What somebody typed: each word is a term, "what is quoted" one of several words. The last word is a beginning unless
/// something follows it (a space, a quotation mark). Signs are no words; what is beyond the limits is left out.
[[nodiscard]] QList<SearchTerm> searchTerms(const QString &query);

/// A name that somebody typed: its words follow each other, and the last one is a beginning unless something follows
/// it. No words: signs alone.
[[nodiscard]] SearchTerm nameTerm(const QString &name);

/// Whether all terms are in the text.
[[nodiscard]] bool matchesTerms(const QString &text, const QList<SearchTerm> &terms);

/// Where the text has any of the terms: in order, apart from each other, at most `limit`.
[[nodiscard]] QList<TextRange> matchesIn(const QString &text, const QList<SearchTerm> &terms, qsizetype limit = 256);

/// Whether the text has an address that one could open: the rule of "has a link" on both sides.
[[nodiscard]] bool hasLink(const QString &text);

} // namespace salon
