// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace salon {

/// What of a language is coloured, and how it is found.
struct CodeLanguage
{
    enum class Kind
    {
        Programming,
        Tags ///< HTML and XML
    };
    struct Quote
    {
        QString mark{};
        bool spansLines = false;
        bool hasEscapes = true; ///< with a backslash
    };
    Kind kind = Kind::Programming;
    QSet<QString> keywords{}; ///< lower case if `ignoresCase`
    QStringList lineComments{};
    QString blockCommentStart{};
    QString blockCommentEnd{};
    QList<Quote> quotes{}; ///< longer marks first
    bool ignoresCase = false;
    bool hasCharacters = false; ///< 'x' is a character; a single quote by itself is none (lifetimes, separators)
    bool hasDirectives = false; ///< # at the beginning of a line
    bool hasAtRules = false; ///< @media, @Override
    bool hashNeedsSpace = false; ///< # is a comment only at the beginning of a word
    QString wordSigns{}; ///< belong to words beside letters, digits and _
};

/// By one of the names that people write behind a fence ("cpp", "C++", "js", "rs"); null for others.
[[nodiscard]] const CodeLanguage *findCodeLanguage(const QString &name);

} // namespace salon
