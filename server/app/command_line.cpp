// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/command_line.h"

#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLineText)
};

constexpr auto ListenPlain = "listen-plain";
constexpr auto ConfigOption = "config";

/// An option that stands for a setting of the configuration file.
struct Option
{
    const char *name;
    const char *key;
    const char *argument; ///< shown in the help; empty: a switch
    const char *help;
};

constexpr std::array options{
    Option{ "listen", "listen", QT_TRANSLATE_NOOP("CommandLineText", "ADDRESS:PORT"),
        QT_TRANSLATE_NOOP("CommandLineText",
            "Listen here with TLS; may be repeated. \"*\" is every address, port 0 picks a free one. "
            "Also unix:PATH and plain+ADDRESS:PORT. Default: *:7256.") },
    Option{ ListenPlain, "listen", QT_TRANSLATE_NOOP("CommandLineText", "ADDRESS:PORT"),
        QT_TRANSLATE_NOOP("CommandLineText", "Listen here without TLS, on this machine only; may be repeated.") },
    Option{ "i-accept-cleartext", "accept_cleartext", "",
        QT_TRANSLATE_NOOP("CommandLineText",
            "Allow listeners without TLS beyond this machine: everybody on the way can read everything.") },
    Option{ "data", "data", QT_TRANSLATE_NOOP("CommandLineText", "FOLDER"),
        QT_TRANSLATE_NOOP("CommandLineText", "Folder of the database and keys.") },
    Option{ ConfigOption, "", QT_TRANSLATE_NOOP("CommandLineText", "FILE"),
        QT_TRANSLATE_NOOP("CommandLineText", "Configuration file. Default: salon-server.toml in the data folder.") },
    Option{ "name", "name", QT_TRANSLATE_NOOP("CommandLineText", "NAME"),
        QT_TRANSLATE_NOOP("CommandLineText", "Name of the server that people see.") },
    Option{ "lang", "language", "fr|en",
        QT_TRANSLATE_NOOP("CommandLineText", "Language of this console. Default: the system's.") },
    Option{ "text", "listener.text.address", QT_TRANSLATE_NOOP("CommandLineText", "ADDRESS:PORT"),
        QT_TRANSLATE_NOOP("CommandLineText",
            "Let netcat, telnet and sockets of any language into the first room, without password and without "
            "encryption. A port alone: from this machine only.") },
    Option{ "classroom", "listener.classroom.enabled", "",
        QT_TRANSLATE_NOOP("CommandLineText",
            "Run the exercises of a course about sockets, each on its usual port, from this machine only: presence "
            "63000, hello 12345, dialogue 63001, udp 3000, netcat 3000, multichat 9090, transfer 63002.") },
    Option{ "classroom-port", "listener.classroom.ports", QT_TRANSLATE_NOOP("CommandLineText", "NAME=PORT"),
        QT_TRANSLATE_NOOP(
            "CommandLineText", "Another port for one of the exercises; may be repeated. Port 0 picks a free one.") },
    Option{ "classroom-address", "listener.classroom.address", QT_TRANSLATE_NOOP("CommandLineText", "HOST"),
        QT_TRANSLATE_NOOP("CommandLineText",
            "Address on which the exercises listen; \"*\" is every address. Whoever reaches it takes part, without "
            "password and without encryption. Default: 127.0.0.1.") },
    Option{ "registration", "registration", "invitation|open|closed",
        QT_TRANSLATE_NOOP("CommandLineText", "Who may make an account. Default: invitation.") },
    Option{ "public-address", "public_address", QT_TRANSLATE_NOOP("CommandLineText", "HOST[:PORT]"),
        QT_TRANSLATE_NOOP("CommandLineText", "Address written into join links. Default: found out.") },
    Option{ "backlog", "backlog", QT_TRANSLATE_NOOP("CommandLineText", "NUMBER"),
        QT_TRANSLATE_NOOP("CommandLineText", "Connections that may wait to be accepted. Default: 1024.") },
    Option{ "workers", "workers", QT_TRANSLATE_NOOP("CommandLineText", "NUMBER"),
        QT_TRANSLATE_NOOP("CommandLineText", "Threads for connections. Default: one per processor core.") },
    Option{ "log-format", "log_format", "text|json",
        QT_TRANSLATE_NOOP("CommandLineText", "Log as text or as one JSON object per line. Default: text.") },
};

const Option *findOption(QStringView name)
{
    for (const Option &option : options) {
        if (name == QLatin1StringView(option.name))
            return &option;
    }
    return nullptr;
}

tl::unexpected<ConfigProblem> refuse(const QString &sentence)
{
    return tl::unexpected(ConfigProblem{ sentence });
}

QString hint()
{
    return CommandLineText::tr("Try --help.");
}

