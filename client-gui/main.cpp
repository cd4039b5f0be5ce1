// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/application.h"
#include "client-gui/app/command_line.h"
#include "shared/base/standard_streams.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace salon;

int main(int argc, char *argv[])
{
    openMissingStandardStreams();
    QCoreApplication::setApplicationName(QStringLiteral("salon"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SALON_VERSION));
    // Before QApplication: --help needs no display.
    const CommandLine command = CommandLine::parse(argc, argv);
    if (command.exitCode) {
        std::fprintf(*command.exitCode == 0 ? stdout : stderr, "%s\n", qUtf8Printable(command.output));
        return *command.exitCode;
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("salon"));
    const QApplication application(argc, argv);
    Application salon(command.options);
    QTimer::singleShot(0, &salon, &Application::start);
    return QApplication::exec();
}
