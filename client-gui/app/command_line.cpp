// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/command_line.h"

#include "client-gui/app/invitation_file.h"
#include "client-gui/app/language_manager.h"
#include "shared/base/build_facts.h"
#include "shared/base/terminal_text.h"
#include "shared/protocol/join_link.h"
#include "shared/transport/tls_config.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr qsizetype MaxShownChars = 200;

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(salon::CommandLineText)
public:
    static QString description() { return tr("Salon, the desktop client: group chat that people run themselves."); }
    static QString help() { return tr("Shows this help."); }
    static QString version() { return tr("Shows the version."); }
    static QString data() { return tr("Keep everything in this folder instead of the usual one."); }
    static QString folder() { return tr("folder", "value of an option"); }
    static QString lang() { return tr("Speak this language: fr or en."); }
    static QString connect() { return tr("Open this server: a join link (salon://…) or an address."); }
    static QString linkWord() { return tr("link", "value of an option"); }
    static QString name() { return tr("Your name, for joining without being asked."); }
    static QString nameWord() { return tr("name", "value of an option"); }
    static QString linkArgument() { return tr("The same as --connect; or an invitation file (*.salon)."); }
    static QString badLanguage(const QString &given) { return tr("Salon speaks fr and en, not “%1”.").arg(given); }
    static QString badLink(const QString &given) { return tr("“%1” is no join link and no address.").arg(given); }
    static QString badFile(const QString &given)
    {
        return tr("“%1” is no invitation: such a file holds one line, a join link that begins with salon://.")
            .arg(given);
    }
    static QString noDisplay()
    {
        const QString ofX11 = qEnvironmentVariable("DISPLAY");
        const QString display = ofX11.isEmpty() ? qEnvironmentVariable("WAYLAND_DISPLAY") : ofX11;
        if (display.isEmpty())
            return tr(
                "Salon opens a window, and there is no display here. Start it on a desktop; salon-console works in "
                "a terminal.");
        return tr("Salon cannot open a window on the display “%1”. salon-console works in a terminal.").arg(display);
    }
    static QString tooMany() { return tr("Only one server can be given."); }
};

/// The language has to be known before the first word is said.
QString languageGiven(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size() && arguments[i] != "--"_L1; ++i) {
        if (arguments[i] == "--lang"_L1)
            return arguments.value(i + 1);
        if (arguments[i].startsWith("--lang="_L1))
            return arguments[i].mid(7);
    }
    return {};
}

/// Who gave it may be anybody: one line, not longer than a person reads.
QString shown(const QString &given)
{
    const QString line = safeLineForTerminal(given);
    return line.size() > MaxShownChars ? line.left(MaxShownChars) + u'…' : line;
}

/// Without "-session ID", which a session manager adds when it starts again what ran at the last logout.
QStringList withoutSession(QStringList arguments)
{
    if (const qsizetype at = arguments.indexOf(u"-session"_s); at == 1)
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    return arguments;
}

} // namespace

CommandLine CommandLine::parse(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv); // for its arguments and the translators; gone before the real one
    const QStringList arguments = withoutSession(QCoreApplication::arguments());
    LanguageManager languages;
    const QString language = languageGiven(arguments);
    languages.setChoice(languageChoiceFromSetting(language));

    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLineText::description());
    const QCommandLineOption help({ u"h"_s, u"help"_s }, CommandLineText::help());
    const QCommandLineOption version({ u"v"_s, u"version"_s }, CommandLineText::version());
    const QCommandLineOption data(u"data"_s, CommandLineText::data(), CommandLineText::folder());
    const QCommandLineOption lang(u"lang"_s, CommandLineText::lang(), u"fr|en"_s);
    const QCommandLineOption connect(u"connect"_s, CommandLineText::connect(), CommandLineText::linkWord());
    const QCommandLineOption name(u"name"_s, CommandLineText::name(), CommandLineText::nameWord());
    parser.addOptions({ help, version, data, lang, connect, name });
    parser.addPositionalArgument(
        CommandLineText::linkWord(), CommandLineText::linkArgument(), u'[' + CommandLineText::linkWord() + u']');

    CommandLine result;
    result.noDisplay = CommandLineText::noDisplay();
    result.options.language = language;
    const auto stop = [&result](int code, const QString &words) {
        result.exitCode = code;
        result.output = words;
        return result;
    };
    if (!parser.parse(arguments))
        return stop(2, parser.errorText());
    if (parser.isSet(version))
        return stop(0, (QStringList(buildVersionLine(u"salon"_s)) + buildFacts(tlsLibraryName())).join(u'\n'));
    if (parser.isSet(help))
        return stop(0, parser.helpText().trimmed());
    if (parser.isSet(lang) && language != "fr"_L1 && language != "en"_L1)
        return stop(2, CommandLineText::badLanguage(language));
    result.isAboutLink = true; // from here on
    QStringList links = parser.values(connect) + parser.positionalArguments();
    if (links.size() > 1)
        return stop(2, CommandLineText::tooMany());
    for (QString &link : links) {
        if (const auto file = invitationFileGiven(link)) {
            const auto inside = readInvitationFile(*file);
            if (!inside)
                return stop(2, CommandLineText::badFile(shown(link)));
            link = *inside;
        }
        link = link.trimmed();
        if (!JoinLink::parse(link))
            return stop(2, CommandLineText::badLink(shown(link)));
        if (link.contains("://"_L1)) // a host's letters that look like others show what they are
            link = QUrl(link, QUrl::StrictMode).toString(QUrl::FullyEncoded);
    }
    result.isAboutLink = false;
    result.options
        = { parser.value(data), parser.isSet(lang) ? language : QString(), links.value(0), parser.value(name) };
#ifdef Q_OS_WIN
    result.options.presetFile
        = QCoreApplication::applicationDirPath() + u"/preset.ini"_s; // the installer puts it there
#endif
    return result;
}

} // namespace salon
