// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/markup_names.h"

#include <QList>

namespace salon {

/// A name that stands in a text, its @ or # included.
struct NameSpan
{
    enum class Kind
    {
        Person,
        Everyone,
        Room
    };
    Kind kind = Kind::Person;
    qsizetype start = 0;
    qsizetype length = 0;
    QString shown{}; ///< what to show instead, with its @ or #
    qint64 id = 0;
    bool meansMe = false;
};

/// Finds names of people by the rule by which a server finds whom a message mentions, and names of rooms, the longest
/// first ("#Salon des profs"). Asks for a bounded number of names in all the texts that it is given.
class NameFinder
{
public:
    /// `names` must outlive this.
    explicit NameFinder(const MarkupNames &names);

    /// Ascending, without overlap.
    [[nodiscard]] QList<NameSpan> find(QStringView text);

private:
    [[nodiscard]] std::optional<NameSpan> personAt(QStringView text, qsizetype at);
    [[nodiscard]] std::optional<NameSpan> roomAt(QStringView text, qsizetype at);
    [[nodiscard]] std::optional<NameSpan> resolved(const QString &login);

    const MarkupNames &m_names;
    int m_questionsLeft;
};

} // namespace salon
