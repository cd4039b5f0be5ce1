// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/options.h"

#include "client-console/typed_files.h"

#include "shared/base/build_facts.h"
#include "shared/transport/tls_config.h"

#include <QCommandLineParser>
#include <QFileInfo>
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

/// --peer may stand alone, which the parser does not know of an option with a value.
QStringList withPeerAddress(QStringList arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString next = arguments.value(i + 1);
        if (arguments.at(i) == "--peer"_L1 && (next.isEmpty() || next.startsWith(u'-')))
            arguments[i] = u"--peer="_s;
    }
    return arguments;
}

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
    const QCommandLineOption lang(u"lang"_s, tr("Language of the program: fr or en."), u"fr|en"_s);
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
    const QCommandLineOption sendFile(u"send-file"_s,
        tr("Sends this file, or a folder, waits until the server has stored it, and ends. May be repeated: all go into "
           "one message."),
        tr("file"));
    const QCommandLineOption caption(u"caption"_s, tr("With --send-file: the text of its message."), tr("text"));
    const QCommandLineOption replyTo(u"reply-to"_s,
        tr("With --send and --send-file: they answer the message with this number; a terminal shows the numbers."),
        tr("number"));
    const QCommandLineOption format(u"format"_s,
        tr("How texts are written: plain or markdown. At a terminal it is markdown, from pipes and with --send plain."),
        u"plain|markdown"_s);
    const QCommandLineOption keepShortcodes(
        u"keep-shortcodes"_s, tr("Leaves :smile: and the like as they are typed at a terminal."));
    const QCommandLineOption commands(
        u"commands"_s, tr("With standard input from a pipe: lines that start with / are commands."));
    const QCommandLineOption discover(
        u"discover"_s, tr("Asks the local network which servers and people there are, prints them, and ends."));
    const QCommandLineOption acceptKey(u"accept-new-key"_s,
        tr("Accepts that the server, or with --peer whoever is at the address, shows another key than before. Only "
           "after asking the person whose it is."));
    const QCommandLineOption color(
        u"color"_s, tr("Colours: auto, always or never."), u"auto|always|never"_s, u"auto"_s);
    const QCommandLineOption timeout(
        u"timeout"_s, tr("Seconds to wait for the connection and for acknowledgements."), tr("seconds"), u"30"_s);
    const QCommandLineOption plain(u"plain"_s,
        tr("Talks with a program of your own instead of a Salon server: tcp://HOST:PORT, udp://HOST:PORT or unix:PATH. "
           "Lines are sent, what comes is shown; --send sends exactly its text and prints the answer."));
    const QCommandLineOption peer(u"peer"_s,
        tr("Talks with somebody directly, without any server: connects to this address, or waits there if nobody is "
           "there yet. Without an address it shows who is nearby. With --plain it talks with a program of your own."),
        tr("address"));
    const QCommandLineOption nearby(u"nearby"_s, tr("Lets people nearby find you this time (/nearby on: always)."));
    const QCommandLineOption listen(
        u"listen"_s, tr("Like --plain, but waits for somebody on this port: 9000, udp://9000, unix:PATH."), tr("port"));
    const QCommandLineOption hex(u"hex"_s, tr("With --plain: shows bytes in hexadecimal."));
    const QCommandLineOption raw(u"raw"_s, tr("With --plain, into a pipe or file: bytes exactly as they come."));
    const QCommandLineOption frame(
        u"frame"_s, tr("With --plain: each message is its length (4 bytes, big-endian) and that many bytes."));
    const QCommandLineOption lineEnd(
        u"line-end"_s, tr("With --plain: what ends a typed line: lf, crlf or none."), u"lf|crlf|none"_s, u"lf"_s);
    parser.addOptions({ help, version, data, lang, username, name, invite, password, room, send, sendFile, caption,
        replyTo, format, keepShortcodes, commands, discover, acceptKey, color, timeout, plain, peer, listen, hex, raw,
        frame, lineEnd, nearby });

    if (!parser.parse(withPeerAddress(arguments)))
        return usageError(tr("%1 Try --help.").arg(parser.errorText()));
    if (parser.isSet(help))
        return tl::unexpected(Early{ parser.helpText().trimmed(), ExitDone });
    if (parser.isSet(version))
        return tl::unexpected(Early{
            (QStringList(buildVersionLine(u"salon-console"_s)) + buildFacts(tlsLibraryName())).join(u'\n'), ExitDone });
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
    for (const QString &path : parser.values(sendFile)) {
        options.files.append(absolutePath(path));
        if (!QFileInfo::exists(options.files.constLast()))
            return usageError(tr("There is no file “%1”.").arg(path));
    }
    options.caption = parser.value(caption);
    if (parser.isSet(caption) && options.files.isEmpty())
        return usageError(tr("--caption belongs to --send-file. Try --help."));
    options.keepsShortcodes = parser.isSet(keepShortcodes);
    if (parser.isSet(replyTo)) {
        QString number = parser.value(replyTo);
        options.replyTo = (number.startsWith(u'#') ? number.mid(1) : number).toLongLong();
        if (options.replyTo < 1)
            return usageError(tr("--reply-to is the number of a message, not “%1”.").arg(number));
        if (!options.hasSend && options.files.isEmpty())
            return usageError(tr("--reply-to belongs to --send and --send-file. Try --help."));
    }
    if (parser.isSet(format)) {
        const QString way = parser.value(format);
        if (way != "plain"_L1 && way != "markdown"_L1)
            return usageError(tr("--format is plain or markdown, not “%1”.").arg(way));
        options.format = way == "markdown"_L1 ? TextFormat::Markdown : TextFormat::Plain;
    }
    options.linesAreCommands = parser.isSet(commands);
    options.discovers = parser.isSet(discover);
    options.nearby = parser.isSet(nearby);
    options.acceptsNewKey = parser.isSet(acceptKey);
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
    if (parser.isSet(plain) || parser.isSet(listen)) {
        auto read = readPlain(parser);
        if (!read)
            return tl::unexpected(read.error());
        if (parser.isSet(timeout))
            read->timeoutSeconds = options.timeoutSeconds;
        options.plain = *read;
    } else if (parser.isSet(peer)) {
        if (!options.target.isEmpty())
            return usageError(tr("With --peer there is no server. Try --help."));
        options.peer = parser.value(peer);
    } else if (parser.isSet(hex) || parser.isSet(raw) || parser.isSet(frame) || parser.isSet(lineEnd)) {
        return usageError(tr("--hex, --raw, --frame and --line-end belong to --plain. Try --help."));
    }
    return options;
}

