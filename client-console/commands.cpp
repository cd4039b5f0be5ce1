// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/commands.h"

#include "client-console/export_commands.h"
#include "client-console/file_commands.h"
#include "client-console/outbox_commands.h"
#include "client-console/reading_commands.h"
#include "client-console/rules_commands.h"
#include "client-console/search_commands.h"

#include "shared/client-core/text/time_text.h"

#include <QDateTime>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {

Commands::Commands(const Parts &parts)
    : m_workspace(parts.workspace)
    , m_view(parts.view)
    , m_screen(parts.screen)
    , m_language(parts.language)
    , m_style(parts.style)
    , m_listings(parts.workspace, parts.screen)
    , m_answers(parts.screen)
    , m_conversation(parts.workspace, parts.view, parts.screen, m_answers, parts.style, parts.emoji)
{
    connect(&m_answers, &AwaitedAnswers::settled, this, &Commands::settled);
    connect(&m_conversation, &ConversationCommands::messageGiven, this, &Commands::messageGiven);
    connect(&m_conversation, &ConversationCommands::changeGiven, this, &Commands::changeGiven);
    connect(&m_conversation, &ConversationCommands::refused, this, &Commands::refused);
    const CommandGroup::Parts shared{ m_workspace, m_view, m_screen, m_answers };
    auto files = std::make_unique<FileCommands>(shared, parts.transfers, m_style);
    m_files = files.get();
    m_groups.push_back(std::move(files));
    m_groups.push_back(std::make_unique<SearchCommands>(shared));
    m_groups.push_back(std::make_unique<ReadingCommands>(shared));
    m_groups.push_back(std::make_unique<RulesCommands>(shared));
    m_groups.push_back(std::make_unique<ExportCommands>(shared));
    m_groups.push_back(std::make_unique<OutboxCommands>(shared, m_style));
    for (const auto &group : m_groups) {
        connect(group.get(), &CommandGroup::given, this, &Commands::changeGiven);
        connect(group.get(), &CommandGroup::refused, this, &Commands::refused);
    }
}

Commands::~Commands() = default;

std::span<const Commands::Row> Commands::table()
{
    static constexpr std::array all{
        Row{ "help", QT_TR_NOOP("[command]"), QT_TR_NOOP("Shows the commands, or one of them."), &Commands::help },
        Row{ "rooms", QT_TR_NOOP("[text]"), QT_TR_NOOP("Lists the rooms, or those whose name contains the text."),
            &Commands::rooms },
        Row{ "join", QT_TR_NOOP("room"),
            QT_TR_NOOP("Opens a room, joining it if needed. @username opens a direct one."), &Commands::join },
        Row{ "leave", "", QT_TR_NOOP("Leaves the open room."), &Commands::leave },
        Row{ "create", QT_TR_NOOP("name"), QT_TR_NOOP("Makes a public room."), &Commands::create },
        Row{ "private", QT_TR_NOOP("name"), QT_TR_NOOP("Makes a private room."), &Commands::createPrivate },
        Row{ "invite", QT_TR_NOOP("username"), QT_TR_NOOP("Adds somebody to the open room."), &Commands::invite },
        Row{ "kick", QT_TR_NOOP("username"), QT_TR_NOOP("Removes somebody from the open room."), &Commands::kick },
        Row{ "ban", QT_TR_NOOP("username"), QT_TR_NOOP("Removes somebody from the open room, who may not come back."),
            &Commands::ban },
        Row{ "unban", QT_TR_NOOP("username"), QT_TR_NOOP("Lets somebody come back."), &Commands::unban },
        Row{ "bans", "", QT_TR_NOOP("Lists who may not come into the open room."), &Commands::bans },
        Row{ "rename", QT_TR_NOOP("name"), QT_TR_NOOP("Renames the open room."), &Commands::rename },
        Row{ "topic", QT_TR_NOOP("[text]"), QT_TR_NOOP("Shows or sets the topic of the open room."), &Commands::topic },
        Row{ "msg", QT_TR_NOOP("username text"), QT_TR_NOOP("Writes to one person."), &Commands::message },
        Row{ "who", "", QT_TR_NOOP("Lists the members of the open room."), &Commands::who },
        Row{ "older", "", QT_TR_NOOP("Shows earlier messages."), &Commands::older },
        Row{ "nick", QT_TR_NOOP("name"), QT_TR_NOOP("Changes the name that others see."), &Commands::nick },
        Row{ "away", QT_TR_NOOP("[status]"), QT_TR_NOOP("Says that you are away."), &Commands::away },
        Row{ "busy", QT_TR_NOOP("[status]"), QT_TR_NOOP("Says that you are busy."), &Commands::busy },
        Row{ "online", QT_TR_NOOP("[status]"), QT_TR_NOOP("Says that you are here."), &Commands::online },
        Row{ "invitation", "", QT_TR_NOOP("Makes an invitation to this server."), &Commands::invitation },
        Row{ "claim", QT_TR_NOOP("code"), QT_TR_NOOP("Makes you the owner, with the code that the server printed."),
            &Commands::claim },
        Row{ "accept-key", "", QT_TR_NOOP("Accepts the new key of the server."), &Commands::acceptKey },
        Row{ "lang", QT_TR_NOOP("fr|en"), QT_TR_NOOP("Changes the language."), &Commands::language },
        Row{ "quit", "", QT_TR_NOOP("Ends the program. What is not sent stays in the outbox."), &Commands::quit },
    };
    return all;
}

