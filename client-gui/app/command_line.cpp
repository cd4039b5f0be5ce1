// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/command_line.h"

#include "client-gui/app/language_manager.h"
#include "shared/protocol/join_link.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

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
    static QString linkArgument() { return tr("The same as --connect."); }
    static QString badLanguage(const QString &given) { return tr("Salon speaks fr and en, not “%1”.").arg(given); }
    static QString badLink(const QString &given) { return tr("“%1” is no join link and no address.").arg(given); }
    static QString tooMany() { return tr("Only one server can be given."); }
};

/// The language has to be known before the first word is said.
QString languageGiven(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang"_L1)
            return arguments.value(i + 1);
        if (arguments[i].startsWith("--lang="_L1))
            return arguments[i].mid(7);
    }
    return {};
}

} // namespace

CommandLine CommandLine::parse(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv); // for its arguments and the translators; gone before the real one
    LanguageManager languages;
    const QString language = languageGiven(QCoreApplication::arguments());
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
    const auto stop = [&result](int code, const QString &words) {
        result.exitCode = code;
        result.output = words;
        return result;
    };
    if (!parser.parse(QCoreApplication::arguments()))
        return stop(2, parser.errorText());
    if (parser.isSet(version))
        return stop(0, "salon %1"_L1.arg(QCoreApplication::applicationVersion()));
    if (parser.isSet(help))
        return stop(0, parser.helpText().trimmed());
    if (parser.isSet(lang) && language != "fr"_L1 && language != "en"_L1)
        return stop(2, CommandLineText::badLanguage(language));
    const QStringList links = parser.values(connect) + parser.positionalArguments();
    if (links.size() > 1)
        return stop(2, CommandLineText::tooMany());
    if (!links.isEmpty() && !JoinLink::parse(links.constFirst()))
        return stop(2, CommandLineText::badLink(links.constFirst()));
    result.options
        = { parser.value(data), parser.isSet(lang) ? language : QString(), links.value(0), parser.value(name) };
    return result;
}

} // namespace salon
