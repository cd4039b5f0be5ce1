// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace salon::test {

/// Something that a terminal would obey, or that turns the direction of a text.
inline bool hasControl(const QString &text)
{
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if ((code < 0x20 && c != u'\n') || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e)
            || (code >= 0x2066 && code <= 0x2069))
            return true;
    }
    return false;
}

} // namespace salon::test
