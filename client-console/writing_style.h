// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/lazy_emoji.h"
#include "shared/base/vocabulary.h"

namespace salon::console {

/// How what is typed becomes the text of a message.
struct WritingStyle
{
    TextFormat format = TextFormat::Plain;
    LazyEmoji *emoji = nullptr; ///< for :shortcodes:; null leaves them as they are

    [[nodiscard]] QString textOf(const QString &typed) const
    {
        return emoji && typed.contains(u':') ? emoji->catalogue().withEmoji(typed) : typed;
    }
};

} // namespace salon::console
