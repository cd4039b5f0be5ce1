// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/people.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace salon {

class EmojiCatalogue;
class People;
class Rooms;

struct CompletionItem
{
    enum class Kind
    {
        Person,
        Room,
        Command,
        Emoji,
        Call ///< @here, @room
    };
    Kind kind = Kind::Person;
    QString insert{}; ///< what replaces the word: "@marie ", "#General ", "/join "
    QString label{}; ///< what to show: "Marie Curie"
    QString detail{}; ///< "@marie", a topic, what a command does
    qint64 id = 0; ///< account or room
};

/// What the word under the cursor may become.
struct Completion
{
    qsizetype start = 0; ///< of the word in the text
    qsizetype length = 0;
    QList<CompletionItem> items{}; ///< best first; empty: nothing to offer
    QString hint{}; ///< behind a command's name: what is to be written there, "/join ROOM"; else empty
};

/// A command that a client knows, for completion.
struct CommandName
{
    QString name{}; ///< without the slash
    QString arguments{}; ///< "ROOM"
    QString description{};
};

/// What else may be offered where somebody writes.
struct CompletionOffers
{
    QList<CommandName> commands{};
    const EmojiCatalogue *emoji = nullptr; ///< null: none
    QLocale::Language language = QLocale::English; ///< of the emoji's names
    bool mayCall = false; ///< @here and @room call people there
    int limit = 8; ///< items at most
};

/// Looks at the word before `cursor`: "@…" gives people and whom one may call, "#…" rooms, ":…" of two characters or
/// more emoji, "/…" at the very start commands. Whatever the case and the accents.
[[nodiscard]] Completion complete(
    const QString &text, qsizetype cursor, const People &people, const Rooms &rooms, const CompletionOffers &offers);
[[nodiscard]] Completion complete(const QString &text, qsizetype cursor, const People &people, const Rooms &rooms,
    const QList<CommandName> &commands = {}, int limit = 8);

/// The text without case and accents, to compare what people type with names.
[[nodiscard]] QString foldedForSearch(const QString &text);

} // namespace salon