tl::expected<PlainOptions, Options::Early> Options::readPlain(const QCommandLineParser &parser)
{
    PlainOptions options;
    const QStringList addresses = parser.positionalArguments() + parser.values(u"peer"_s) + parser.values(u"listen"_s);
    if (addresses.size() != 1)
        return usageError(tr("--plain needs one address: tcp://HOST:PORT, udp://HOST:PORT, unix:PATH, or one with "
                             "--peer or --listen. Try --help."));
    options.address = addresses.constFirst();
    if (parser.isSet(u"listen"_s))
        options.way = PlainOptions::Way::Listen;
    else if (parser.isSet(u"peer"_s))
        options.way = PlainOptions::Way::Either;
    const QStringList messages = parser.values(u"send"_s);
    if (messages.size() > 1)
        return usageError(tr("With --plain there is one --send, as an answer follows it."));
    if (!messages.isEmpty())
        options.message = messages.constFirst();
    if (parser.isSet(u"hex"_s) && parser.isSet(u"raw"_s))
        return usageError(tr("Either --hex or --raw, please."));
    options.show = parser.isSet(u"hex"_s) ? PlainOptions::Show::Hex
        : parser.isSet(u"raw"_s)          ? PlainOptions::Show::Raw
                                          : PlainOptions::Show::Text;
    options.isFramed = parser.isSet(u"frame"_s);
    const QString end = parser.value(u"line-end"_s);
    if (end != "lf"_L1 && end != "crlf"_L1 && end != "none"_L1)
        return usageError(tr("--line-end is lf, crlf or none, not “%1”.").arg(end));
    options.lineEnd = end == "lf"_L1 ? PlainOptions::LineEnd::LineFeed
        : end == "crlf"_L1           ? PlainOptions::LineEnd::CarriageReturn
                                     : PlainOptions::LineEnd::None;
    return options;
}

} // namespace salon::console
