// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace salon {

/// An address that stands in a text, without the punctuation of the sentence around it.
struct LinkSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString url{}; ///< as in TextTarget
    friend bool operator==(const LinkSpan &, const LinkSpan &) = default;
};

/// What may be opened of what somebody wrote as an address: http, https and salon with a host, mailto with an address;
/// percent- and IDN-encoded. Nothing for everything else.
[[nodiscard]] std::optional<QString> linkTarget(const QString &address);

/// Length of the address (http://, https://, salon://, mailto:) that begins at `at`, 0 if none does. It ends at white
/// space, quotation marks, angle brackets and invisible characters, and before the punctuation that ends a sentence.
[[nodiscard]] qsizetype addressLength(QStringView text, qsizetype at);

/// The first addresses of a text that may be opened, at most `limit`.
[[nodiscard]] QList<LinkSpan> findLinks(QStringView text, qsizetype limit);

} // namespace salon
