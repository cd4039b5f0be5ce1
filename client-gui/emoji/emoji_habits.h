// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace salon {

struct Emoji;
class SettingsStore;

/// Which emoji the person uses: the newest ones and the skin tone. A view on the settings, as cheap to make as a
/// reference.
class EmojiHabits
{
public:
    static constexpr int ToneCount = 5;

    explicit EmojiHabits(SettingsStore &settings);

    /// Newest first. What the file of settings holds beside emoji is left out.
    [[nodiscard]] QStringList recent() const;
    void use(const QString &emoji);

    /// 0: none, yellow; 1 (light) to 5 (dark).
    [[nodiscard]] int tone() const;
    void setTone(int tone);
    /// The emoji in the chosen tone, if it has tones.
    [[nodiscard]] QString toned(const Emoji &emoji) const;

private:
    SettingsStore &m_settings;
};

} // namespace salon
