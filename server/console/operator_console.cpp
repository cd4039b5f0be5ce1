// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/console/operator_console.h"

#include "server/console/import_words.h"
#include "server/console/operator_words.h"
#include "shared/base/terminal_text.h"

#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint32 SecondsPerHour = 3600;
constexpr qsizetype MaxNameShown = 80;

QString shortTime(qint64 msSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch).toString(u"yyyy-MM-dd HH:mm"_s);
}

/// What others chose: must not look like a line of ours.
QString oneLine(const QString &text)
{
    return safeLineForTerminal(text);
}

} // namespace

struct OperatorConsole::Command
{
    QLatin1StringView name;
    void (OperatorConsole::*run)(const QString &rest);
    const char *arguments; ///< translated when shown
    const char *help;
};

const QList<OperatorConsole::Command> &OperatorConsole::commands()
{
    static const QList<Command> list{
        { "/help"_L1, &OperatorConsole::help, "",
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "shows this list") },
        { "/who"_L1, &OperatorConsole::who, "",
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "who is connected") },
        { "/rooms"_L1, &OperatorConsole::rooms, "",
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "public and private rooms") },
        { "/say"_L1, &OperatorConsole::announce, QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "TEXT"),
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "an announcement to everybody") },
        { "/kick"_L1, &OperatorConsole::kick, QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "USERNAME [REASON]"),
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "closes the connections of somebody") },
        { "/end"_L1, &OperatorConsole::endGuest, QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "GUEST"),
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole",
                "ends the connection of a guest of plain text or classroom: name, number or address") },
        { "/invite"_L1, &OperatorConsole::invite, QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "[USES] [HOURS]"),
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "makes an invitation; once and 7 days by default") },
        { "/import"_L1, &OperatorConsole::importFolder,
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "FOLDER [ROOM NAME]"),
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "reads the export of a room into a public room") },
        { "/classroom"_L1, &OperatorConsole::classroom, "",
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "where the exercises listen, and who is connected") },
        { "/dialogue"_L1, &OperatorConsole::dialogue, QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "TEXT"),
            QT_TRANSLATE_NOOP(
                "salon::server::OperatorConsole", "answers the client of the exercise “dialogue”; “fini” ends it") },
        { "/stop"_L1, &OperatorConsole::stop, "",
            QT_TRANSLATE_NOOP("salon::server::OperatorConsole", "says goodbye to everybody and stops the server") },
    };
    return list;
}

