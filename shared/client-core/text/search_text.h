// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/search/search_query.h"

#include <QDate>
#include <QList>
#include <QString>
#include <functional>

namespace salon {

class People;
class Rooms;
struct SearchCoverage;

/// A condition in the line that somebody types: "from:marie".
struct SearchChip
{
    enum class Kind
    {
        From,
        In,
        Before,
        After,
        Has
    };
    Kind kind = Kind::From;
    qsizetype start = 0; ///< of the whole "from:marie" in the text, in UTF-16 units
    qsizetype length = 0;
    QString value{}; ///< as typed, without quotation marks: "marie"
    QString label{}; ///< to show, in the language of now: "from Marie Curie"; empty when it is not understood
    QString problem{}; ///< a sentence when it is not understood (nobody has this name); then it is not in the query
    friend bool operator==(const SearchChip &, const SearchChip &) = default;
};

struct ParsedSearch
{
    SearchQuery query{};
    QList<SearchChip> chips{}; ///< in the order typed
};

/// Reads a line like `budget from:marie in:general before:2026-03-01 after:2026-01-01 has:file`, in English and in
/// French (de: dans: avant: après: a:fichier|image|lien), whatever the language of now. Values with spaces stand in
/// "quotation marks"; people are named by login or display name, and a name that no account has is one that messages of
/// guests and imported ones are shown under (in quotation marks the whole of its last word). A day is one of local
/// time, YYYY-MM-DD (also 2026-03 and 2026): before it, or from its beginning on (after:). What looks like a condition
/// and is none stays a word.
[[nodiscard]] ParsedSearch parseSearch(const QString &text, const People &people, const Rooms &rooms);

/// The line that says this query, in the language of now; parseSearch() reads it back (the beginning of a name of
/// several words as the whole of it).
[[nodiscard]] QString searchText(const SearchQuery &query, const People &people, const Rooms &rooms);

/// One condition as it is typed, with the space behind it: "from:marie "; without a value "from:". For buttons that add
/// a chip.
[[nodiscard]] QString chipText(SearchChip::Kind kind, const QString &value = {});

enum class SearchHas
{
    File,
    Image,
    Link
};
/// The value of "has:" in the language of now.
[[nodiscard]] QString hasText(SearchHas what);

/// "In 12 rooms, 34,567 messages since March 3, 2025 were searched." in the language of now, with what is missing.
[[nodiscard]] QString coverageText(const SearchCoverage &coverage);

} // namespace salon
