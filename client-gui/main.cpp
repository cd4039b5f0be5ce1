// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/application.h"
#include "client-gui/app/command_line.h"
#include "client-gui/app/display_guard.h"
#include "client-gui/app/language_manager.h"
#include "client-gui/app/problem_box.h"
#include "client-gui/app/theme.h"
#include "shared/base/build_commit.h"
#include "shared/base/build_facts.h"
#include "shared/base/process_end.h"
#include "shared/base/standard_streams.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace salon;

namespace {

/// Whether what was given may come from a click there. On macOS it never comes as an argument.
bool isOnDesktop()
{
#ifdef Q_OS_WIN
    return true;
#else
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#endif
}

/// What a desktop handed over and cannot be opened, in a window: its user would see nothing at all.
void showProblem(const CommandLine &command, int &argc, char *argv[])
{
    std::optional<DisplayGuard> guard(std::in_place, command.noDisplay);
    const QApplication application(argc, argv);
    guard.reset();
    const Theme theme; // the look
    LanguageManager languages; // for the button
    languages.setChoice(languageChoiceFromSetting(command.options.language));
    showProblemBox(command.output);
    QApplication::exec();
}

int run(int argc, char *argv[])
{
#ifdef Q_OS_MACOS
    // Under the hardened runtime, memory for compiled regular expressions is refused, which ends the program on Apple's
    // processors; an exception would take that protection away from everything.
    if (!qEnvironmentVariableIsSet("QT_ENABLE_REGEXP_JIT"))
        qputenv("QT_ENABLE_REGEXP_JIT", "0");
#endif
    useConsoleOfStarter();
    openMissingStandardStreams();
    QCoreApplication::setApplicationName(QStringLiteral("salon"));
    QCoreApplication::setApplicationVersion(buildVersion());
    setBuildCommit(QString::fromLatin1(buildCommit()));
    // Before QApplication: --help needs no display.
    const CommandLine command = CommandLine::parse(argc, argv);
    // Qt reads options of its own there, of which some load code: none of them for whoever writes a link.
    int onlyName = std::min(argc, 1);
    if (command.exitCode) {
        std::fprintf(*command.exitCode == 0 ? stdout : stderr, "%s\n", qUtf8Printable(command.output));
        if (command.isAboutLink && !isErrorOutputRead() && isOnDesktop())
            showProblem(command, onlyName, argv);
        return *command.exitCode;
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("salon"));
    std::optional<DisplayGuard> guard(std::in_place, command.noDisplay);
    const QApplication application(onlyName, argv);
    guard.reset();
    Application salon(command.options);
    QTimer::singleShot(0, &salon, &Application::start);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    return endOfProgram(run(argc, argv));
}
