// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/config.h"

#include <QList>
#include <QPair>

namespace salon::server {

/// What the arguments ask for.
struct CommandLine
{
    enum class Action
    {
        Run,
        CheckConfig,
        CheckHealth, ///< --health
        SetUp, ///< --setup
        ShowHelp,
        ShowVersion
    };
    Action action = Action::Run;
    QString configFile{}; ///< --config; empty: the data folder's
    /// Settings in the order given; a list setting given several times collects.
    QList<QPair<QString, QString>> settings{};
};

/// Reads the arguments behind the program's name. Accepts "--key value" and "--key=value".
ConfigResult<CommandLine> readCommandLine(const QStringList &arguments);

/// Puts the options over `config`. --listen and --listen-plain replace the listeners of the file; --classroom-port is
/// added to the file's.
ConfigResult<> applyOptions(Config &config, const CommandLine &line);

/// Refuses options that would do nothing; `config` is what file, variables and options made together.
ConfigResult<> checkOptions(const Config &config, const CommandLine &line);

/// Value of --lang if it is there, before anything else is read: errors already come in that language.
[[nodiscard]] QString languageOption(const QStringList &arguments);

/// The text of --help, translated.
[[nodiscard]] QString helpText();

} // namespace salon::server
