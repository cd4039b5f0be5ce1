// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace salon {

/// How a stretch of text is drawn; several may hold at once.
enum class TextStyle : quint16
{
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,
    Spoiler = 16, ///< hidden until somebody wants to see it
    Link = 32, ///< with a target of that kind
    Mention = 64, ///< of a person or of everyone, with a target
    MentionsMe = 128, ///< beside Mention: the reader is meant
    Room = 256, ///< with a target of that kind
    Keyword = 512, ///< this one and the following only in paragraphs of code
    String = 1024,
    Comment = 2048,
    Number = 4096
};
Q_DECLARE_FLAGS(TextStyles, TextStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(TextStyles)

/// What is not here is drawn plainly.
struct StyledRange
{
    qsizetype start = 0; ///< UTF-16 units in the paragraph's text; never inside a surrogate pair
    qsizetype length = 0; ///< > 0
    TextStyles styles{};
    int target = -1; ///< index into FormattedText::targets, or -1
    friend bool operator==(const StyledRange &, const StyledRange &) = default;
};

/// One line of text, or one block of code with all its lines (LF between them, none at its end).
struct FormattedParagraph
{
    enum class Kind
    {
        Text, ///< without any line break; may be empty
        Code
    };
    Kind kind = Kind::Text;
    bool startsBlock = false; ///< a little room above it; never in the first one, nor in plain text
    int quoteDepth = 0; ///< bars in front of it; quoteDepth + listDepth <= MaxDepth
    int listDepth = 0; ///< steps that it is moved in
    QString marker{}; ///< of the first line of a list's item: "•", "3." or "3)"; empty: none
    QString language{}; ///< of Code: as it was written, at most 20 characters; may be empty or unknown
    QString text{};
    QList<StyledRange> ranges{}; ///< ascending, without overlap, inside the text
    friend bool operator==(const FormattedParagraph &, const FormattedParagraph &) = default;
};

/// What is behind a link or a name.
struct TextTarget
{
    enum class Kind
    {
        Link,
        Person,
        Room,
        Everyone ///< @here, @room
    };
    Kind kind = Kind::Link;
    QString url{}; ///< of Link: http, https, mailto or salon, percent- and IDN-encoded: what really is opened
    qint64 id = 0; ///< of Person and Room: their ids
    friend bool operator==(const TextTarget &, const TextTarget &) = default;
};

/// A message's text ready to be drawn, by a window or by a terminal.
struct FormattedText
{
    static constexpr int MaxDepth = 8;
    static constexpr qsizetype MaxParagraphs = 1024; ///< lines beyond them are joined to the last one by spaces
    static constexpr qsizetype MaxRanges = 4096; ///< in all paragraphs together
    static constexpr qsizetype MaxTargets = 512;

    QList<FormattedParagraph> paragraphs{};
    QList<TextTarget> targets{};
    bool isEmojiOnly = false; ///< one to three emoji and nothing else: drawn larger
    friend bool operator==(const FormattedText &, const FormattedText &) = default;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::FormattedText)
