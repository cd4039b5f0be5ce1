// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/text/completion.h"

#include <QCoreApplication>

namespace salon {

enum class SlashCommand
{
    Me,
    Msg,
    Join,
    Leave,
    Topic,
    Nick,
    Invite,
    Kick,
    Ban,
    Mute,
    Away,
    Online,
    Shrug,
    Help
};

/// What was typed: a text to send, or a command.
struct SlashLine
{
    enum class Kind
    {
        Text,
        Command,
        Unknown ///< never a text
    };
    Kind kind = Kind::Text;
    SlashCommand command = SlashCommand::Help; ///< of a Command
    QString name{}; ///< as typed, without the slash
    QString text{}; ///< of a Text: what to send; of a Command: its argument
};

/// The commands of the composer: one table of names, arguments and what they do.
class SlashCommands
{
    Q_DECLARE_TR_FUNCTIONS(salon::SlashCommands)

public:
    /// A slash at the very start begins a command; `//`, or a space before it, sends one, and so does a slash that is
    /// followed by a space.
    [[nodiscard]] static SlashLine parse(const QString &typed);

    /// All of them, in the language of now.
    [[nodiscard]] static QList<CommandName> names();
    /// "/topic [text]"
    [[nodiscard]] static QString usage(SlashCommand command);
    /// What the command that is being typed wants and does, once its name stands there; empty without a command.
    [[nodiscard]] static QString hint(const QString &typed);
};

} // namespace salon
