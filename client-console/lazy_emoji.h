// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/markup/emoji/emoji_catalogue.h"

#include <memory>

namespace salon::console {

/// The catalogue of emoji, made when it is first wanted: a script that sends one line never pays for it.
class LazyEmoji
{
public:
    const EmojiCatalogue &catalogue()
    {
        if (!m_catalogue)
            m_catalogue = std::make_unique<EmojiCatalogue>();
        return *m_catalogue;
    }

private:
    std::unique_ptr<EmojiCatalogue> m_catalogue{};
};

} // namespace salon::console
