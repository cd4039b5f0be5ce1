// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/options.h"

#include <QCommandLineParser>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// Words of QCommandLineParser, put into our catalogue: Qt's own is not installed on every machine.
[[maybe_unused]] constexpr std::array wordsOfQt{
    QT_TRANSLATE_NOOP("QCommandLineParser", "Usage: %1"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "[options]"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Options:"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Arguments:"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown option '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown options: %1."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unexpected value after '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Missing value after '%1'."),
};

tl::unexpected<Options::Early> usageError(const QString &text)
{
    return tl::unexpected(Options::Early{ text, ExitUsage });
}

} // namespace

QString Options::languageOf(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i].startsWith("--lang="_L1))
            return arguments[i].mid(7);
        if (arguments[i] == "--lang"_L1 && i + 1 < arguments.size())
            return arguments[i + 1];
    }
    return {};
}

tl::expected<Options, Options::Early> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Salon in a terminal: chat on a server of your own."));
    parser.addPositionalArgument(tr("server"),
        tr("Join link (salon://…) or address (host, host:port). Without it, the server used last."),
        u'[' + tr("server") + u']');
    const QCommandLineOption help({ u"h"_s, u"help"_s }, tr("Shows this help."));
    const QCommandLineOption version({ u"v"_s, u"version"_s }, tr("Shows the version."));
    const QCommandLineOption data(u"data"_s, tr("Folder for the key, the history and the outbox."), tr("folder"));
    const QCommandLineOption lang(u"lang"_s, tr("Language of the program: fr or en."), tr("language"));
    const QCommandLineOption username(u"username"_s, tr("Username of your account."), tr("username"));
    const QCommandLineOption name(u"name"_s, tr("Name that others see, for a new account."), tr("name"));
    const QCommandLineOption invite(u"invite"_s, tr("Invitation code for a new account."), tr("code"));
    const QCommandLineOption password(
        u"password-file"_s, tr("File whose first line is the password; - reads standard input."), tr("file"));
    const QCommandLineOption room(
        { u"r"_s, u"room"_s }, tr("Room to open: its name, or @username for a person."), tr("room"));
    const QCommandLineOption send({ u"s"_s, u"send"_s },
        tr("Sends this text, waits until the server has stored it, and ends. May be repeated; - reads standard input "
           "as one message."),
        tr("text"));
    const QCommandLineOption commands(
        u"commands"_s, tr("With standard input from a pipe: lines that start with / are commands."));
    const QCommandLineOption discover(
        u"discover"_s, tr("Asks the local network which servers and people there are, prints them, and ends."));
    const QCommandLineOption acceptKey(u"accept-new-key"_s,
        tr("Accepts that the server shows another key than before. Only after asking the person who runs it."));
    const QCommandLineOption color(u"color"_s, tr("Colours: auto, always or never."), tr("when"), u"auto"_s);
    const QCommandLineOption timeout(
        u"timeout"_s, tr("Seconds to wait for the connection and for acknowledgements."), tr("seconds"), u"30"_s);
    parser.addOptions({ help, version, data, lang, username, name, invite, password, room, send, commands, discover,
        acceptKey, color, timeout });

    if (!parser.parse(arguments))
        return usageError(tr("%1 Try --help.").arg(parser.errorText()));
    if (parser.isSet(help))
        return tl::unexpected(Early{ parser.helpText().trimmed(), ExitDone });
    if (parser.isSet(version))
        return tl::unexpected(Early{
            u"salon-console %1 (Qt %2)"_s.arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
            ExitDone });
    if (parser.positionalArguments().size() > 1)
        return usageError(tr("One server at a time, please. Try --help."));

    Options options;
    options.target = parser.positionalArguments().value(0);
    options.dataFolder = parser.value(data);
    options.language = parser.value(lang);
    options.login = parser.value(username);
    options.name = parser.value(name);
    options.invitation = parser.value(invite);
    options.passwordFile = parser.value(password);
    options.room = parser.value(room);
    options.messages = parser.values(send);
    options.hasSend = parser.isSet(send);
    options.linesAreCommands = parser.isSet(commands);
    options.discovers = parser.isSet(discover);
    options.forgetsServerKey = parser.isSet(acceptKey);
    if (!options.language.isEmpty() && options.language != "fr"_L1 && options.language != "en"_L1)
        return usageError(tr("“%1” is not a language of this program: use fr or en.").arg(options.language));
    const QString when = parser.value(color);
    if (when != "auto"_L1 && when != "always"_L1 && when != "never"_L1)
        return usageError(tr("--color is auto, always or never, not “%1”.").arg(when));
    options.color = when == "always"_L1 ? Color::Always : when == "never"_L1 ? Color::Never : Color::Auto;
    bool isNumber = false;
    options.timeoutSeconds = parser.value(timeout).toInt(&isNumber);
    if (!isNumber || options.timeoutSeconds < 1 || options.timeoutSeconds > 86400)
        return usageError(tr("--timeout is a number of seconds from 1 to 86400."));
    return options;
}

} // namespace salon::console
