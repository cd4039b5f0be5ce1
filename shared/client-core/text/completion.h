// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/people.h"

#include <QList>
#include <QString>

namespace salon {

class People;
class Rooms;

struct CompletionItem
{
    enum class Kind
    {
        Person,
        Room,
        Command
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
};

/// A command that a client knows, for completion.
struct CommandName
{
    QString name{}; ///< without the slash
    QString arguments{}; ///< "ROOM"
    QString description{};
};

/// Looks at the word before `cursor`: "@…" gives people, "#…" rooms, "/…" at the very start commands. At most `limit`
/// items; whatever the case and the accents.
[[nodiscard]] Completion complete(const QString &text, qsizetype cursor, const People &people, const Rooms &rooms,
    const QList<CommandName> &commands = {}, int limit = 8);

/// The text without case and accents, to compare what people type with names.
[[nodiscard]] QString foldedForSearch(const QString &text);

} // namespace salon
