// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_query.h"

#include "shared/search/search_words.h"

namespace salon {

bool SearchQuery::isEmpty() const
{
    const bool isFromSomebody = from.isValid() || !nameTerm(fromName).words.isEmpty();
    const bool hasCondition = isFromSomebody || sinceMs > 0 || untilMs > 0 || hasFile || hasImage || hasLink;
    return !hasCondition && searchTerms(text).isEmpty();
}

} // namespace salon
