// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/emoji/emoji_habits.h"

#include "shared/client-core/settings.h"
#include "shared/markup/emoji/emoji_catalogue.h"
#include "shared/markup/emoji/single_emoji.h"

namespace salon {

EmojiHabits::EmojiHabits(SettingsStore &settings)
    : m_settings(settings)
{
}

QStringList EmojiHabits::recent() const
{
    QStringList emoji = m_settings.current().recentEmoji;
    emoji.removeIf([](const QString &each) { return !isSingleEmoji(each); });
    return emoji;
}

void EmojiHabits::use(const QString &emoji)
{
    m_settings.change([&emoji](Settings &settings) {
        settings.recentEmoji.removeAll(emoji);
        settings.recentEmoji.prepend(emoji);
    });
}

int EmojiHabits::tone() const
{
    return m_settings.current().skinTone;
}

void EmojiHabits::setTone(int tone)
{
    m_settings.change([tone](Settings &settings) { settings.skinTone = tone; });
}

QString EmojiHabits::toned(const Emoji &emoji) const
{
    return emoji.skinTones.value(tone() - 1, emoji.sequence);
}

} // namespace salon