void Commands::run(const QString &line)
{
    const qsizetype space = line.indexOf(u' ');
    const QString name = line.mid(1, space < 0 ? -1 : space - 1).toLower();
    const QString argument = space < 0 ? QString() : line.mid(space + 1).trimmed();
    const auto all = table();
    const auto row = std::find_if(
        all.begin(), all.end(), [&](const Row &candidate) { return name == QLatin1StringView(candidate.name); });
    if (row == all.end()) {
        const bool isOfGroup = m_conversation.run(name, argument)
            || std::ranges::any_of(m_groups, [&](const auto &group) { return group->run(name, argument); });
        if (isOfGroup)
            return;
        m_screen.problem(tr("There is no command /%1. /help shows them all; // at the start sends a slash.").arg(name));
        return;
    }
    (this->*row->run)(argument);
}

QList<CommandName> Commands::names() const
{
    QList<CommandName> names;
    for (const Row &row : table())
        names.append({ QString::fromLatin1(row.name), *row.arguments ? tr(row.arguments) : QString(), tr(row.help) });
    names += m_conversation.names();
    for (const auto &group : m_groups)
        names += group->names();
    // What both tables have is one command for whoever types it.
    for (const CommandName &further : m_furtherNames ? m_furtherNames() : QList<CommandName>{}) {
        const bool isKnown
            = std::ranges::any_of(names, [&](const CommandName &name) { return name.name == further.name; });
        if (!isKnown)
            names.append(further);
    }
    return names;
}

void Commands::sendFiles(RoomId room, const QStringList &paths, const QString &caption, Seq replyTo)
{
    m_answers.begin();
    m_files->send(room, paths, caption, replyTo);
    m_answers.end();
}

bool Commands::hasRoom()
{
    if (!m_view.isOpen())
        m_screen.problem(tr("No room is open. /rooms lists them, /join opens one."));
    return m_view.isOpen();
}

bool Commands::needs(const QString &argument, const char *command)
{
    if (!argument.isEmpty())
        return true;
    for (const CommandName &name : names()) {
        if (name.name == QLatin1StringView(command))
            m_screen.problem(tr("Like this: /%1 %2").arg(name.name, name.arguments));
    }
    return false;
}

void Commands::help(const QString &name)
{
    if (name.isEmpty()) {
        m_listings.commands(names());
        return;
    }
    const QString plain = (name.startsWith(u'/') ? name.mid(1) : name).toLower();
    QList<CommandName> one = names();
    one.removeIf([&plain](const CommandName &command) { return command.name != plain; });
    if (one.isEmpty())
        m_screen.problem(
            tr("There is no command /%1. /help shows them all; // at the start sends a slash.").arg(plain));
    Listings::commandTable(one, m_screen);
}

void Commands::invitation(const QString &)
{
    m_answers.await(m_workspace.createInvitation(), [this](const InvitationCreated &made) {
        m_screen.success(made.link.isEmpty() ? tr("Invitation code: %1").arg(made.code) : made.link);
        m_screen.notice(tr("Good for one person until %1.").arg(TimeText::full(made.expiresMs)));
    });
}

void Commands::claim(const QString &code)
{
    if (needs(code, "claim"))
        m_answers.await(m_workspace.claimOwnership(code), tr("You are the owner of this server now."));
}

void Commands::acceptKey(const QString &)
{
    if (m_workspace.session().lastError().code != ErrorCode::ServerKeyChanged || m_presentedKey.isEmpty()) {
        m_screen.notice(tr("The key of this server has not changed."));
        return;
    }
    m_workspace.session().acceptServerKey(std::exchange(m_presentedKey, {}));
}

void Commands::language(const QString &code)
{
    if (!ConsoleLanguage::isKnown(code)) {
        m_screen.problem(tr("This program speaks fr and en."));
        return;
    }
    m_language.speak(code);
    m_workspace.retranslate();
    m_view.printer().forgetDay();
    m_screen.success(tr("The program speaks English now."));
    Q_EMIT languageChanged();
}

void Commands::quit(const QString &)
{
    Q_EMIT quitRequested();
}

} // namespace salon::console