OperatorConsole::OperatorConsole(OperatorPort &server, Say say, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_say(std::move(say))
{
}

void OperatorConsole::execute(const QString &line)
{
    const QString trimmed = line.trimmed();
    if (trimmed.isEmpty())
        return;
    const QString name = trimmed.section(u' ', 0, 0).toLower();
    for (const Command &command : commands()) {
        if (name == command.name) {
            (this->*command.run)(trimmed.mid(name.size()).trimmed());
            return;
        }
    }
    m_say(trimmed.startsWith(u'/')
            ? tr("There is no command %1. Type /help for the list.").arg(name.left(40))
            : tr("Commands begin with a slash. Type /help for the list, /say TEXT to speak to everybody."));
}

void OperatorConsole::help(const QString &)
{
    QStringList usages;
    qsizetype width = 0;
    for (const Command &command : commands()) {
        QString usage = command.name;
        if (*command.arguments != '\0')
            usage += u' ' + QCoreApplication::translate("salon::server::OperatorConsole", command.arguments);
        width = std::max(width, usage.size());
        usages.append(usage);
    }
    QStringList lines;
    for (qsizetype index = 0; index < usages.size(); ++index) {
        lines.append(u"  "_s + usages.at(index).leftJustified(width + 2)
            + QCoreApplication::translate("salon::server::OperatorConsole", commands().at(index).help));
    }
    m_say(lines.join(u'\n'));
}

void OperatorConsole::who(const QString &)
{
    const auto people = m_server.who();
    if (people.isEmpty()) {
        m_say(tr("Nobody is connected."));
        return;
    }
    QStringList lines{ tr("%n connection(s):", nullptr, int(people.size())) };
    for (const PresentPerson &person : people) {
        //: one line of /who: name (login), role, presence, address, program, time
        lines.append(tr("  %1 (%2), %3, %4, %5, %6, since %7")
                         .arg(oneLine(person.displayName), person.login, OperatorWords::role(person.role),
                             OperatorWords::presence(person.presence), person.peer,
                             person.client.isEmpty() ? tr("unknown program") : oneLine(person.client),
                             shortTime(person.sinceMs)));
    }
    m_say(lines.join(u'\n'));
}

void OperatorConsole::rooms(const QString &)
{
    const auto rooms = m_server.rooms();
    QStringList lines{ tr("%n room(s):", nullptr, int(rooms.size())) };
    for (const RoomLine &room : rooms) {
        const QString members = tr("%n member(s)", nullptr, int(room.memberCount));
        const QString events = tr("%n event(s)", nullptr, int(room.head));
        lines.append(u"  %1 (%2), %3, %4"_s.arg(oneLine(room.name), OperatorWords::roomKind(room.kind), members, events)
            + (room.topic.isEmpty() ? QString() : u" — "_s + oneLine(room.topic)));
    }
    m_say(lines.join(u'\n'));
}

void OperatorConsole::announce(const QString &rest)
{
    if (rest.isEmpty()) {
        m_say(tr("Say what? /say TEXT"));
        return;
    }
    m_server.announce(rest, [this](const Result<> &done) {
        m_say(done ? tr("Announced to everybody.")
                   : tr("The announcement was not sent: %1.").arg(OperatorWords::error(done.error())));
    });
}

void OperatorConsole::kick(const QString &rest)
{
    const QString login = rest.section(u' ', 0, 0).toLower();
    if (login.isEmpty()) {
        m_say(tr("Whom? /kick USERNAME [REASON]"));
        return;
    }
    const auto kicked = m_server.kick(login, rest.section(u' ', 1).trimmed());
    if (!kicked)
        m_say(tr("%1 was not disconnected: %2.").arg(login, OperatorWords::error(kicked.error())));
    else if (*kicked == 0)
        m_say(tr("%1 is not connected.").arg(login));
    else
        m_say(tr("%1: %n connection(s) closed.", nullptr, *kicked).arg(login));
}

void OperatorConsole::endGuest(const QString &rest)
{
    if (!m_guests)
        m_say(tr("There are no guests: start the server with --text or --classroom."));
    else if (rest.isEmpty())
        m_say(tr("Whom? /end GUEST, for example /end 3"));
    else
        m_guests->endGuest(rest, [say = m_say, rest](const QString &name) {
            say(name.isEmpty() ? tr("There is no guest “%1”.").arg(oneLine(rest.left(MaxNameShown)))
                               : tr("The connection of %1 was ended.").arg(oneLine(name)));
        });
}

void OperatorConsole::invite(const QString &rest)
{
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    bool usesOk = true;
    bool hoursOk = true;
    const quint32 uses = words.isEmpty() ? 0 : words.at(0).toUInt(&usesOk);
    const quint32 hours = words.size() < 2 ? 0 : words.at(1).toUInt(&hoursOk);
    if (!usesOk || !hoursOk || words.size() > 2 || hours > 100'000) {
        m_say(tr("How often and how long? /invite [USES] [HOURS], for example /invite 10 48"));
        return;
    }
    m_server.createInvitation(hours * SecondsPerHour, uses, [this](const Result<NewInvitation> &made) {
        if (!made) {
            m_say(tr("The invitation was not made: %1.").arg(OperatorWords::error(made.error())));
            return;
        }
        //: followed by a time
        QString text = tr("Invitation code %1, valid %n time(s), until %2.", nullptr, int(made->uses))
                           .arg(made->code, shortTime(made->expiresMs));
        if (!made->link.isEmpty())
            text += u'\n' + tr("Join link: %1").arg(made->link);
        m_say(text);
    });
}

void OperatorConsole::importFolder(const QString &rest)
{
    // A folder with blanks stands in quotes, and so may the room.
    const bool isQuoted = rest.startsWith(u'"') && rest.indexOf(u'"', 1) > 0;
    const QString folder = isQuoted ? rest.mid(1, rest.indexOf(u'"', 1) - 1) : rest.section(u' ', 0, 0);
    QString room = (isQuoted ? rest.mid(folder.size() + 2) : rest.mid(folder.size())).trimmed();
    if (room.size() > 2 && room.startsWith(u'"') && room.endsWith(u'"'))
        room = room.sliced(1, room.size() - 2).trimmed();
    if (folder.isEmpty() || !m_import) {
        m_say(tr("What? /import FOLDER [ROOM NAME]; a folder with blanks stands in quotes."));
        return;
    }
    m_import->importFolder(
        folder, room, [say = m_say](const ImportReport &report) { say(ImportWords::report(report)); });
}

bool OperatorConsole::hasClassroom()
{
    if (!m_classroom)
        m_say(tr("There is no classroom: start the server with --classroom."));
    return m_classroom != nullptr;
}

void OperatorConsole::classroom(const QString &)
{
    if (hasClassroom())
        m_classroom->describe(m_say);
}

void OperatorConsole::dialogue(const QString &rest)
{
    if (!hasClassroom())
        return;
    if (rest.isEmpty())
        m_say(tr("Say what? /dialogue TEXT"));
    else
        m_classroom->answerDialogue(rest, m_say);
}

void OperatorConsole::stop(const QString &)
{
    Q_EMIT stopRequested();
}

} // namespace salon::server
