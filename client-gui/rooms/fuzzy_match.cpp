// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/fuzzy_match.h"

namespace salon {

std::optional<int> fuzzyScore(QStringView pattern, QStringView name)
{
    constexpr int Together = 8, WordStart = 6, Start = 4, LatePenalty = 1;
    int score = 0;
    qsizetype last = -1;
    qsizetype at = 0;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        // A letter that goes on or begins a word counts more than one found just anywhere.
        qsizetype found = -1;
        for (qsizetype i = at; i < name.size(); ++i) {
            if (name[i] != wanted)
                continue;
            if (found < 0)
                found = i;
            if (i == last + 1 || i == 0 || !name[i - 1].isLetterOrNumber()) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return std::nullopt;
        if (last >= 0 && found == last + 1)
            score += Together;
        else if (found == 0)
            score += WordStart + Start;
        else if (!name[found - 1].isLetterOrNumber())
            score += WordStart;
        else
            score -= LatePenalty;
        last = found;
        at = found + 1;
    }
    return score - int(name.size()) / 8;
}

} // namespace salon
