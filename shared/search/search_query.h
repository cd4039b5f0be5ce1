// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QString>

namespace salon {

/// What messages somebody looks for; all that is said holds together.
struct SearchQuery
{
    QString text{}; ///< words, as searchTerms() reads them
    RoomId room{}; ///< invalid: all
    AccountId from{}; ///< invalid: everybody
    qint64 sinceMs = 0; ///< messages from this moment on; since 1970 UTC; 0: any
    qint64 untilMs = 0; ///< messages before this moment; 0: any
    bool hasFile = false;
    bool hasImage = false;
    bool hasLink = false;
    /// Messages shown under a name beside their account's (imported authors, guests), as nameTerm() reads it; with
    /// `from` either of the two.
    QString fromName{};

    /// Nothing is asked for, or nothing but signs.
    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

} // namespace salon
