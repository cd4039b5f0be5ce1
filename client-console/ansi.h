// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QString>

namespace salon::console {

/// --color
enum class Color
{
    Auto,
    Always,
    Never
};

/// The colour sequences of a terminal (ECMA-48 SGR), or nothing at all when colours are off.
class Ansi
{
public:
    enum class Style
    {
        Plain,
        Bold,
        Muted,
        Accent,
        Good,
        Warning,
        Danger,
        Mention
    };

    explicit Ansi(bool enabled)
        : m_enabled(enabled)
    {
    }

    [[nodiscard]] static Ansi of(Color color)
    {
        return Ansi(color == Color::Always || (color == Color::Auto && isWanted()));
    }

    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    [[nodiscard]] QString styled(Style style, const QString &text) const;
    /// The same with codes of SGR ("1;36"); no codes, no sequence.
    [[nodiscard]] QString painted(const QString &codes, const QString &text) const;
    /// A name in a colour that stays the same for the account.
    [[nodiscard]] QString name(AccountId account, const QString &text) const;
    /// `styled` for a prompt: sequences are marked as taking no room (see LineEditor::setPrompt).
    [[nodiscard]] QString prompt(Style style, const QString &text) const;

    /// Colours are wanted by default: standard output is a terminal that can, and NO_COLOR is not set (no-color.org).
    static bool isWanted();
    /// Standard output is a terminal.
    static bool isTerminal();

private:
    bool m_enabled;
};

} // namespace salon::console
