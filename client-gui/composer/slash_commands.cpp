// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/composer/slash_commands.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

struct Row
{
    SlashCommand command;
    const char *name;
    const char *arguments; ///< marked for translation
    const char *help; ///< marked for translation
};

// clang-format off
constexpr std::array Table{
    Row{ SlashCommand::Me, "me", QT_TRANSLATE_NOOP("salon::SlashCommands", "text"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Says what you are doing.") },
    Row{ SlashCommand::Msg, "msg", QT_TRANSLATE_NOOP("salon::SlashCommands", "@username text"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Writes to one person.") },
    Row{ SlashCommand::Join, "join", QT_TRANSLATE_NOOP("salon::SlashCommands", "room"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Opens a room, joining it if needed.") },
    Row{ SlashCommand::Leave, "leave", "",
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Leaves this room, after a question.") },
    Row{ SlashCommand::Topic, "topic", QT_TRANSLATE_NOOP("salon::SlashCommands", "[text]"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Shows or changes the topic.") },
    Row{ SlashCommand::Nick, "nick", QT_TRANSLATE_NOOP("salon::SlashCommands", "name"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Changes the name that others see.") },
    Row{ SlashCommand::Invite, "invite", QT_TRANSLATE_NOOP("salon::SlashCommands", "@username"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Adds somebody to this room.") },
    Row{ SlashCommand::Kick, "kick", QT_TRANSLATE_NOOP("salon::SlashCommands", "@username"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Removes somebody from this room.") },
    Row{ SlashCommand::Ban, "ban", QT_TRANSLATE_NOOP("salon::SlashCommands", "@username"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Removes somebody, who cannot come back.") },
    Row{ SlashCommand::Mute, "mute", "",
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Turns the notifications of this room off, or on again.") },
    Row{ SlashCommand::Away, "away", QT_TRANSLATE_NOOP("salon::SlashCommands", "[status]"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Says that you are away.") },
    Row{ SlashCommand::Online, "online", QT_TRANSLATE_NOOP("salon::SlashCommands", "[status]"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Says that you are here again.") },
    Row{ SlashCommand::Shrug, "shrug", QT_TRANSLATE_NOOP("salon::SlashCommands", "[text]"),
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Adds ¯\\_(ツ)_/¯ to your text.") },
    Row{ SlashCommand::Help, "help", "",
        QT_TRANSLATE_NOOP("salon::SlashCommands", "Shows the commands and how to format a text.") },
};
// clang-format on

const Row *rowNamed(const QString &name)
{
    const auto *found = std::find_if(Table.begin(), Table.end(),
        [&](const Row &row) { return name.compare(QLatin1StringView(row.name), Qt::CaseInsensitive) == 0; });
    return found == Table.end() ? nullptr : found;
}

CommandName shown(const Row &row)
{
    return { QString::fromLatin1(row.name), *row.arguments ? SlashCommands::tr(row.arguments) : QString(),
        SlashCommands::tr(row.help) };
}

QString usageOf(const CommandName &command)
{
    return QString(u'/' + command.name + u' ' + command.arguments).trimmed();
}

qsizetype endOfName(const QString &typed)
{
    const auto *end = std::find_if(typed.begin() + 1, typed.end(), [](QChar c) { return c.isSpace(); });
    return end - typed.begin();
}

} // namespace

SlashLine SlashCommands::parse(const QString &typed)
{
    if (!typed.startsWith(u'/')) {
        const bool isProtected = !typed.isEmpty() && typed[0].isSpace() && typed.trimmed().startsWith(u'/');
        return { SlashLine::Kind::Text, {}, {}, isProtected ? typed.mid(typed.indexOf(u'/')) : typed };
    }
    if (typed.startsWith("//"_L1))
        return { SlashLine::Kind::Text, {}, {}, typed.mid(1) };
    const qsizetype end = endOfName(typed);
    if (end == 1 && !typed.trimmed().endsWith(u'/'))
        return { SlashLine::Kind::Text, {}, {}, typed };
    const QString name = typed.mid(1, end - 1);
    const Row *row = rowNamed(name);
    if (!row)
        return { SlashLine::Kind::Unknown, {}, name, {} };
    return { SlashLine::Kind::Command, row->command, name, typed.mid(end).trimmed() };
}

QList<CommandName> SlashCommands::names()
{
    QList<CommandName> names;
    for (const Row &row : Table)
        names.append(shown(row));
    return names;
}

QString SlashCommands::usage(SlashCommand command)
{
    const auto *row
        = std::find_if(Table.begin(), Table.end(), [command](const Row &each) { return each.command == command; });
    return row == Table.end() ? QString() : usageOf(shown(*row));
}

QString SlashCommands::hint(const QString &typed)
{
    if (!typed.startsWith(u'/') || endOfName(typed) == typed.size())
        return {};
    const SlashLine line = parse(typed);
    if (line.kind != SlashLine::Kind::Command)
        return {};
    const CommandName command = shown(*rowNamed(line.name));
    //: While a command is typed: %1 is "/topic [text]", %2 what it does
    return tr("%1 — %2").arg(usageOf(command), command.description);
}

} // namespace salon