/// Takes "--name[=value]" and its value, which may be the next argument.
ConfigResult<> readOption(CommandLine &line, const QStringList &arguments, qsizetype &index)
{
    const QString &argument = arguments.at(index);
    const qsizetype equals = argument.indexOf(u'=');
    const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
    const Option *option = findOption(name);
    if (!option)
        return refuse(CommandLineText::tr("There is no option “%1”.").arg(u"--"_s + name) + u' ' + hint());
    QString value;
    if (*option->argument == '\0') {
        if (equals >= 0)
            return refuse(CommandLineText::tr("The option --%1 takes no value.").arg(name));
        value = u"true"_s;
    } else if (equals >= 0) {
        value = argument.mid(equals + 1);
    } else if (index + 1 < arguments.size()) {
        value = arguments.at(++index);
    } else {
        return refuse(CommandLineText::tr("The option --%1 needs a value.").arg(name) + u' ' + hint());
    }
    if (name == QLatin1StringView(ConfigOption))
        line.configFile = value;
    else if (name == QLatin1StringView(ListenPlain))
        line.settings.append({ u"listen"_s, u"plain+"_s + value });
    else
        line.settings.append({ QString::fromLatin1(option->key), value });
    return {};
}

} // namespace

ConfigResult<CommandLine> readCommandLine(const QStringList &arguments)
{
    CommandLine line;
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        const QString &argument = arguments.at(index);
        if (argument == "--help"_L1 || argument == "-h"_L1) {
            line.action = CommandLine::Action::ShowHelp;
        } else if (argument == "--version"_L1 || argument == "-v"_L1) {
            line.action = CommandLine::Action::ShowVersion;
        } else if (argument == "--setup"_L1) {
            line.action = CommandLine::Action::SetUp;
        } else if (argument == "--health"_L1) {
            line.action = CommandLine::Action::CheckHealth;
        } else if (argument == "check-config"_L1) {
            line.action = CommandLine::Action::CheckConfig;
#ifdef Q_OS_WIN
        } else if (argument == "--service"_L1) {
            continue; // windows_service has seen it
#endif
        } else if (argument.startsWith("--"_L1)) {
            if (auto read = readOption(line, arguments, index); !read)
                return tl::unexpected(read.error());
        } else {
            return refuse(
                CommandLineText::tr("“%1” is neither an option nor a command.").arg(argument) + u' ' + hint());
        }
    }
    return line;
}

ConfigResult<> applyOptions(Config &config, const CommandLine &line)
{
    QStringList listeners;
    for (const auto &[key, value] : line.settings) {
        if (key == "listen"_L1) {
            listeners.append(value);
        } else if (key == "listener.classroom.ports"_L1) {
            config.classroomPorts.append(value); // behind those of the file: the last one of a name counts
        } else if (auto set = setConfigKey(config, key, value); !set) {
            return set;
        }
    }
    if (!listeners.isEmpty())
        config.listen = listeners;
    return {};
}

ConfigResult<> checkOptions(const Config &config, const CommandLine &line)
{
    for (const auto &[key, value] : line.settings) {
        // In the file they may wait until the classroom is switched on; who gives one here means it now.
        if (!config.classroom && (key == "listener.classroom.ports"_L1 || key == "listener.classroom.address"_L1))
            return refuse(CommandLineText::tr("The option --%1 does nothing without --classroom.")
                              .arg(key.endsWith("ports"_L1) ? u"classroom-port"_s : u"classroom-address"_s));
    }
    return {};
}

QString languageOption(const QStringList &arguments)
{
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        if (arguments.at(index).startsWith("--lang="_L1))
            return arguments.at(index).mid(7);
        if (arguments.at(index) == "--lang"_L1 && index + 1 < arguments.size())
            return arguments.at(index + 1);
    }
    return {};
}

QString helpText()
{
    QString text = CommandLineText::tr("Usage: salon-server [options]\n"
                                       "       salon-server check-config [options]\n\n"
                                       "Runs a Salon server. Without options it listens on every address, port 7256,\n"
                                       "and keeps its data in a folder of its own.\n\n"
                                       "Options:\n");
    const auto row = [&text](const QString &option, const QString &help) {
        text += u"  "_s + option + u"\n        "_s + help + u'\n';
    };
    for (const Option &option : options) {
        QString name = u"--"_s + QLatin1StringView(option.name);
        if (*option.argument != '\0')
            name += u' ' + QCoreApplication::translate("CommandLineText", option.argument);
        row(name, QCoreApplication::translate("CommandLineText", option.help));
    }
    row(u"--setup"_s,
        CommandLineText::tr("Ask three questions at most, write the configuration file, and end. Without a terminal "
                            "nothing is asked."));
    row(u"--health"_s,
        CommandLineText::tr(
            "Say whether the server of the data folder answers, and end: exit code 0 when it does, else 1."));
#ifdef Q_OS_WIN
    row(u"--service"_s,
        CommandLineText::tr("Run as a service of Windows; for its service manager. The data is then in "
                            "%ProgramData%\\Salon."));
#endif
    row(u"--help, -h"_s, CommandLineText::tr("Show this text."));
    row(u"--version, -v"_s, CommandLineText::tr("Show the version."));
    text += CommandLineText::tr("\nEvery setting can also be given in the configuration file or as an environment\n"
                                "variable (SALON_NAME, SALON_LIMITS_MESSAGE_BURST…). Options win over variables,\n"
                                "variables over the file. While it runs, type /help for the operator's commands.\n\n"
                                "Exit codes: 0 stopped as asked, 2 bad option or configuration, 3 cannot listen,\n"
                                "4 data folder unusable, 5 database damaged, 6 already running, 7 Qt plugin\n"
                                "missing, 8 certificate unusable, 1 anything else.\n");
    return text;
}

} // namespace salon::server
