// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/commands.h"
#include "client-console/line_editor.h"

namespace salon::console {

/// What Tab offers: @people and whom one may call, #rooms, :emoji: and /commands; and behind a command that is typed
/// already, how it goes on.
class InputCompleter
{
public:
    static constexpr int MostCandidates = 60;
    static constexpr int MostEmoji = 12;

    /// All of it must outlive this.
    InputCompleter(
        const Workspace &workspace, const RoomView &view, const Commands &commands, const EmojiCatalogue &emoji);

    [[nodiscard]] Completions complete(const QString &line, qsizetype cursor) const;
    /// Of the word that begins at `start` with a colon. `isFrench`: in which language its names are looked for first.
    [[nodiscard]] static Completions emojiFor(
        const QString &word, qsizetype start, const EmojiCatalogue &catalogue, bool isFrench);
    /// "/reply number text: Answers a message."; empty unless a known command and a space stand there.
    [[nodiscard]] static QString hintFor(const QString &line, const QList<CommandName> &commands);

private:
    const Workspace &m_workspace;
    const RoomView &m_view;
    const Commands &m_commands;
    const EmojiCatalogue &m_emoji;
};

} // namespace salon::console
