// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/program.h"

#include "server/app/command_line.h"
#include "server/app/data_folder.h"
#include "server/app/health.h"
#include "server/app/operator_log.h"
#include "server/app/server.h"
#include "server/app/service_manager.h"
#include "server/app/setup.h"
#include "server/app/terminal_questions.h"
#include "server/app/watchdog.h"
#include "server/app/windows_service.h"
#include "server/console/operator_console.h"
#include "shared/base/build_facts.h"
#include "shared/base/console_language.h"
#include "shared/base/standard_input.h"
#include "shared/base/standard_streams.h"
#include "shared/base/stop_signals.h"
#include "shared/transport/tls_config.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QScopeGuard>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

struct ProgramText
{
    Q_DECLARE_TR_FUNCTIONS(ProgramText)
};

struct FoundConfig
{
    Config config{};
    QString file{}; ///< where it stands, or would stand
};

/// Defaults, file, variables, options: the later wins. A file that is named must be there, unless it is still to be
/// made.
ConfigResult<FoundConfig> findConfig(const CommandLine &line)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const auto overlay = [&](Config &config) {
        return readConfigEnvironment(config, environment).and_then([&] { return applyOptions(config, line); });
    };
    // The file may stand in the data folder, which variables and options may name.
    Config first;
    if (auto read = overlay(first); !read)
        return tl::unexpected(read.error());
    const QString folder = first.data.isEmpty() ? defaultDataFolder() : first.data;
    QString file = line.configFile.isEmpty() ? environment.value(u"SALON_CONFIG"_s) : line.configFile;
    const bool isNamed = !file.isEmpty() && line.action != CommandLine::Action::SetUp;
    if (file.isEmpty())
        file = folder + u"/salon-server.toml"_s;
    file = QFileInfo(file).absoluteFilePath();

    Config config;
    if (isNamed || QFileInfo::exists(file)) {
        if (auto read = readConfigFile(config, file); !read)
            return tl::unexpected(read.error());
    }
    const auto read = overlay(config).and_then([&] { return checkConfig(config); }).and_then([&] {
        return checkOptions(config, line);
    });
    if (!read)
        return tl::unexpected(read.error());
    config.data = QFileInfo(config.data.isEmpty() ? folder : config.data).absoluteFilePath();
    return FoundConfig{ config, file };
}

ConfigResult<Config> readConfig(const CommandLine &line)
{
    return findConfig(line).map([](const FoundConfig &found) { return found.config; });
}

int end(ExitCode code, const QString &sentence)
{
    operator_log::failure(sentence);
    return int(code);
}

int runSetup(const FoundConfig &found)
{
    if (QFileInfo(found.file).absolutePath() == found.config.data) {
        if (const auto prepared = prepareDataFolder(found.config.data); !prepared) {
            return end(ExitCode::BadDataFolder,
                ProgramText::tr("The data folder %1 cannot be used: %2.")
                    .arg(found.config.data, prepared.error().detail));
        }
    }
    Setup setup(found.config, found.file);
    const auto done = setup.run(isSomebodyThere() ? Setup::Ask(&askInTerminal) : Setup::Ask(), &operator_log::say);
    return done ? int(ExitCode::Ok) : end(ExitCode::Failed, done.error().sentence);
}

int runHealthCheck(const QCoreApplication &application, const Config &config)
{
    HealthCheck check(config.data);
    QObject::connect(
        &check, &HealthCheck::answered, &application,
        [](bool isWell, const QString &sentence) {
            if (isWell)
                operator_log::say(sentence);
            QCoreApplication::exit(isWell ? int(ExitCode::Ok) : end(ExitCode::Failed, sentence));
        },
        Qt::QueuedConnection); // the answer may come before the loop
    check.start();
    return QCoreApplication::exec();
}

int runServer(QCoreApplication &application, const Config &config, const CommandLine &line)
{
    Server server(config);
    if (const auto started = server.start(); !started)
        return end(started.error().code, started.error().sentence);

    QObject::connect(&server, &Server::stopped, &application, [](ExitCode code) { QCoreApplication::exit(int(code)); });
    StopSignals signalCatcher;
    QObject::connect(&signalCatcher, &StopSignals::stopRequested, &server, &Server::stop);
    QObject::connect(&signalCatcher, &StopSignals::reloadRequested, &server, [&server, &line] {
        service_manager::tell(service_manager::reloading());
        if (const auto fresh = readConfig(line))
            server.reload(*fresh);
        else
            operator_log::failure(fresh.error().sentence);
        service_manager::tell("READY=1");
    });
    OperatorConsole console(server.operatorPort(), &operator_log::say);
    console.setClassroom(server.classroom());
    console.setGuests(server.guests());
    console.setImport(server.importer());
    QObject::connect(&console, &OperatorConsole::stopRequested, &server, &Server::stop);
    StandardInput input;
    QObject::connect(&input, &StandardInput::lineRead, &console, &OperatorConsole::execute);
    QObject::connect(&input, &StandardInput::lineDropped, &console,
        [] { operator_log::say(ProgramText::tr("That line was too long and was not read.")); });
    server.greet();
    service_manager::tell("READY=1");
    const Watchdog watchdog;
    input.start();
    return QCoreApplication::exec();
}

int runAsAsked(int argc, char **argv)
{
    openMissingStandardStreams();
    // Qt's plain poll loop is quicker than GLib's, and needs no GLib.
    qputenv("QT_NO_GLIB", "1");
#ifdef Q_OS_UNIX
    ::umask(0077);
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"salon-server"_s);
    QCoreApplication::setApplicationVersion(buildVersion());
    operator_log::install();
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    ConsoleLanguage language(u"salon-server"_s);
    const auto nothingIsHeldBack = qScopeGuard(&operator_log::flush); // while there still is a language
    const QString wanted = languageOption(arguments);
    language.speak(wanted.isEmpty() ? qEnvironmentVariable("SALON_LANGUAGE") : wanted);

    const auto line = readCommandLine(arguments);
    if (!line)
        return end(ExitCode::BadOption, line.error().sentence);
    if (line->action == CommandLine::Action::ShowHelp) {
        operator_log::say(helpText().trimmed());
        return int(ExitCode::Ok);
    }
    if (line->action == CommandLine::Action::ShowVersion) {
        operator_log::say(buildVersionLine(u"salon-server"_s));
        for (const QString &fact : buildFacts(tlsLibraryName()))
            operator_log::say(fact);
        return int(ExitCode::Ok);
    }
    const auto found = findConfig(*line);
    if (!found)
        return end(ExitCode::BadOption, found.error().sentence);
    const Config *config = &found->config;
    language.speak(config->language);
    if (line->action == CommandLine::Action::SetUp)
        return runSetup(*found);
    if (line->action == CommandLine::Action::CheckHealth)
        return runHealthCheck(application, *config);
    if (config->logFormat == "json"_L1)
        operator_log::setFormat(operator_log::Format::Json);
    if (line->action == CommandLine::Action::CheckConfig) {
        operator_log::say(ProgramText::tr("The configuration is right."));
        return int(ExitCode::Ok);
    }
    return runServer(application, *config, *line);
}

} // namespace

int runProgram(int argc, char **argv)
{
#ifdef Q_OS_WIN
    if (windows_service::isAskedFor(argc, argv))
        return windows_service::run([argc, argv] { return runAsAsked(argc, argv); });
#endif
    return runAsAsked(argc, argv);
}

} // namespace salon::server
