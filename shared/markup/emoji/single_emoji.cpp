// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/emoji/single_emoji.h"

#include "shared/markup/emoji/pictographs.h"

#include <algorithm>

namespace salon {
namespace {

constexpr qsizetype MaxReactionBytes = 64;
constexpr char32_t ZeroWidthJoiner = 0x200D;
constexpr char32_t EmojiSelector = 0xFE0F;
constexpr char32_t KeycapMark = 0x20E3;
constexpr char32_t LastTag = 0xE007F;

struct Code
{
    char32_t value = 0;
    qsizetype width = 0;
};

Code codeAt(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return {};
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return { QChar::surrogateToUcs4(text[at], text[at + 1]), 2 };
    return { text[at].unicode(), 1 };
}

bool isPictograph(char32_t code)
{
    const auto after = std::ranges::upper_bound(Pictographs, code, {}, [](const auto &range) { return range.first; });
    return after != Pictographs.begin() && code <= std::prev(after)->second;
}

bool isSkinTone(char32_t code)
{
    return code >= 0x1F3FB && code <= 0x1F3FF;
}

bool isFlagHalf(char32_t code)
{
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

bool isTag(char32_t code)
{
    return code >= 0xE0020 && code <= 0xE007E;
}

/// A digit, # or * with the mark of a keycap; 0 if it is none.
qsizetype keycapLength(QStringView text)
{
    const char32_t first = codeAt(text, 0).value;
    if (!((first >= U'0' && first <= U'9') || first == U'#' || first == U'*'))
        return 0;
    const qsizetype mark = codeAt(text, 1).value == EmojiSelector ? 2 : 1;
    return codeAt(text, mark).value == KeycapMark ? mark + 1 : 0;
}

/// One pictograph with what modifies it, the part between two joiners; 0 if there is none at `at`.
qsizetype elementLength(QStringView text, qsizetype at)
{
    const Code first = codeAt(text, at);
    if (!isPictograph(first.value))
        return 0;
    qsizetype end = at + first.width;
    if (isSkinTone(codeAt(text, end).value))
        end += 2;
    else if (codeAt(text, end).value == EmojiSelector)
        end += 1;
    qsizetype tags = end;
    while (isTag(codeAt(text, tags).value))
        tags += 2;
    if (tags > end && codeAt(text, tags).value == LastTag)
        end = tags + 2;
    return end - at;
}

} // namespace

qsizetype emojiLength(QStringView text)
{
    if (isFlagHalf(codeAt(text, 0).value))
        return isFlagHalf(codeAt(text, 2).value) ? 4 : 0;
    if (const qsizetype keycap = keycapLength(text); keycap > 0)
        return keycap;
    qsizetype end = elementLength(text, 0);
    while (end > 0 && codeAt(text, end).value == ZeroWidthJoiner) {
        const qsizetype next = elementLength(text, end + 1);
        if (next == 0)
            break;
        end += 1 + next;
    }
    return end;
}

bool isSingleEmoji(QStringView text)
{
    return !text.isEmpty() && text.size() <= MaxReactionBytes && emojiLength(text) == text.size()
        && text.toUtf8().size() <= MaxReactionBytes;
}

int countEmojiOnly(QStringView text, int limit)
{
    int count = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype length = emojiLength(text.sliced(at));
        if (length == 0 || ++count > limit)
            return 0;
        at += length;
    }
    return count;
}

} // namespace salon
