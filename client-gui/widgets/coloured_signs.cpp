// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/coloured_signs.h"

#include "shared/markup/emoji/single_emoji.h"

#include <algorithm>
#include <array>
#include <utility>

namespace salon {

namespace {

constexpr char16_t FirstSign = 0xA9; ///< but for keycaps
constexpr QChar KeycapMark(0x20E3);
constexpr QChar Selector(0xFE0F);

/// Below U+10000, what Unicode shows as an emoji without any selector (Emoji_Presentation); first and last.
constexpr std::array<std::pair<char16_t, char16_t>, 33> ColouredByThemselves{ {
    { 0x231A, 0x231B },
    { 0x23E9, 0x23EC },
    { 0x23F0, 0x23F0 },
    { 0x23F3, 0x23F3 },
    { 0x25FD, 0x25FE },
    { 0x2614, 0x2615 },
    { 0x2648, 0x2653 },
    { 0x267F, 0x267F },
    { 0x2693, 0x2693 },
    { 0x26A1, 0x26A1 },
    { 0x26AA, 0x26AB },
    { 0x26BD, 0x26BE },
    { 0x26C4, 0x26C5 },
    { 0x26CE, 0x26CE },
    { 0x26D4, 0x26D4 },
    { 0x26EA, 0x26EA },
    { 0x26F2, 0x26F3 },
    { 0x26F5, 0x26F5 },
    { 0x26FA, 0x26FA },
    { 0x26FD, 0x26FD },
    { 0x2705, 0x2705 },
    { 0x270A, 0x270B },
    { 0x2728, 0x2728 },
    { 0x274C, 0x274C },
    { 0x274E, 0x274E },
    { 0x2753, 0x2755 },
    { 0x2757, 0x2757 },
    { 0x2795, 0x2797 },
    { 0x27B0, 0x27B0 },
    { 0x27BF, 0x27BF },
    { 0x2B1B, 0x2B1C },
    { 0x2B50, 0x2B50 },
    { 0x2B55, 0x2B55 },
} };

bool isColouredByItself(QChar sign)
{
    return std::ranges::any_of(ColouredByThemselves,
        [code = sign.unicode()](const auto &range) { return code >= range.first && code <= range.second; });
}

/// Length of the emoji at `at`, 0 if there is none or it is one to be drawn like a letter.
qsizetype signLength(const QString &text, qsizetype at)
{
    const QChar first = text[at];
    const bool mayBeKeycap = first.unicode() < FirstSign && at + 1 < text.size()
        && (text[at + 1] == KeycapMark || text[at + 1] == Selector);
    if (first.unicode() < FirstSign && !mayBeKeycap)
        return 0;
    const qsizetype length = emojiLength(QStringView(text).sliced(at));
    return length == 1 && !isColouredByItself(first) ? 0 : length;
}

} // namespace

QList<TextRange> colouredSigns(const QString &text, qsizetype most)
{
    QList<TextRange> found;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = signLength(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        if (!found.isEmpty() && found.last().start + found.last().length == at)
            found.last().length += length;
        else if (found.size() < most)
            found.append(TextRange{ at, length });
        else
            break;
        at += length;
    }
    return found;
}

} // namespace salon
