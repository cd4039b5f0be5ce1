// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <functional>

namespace salon {

/// "@login" in a text, `at` included.
struct MentionSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString login{}; ///< lower case
    friend bool operator==(const MentionSpan &, const MentionSpan &) = default;
};

/// Where the text names people that `isKnown` (given a lower-case login) knows. An @ inside a word ("a@b") is none;
/// punctuation at the end of a name ("@marie.") does not belong to it unless the account is called so.
[[nodiscard]] QList<MentionSpan> findMentions(const QString &text, const std::function<bool(const QString &)> &isKnown);

} // namespace salon
