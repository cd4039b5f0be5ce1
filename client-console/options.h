// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/ansi.h"
#include "client-console/exit_code.h"
#include "client-console/plain/plain_options.h"
#include "shared/base/result.h"
#include "shared/base/vocabulary.h"

#include <QCoreApplication>
#include <QStringList>
#include <optional>

class QCommandLineParser;

namespace salon::console {

/// What the command line asks for.
struct Options
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleOptions)

public:
    QString target{}; ///< join link or host[:port]; empty: the server used last
    QString dataFolder{};
    QString language{};
    QString login{};
    QString name{};
    QString invitation{};
    QString passwordFile{};
    QString room{};
    QStringList messages{}; ///< --send
    qint64 replyTo = 0; ///< --reply-to: the number of the message that texts and files answer; 0: none
    std::optional<TextFormat> format{}; ///< --format
    bool keepsShortcodes = false; ///< --keep-shortcodes
    bool hasSend = false;
    QStringList files{}; ///< --send-file: absolute
    QString caption{}; ///< --caption
    bool linesAreCommands = false; ///< --commands
    bool discovers = false; ///< --discover
    bool nearby = false; ///< --nearby
    std::optional<QString> peer{}; ///< --peer: an address, or empty to wait for whoever is near
    bool acceptsNewKey = false; ///< --accept-new-key
    Color color = Color::Auto;
    int timeoutSeconds = 30;
    std::optional<PlainOptions> plain{}; ///< --plain, --listen: nothing of Salon's protocol

    /// What ends the program before it begins: --help, --version, a bad option.
    struct Early
    {
        QString text{};
        int exitCode = ExitDone;
    };
    /// Reads the arguments (the first is the program's name). Texts are in the language installed already.
    static tl::expected<Options, Early> parse(const QStringList &arguments);
    /// --lang alone, before any text is translated; empty when it is not there.
    static QString languageOf(const QStringList &arguments);

private:
    static tl::expected<PlainOptions, Early> readPlain(const QCommandLineParser &parser);
};

} // namespace salon::console
