// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/console_app.h"
#include "client-console/discover.h"
#include "client-console/peer_app.h"
#include "client-console/plain/plain_app.h"
#include "shared/base/build_commit.h"
#include "shared/base/build_facts.h"
#include "shared/base/process_end.h"
#include "shared/base/standard_streams.h"
#include "shared/base/stop_signals.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>
#include <cstdio>

using namespace salon;
using namespace salon::console;

namespace {

int run(int argc, char *argv[])
{
    openMissingStandardStreams();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("salon-console"));
    QCoreApplication::setApplicationVersion(buildVersion());
    setBuildCommit(QString::fromLatin1(buildCommit()));

    // What the program has to say is said in words; QT_LOGGING_RULES brings the log back.
    QLoggingCategory::setFilterRules(QStringLiteral("salon.*.info=false"));

    ConsoleLanguage language(QStringLiteral("salon-console"));
    language.speak(Options::languageOf(QCoreApplication::arguments()));
    auto options = Options::parse(QCoreApplication::arguments());
    if (!options) {
        const auto &early = options.error();
        std::fprintf(early.exitCode == ExitDone ? stdout : stderr, "%s\n", qUtf8Printable(early.text));
        return early.exitCode;
    }

    StopSignals signalsOfSystem;
    QObject::connect(
        &signalsOfSystem, &StopSignals::stopRequested, &application, [] { QCoreApplication::exit(ExitDone); });
    const Ansi ansi = Ansi::of(options->color);
    if (options->plain) {
        PlainApp plain(*options->plain, ansi);
        QTimer::singleShot(0, &plain, &PlainApp::start);
        return QCoreApplication::exec();
    }
    if (options->discovers) {
        Discover discover(ansi, Ansi::isTerminal());
        QTimer::singleShot(0, &discover, &Discover::start);
        return QCoreApplication::exec();
    }
    if (options->peer) {
        PeerApp app(std::move(*options), language);
        QTimer::singleShot(0, &app, &PeerApp::start);
        return QCoreApplication::exec();
    }
    ConsoleApp app(std::move(*options), language);
    QTimer::singleShot(0, &app, &ConsoleApp::start);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    return endOfProgram(run(argc, argv));
}
