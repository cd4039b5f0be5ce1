// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/vocabulary.h"
#include "shared/markup/emoji/emoji_catalogue.h"

namespace salon::console {

/// How what is typed becomes the text of a message.
struct WritingStyle
{
    TextFormat format = TextFormat::Plain;
    const EmojiCatalogue *emoji = nullptr; ///< for :shortcodes:; null leaves them as they are

    [[nodiscard]] QString textOf(const QString &typed) const
    {
        return emoji && typed.contains(u':') ? emoji->withEmoji(typed) : typed;
    }
};

} // namespace salon::console
