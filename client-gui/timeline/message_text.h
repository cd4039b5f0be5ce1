// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

namespace salon {

/// Somebody's text made ready to be drawn: plain text only, split into paragraphs that are laid out one by one, so that
/// an embedding opened in one of them never reaches its neighbour, the name or the time. At most
/// text_limits::MaxCombiningMarks combining marks in a row are kept.
struct MessageText
{
    struct Span
    {
        enum class Kind
        {
            Link,
            Mention
        };
        qsizetype start = 0; ///< in the paragraph
        qsizetype length = 0;
        Kind kind = Kind::Link;
        QUrl target{}; ///< of a link: http, https or mailto, nothing else
    };
    struct Paragraph
    {
        QString text{};
        QList<Span> spans{};
        bool isRightToLeft = false;
    };
    QList<Paragraph> paragraphs{};
    bool isEmojiOnly = false; ///< one to six emoji and nothing else: drawn larger
};

/// Says whether `login` (lower case) names somebody here, so that "@media" in a line of code is no mention.
using IsKnownLogin = std::function<bool(const QString &login)>;

/// `isKnown` empty: no mentions are looked for.
[[nodiscard]] MessageText prepareMessageText(const QString &body, const IsKnownLogin &isKnown = {});

/// Links of one line: http://, https:// and mailto: up to white space, without the punctuation that ends a sentence.
[[nodiscard]] QList<MessageText::Span> findLinks(QStringView line);

/// True for one to six emoji (with their modifiers, joiners and flags) and nothing else but spaces.
[[nodiscard]] bool isEmojiOnly(QStringView text);

/// `text` between first strong isolate and pop directional isolate, for sentences that hold names; embeddings that it
/// leaves open are closed.
[[nodiscard]] QString isolated(const QString &text);

} // namespace salon
