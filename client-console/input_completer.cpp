// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/input_completer.h"

#include "client-console/typed_files.h"

#include <QLocale>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr qsizetype MostLabels = 10; ///< more candidates than this stand side by side, without their arguments

qsizetype wordStart(const QString &line, qsizetype cursor)
{
    qsizetype start = std::clamp(cursor, qsizetype(0), line.size());
    while (start > 0 && !line[start - 1].isSpace())
        --start;
    return start;
}

/// Words behind the command are files and folders of this computer.
bool takesPaths(const QString &line)
{
    static constexpr std::array commands{ "/file "_L1, "/send-file "_L1, "/save-file "_L1, "/export "_L1 };
    return std::ranges::any_of(commands, [&](QLatin1StringView command) { return line.startsWith(command); });
}

} // namespace

InputCompleter::InputCompleter(
    const Workspace &workspace, const RoomView &view, const Commands &commands, const EmojiCatalogue &emoji)
    : m_workspace(workspace)
    , m_view(view)
    , m_commands(commands)
    , m_emoji(emoji)
{
}

Completions InputCompleter::complete(const QString &line, qsizetype cursor) const
{
    const QList<CommandName> commands = m_commands.names();
    const qsizetype start = wordStart(line, cursor);
    const QString word = line.mid(start, cursor - start);
    if (word.size() > 1 && word.startsWith(u':')) {
        const bool isFrench = QLocale().language() == QLocale::French;
        return emojiFor(word, start, m_emoji, isFrench);
    }
    if (takesPaths(line) && cursor > line.indexOf(u' ')) {
        Completions paths;
        paths.candidates = pathCompletions(line, cursor, paths.replaceFrom, MostCandidates);
        for (QString &path : paths.candidates)
            path = Screen::safe(path);
        if (paths.candidates.isEmpty())
            paths.hint = Screen::safe(hintFor(line, commands));
        return paths;
    }
    CompletionOffers offers;
    offers.commands = commands;
    offers.mayCall = m_view.isOpen() && m_workspace.mayCall(m_view.room());
    offers.limit = MostCandidates;
    const Completion found = salon::complete(line, cursor, m_workspace.people(), m_workspace.rooms(), offers);
    Completions completions{ found.start, {}, {}, {} };
    for (const CompletionItem &item : found.items) {
        completions.candidates.append(Screen::safe(item.insert));
        if (found.items.size() <= MostLabels && item.kind == CompletionItem::Kind::Command)
            completions.labels.append(Screen::safe(item.label));
    }
    if (completions.candidates.isEmpty())
        completions.hint = Screen::safe(hintFor(line, commands));
    return completions;
}

Completions InputCompleter::emojiFor(
    const QString &word, qsizetype start, const EmojiCatalogue &catalogue, bool isFrench)
{
    const QString typed = word.mid(1);
    const auto found = catalogue.search(typed, isFrench ? QLocale::French : QLocale::English, MostEmoji);
    const auto beginsAsTyped = [&typed](const QString &shortcode) {
        return shortcode.startsWith(typed, Qt::CaseInsensitive);
    };
    // What only a keyword finds is offered when nothing begins as it is typed.
    const bool anyBegins = std::ranges::any_of(
        found, [&](const Emoji &emoji) { return std::ranges::any_of(emoji.shortcodes, beginsAsTyped); });
    Completions completions{ start, {}, {}, {} };
    QString only;
    for (const Emoji &emoji : found) {
        const auto code = std::ranges::find_if(emoji.shortcodes, beginsAsTyped);
        if (emoji.shortcodes.isEmpty() || (anyBegins && code == emoji.shortcodes.end()))
            continue;
        const QString name = u':' + (anyBegins ? *code : emoji.shortcodes.constFirst()) + u':';
        completions.candidates.append(name);
        completions.labels.append(emoji.sequence + u' ' + name);
        only = emoji.sequence;
    }
    if (completions.candidates.size() == 1)
        completions.candidates = { only + u' ' };
    return completions;
}

QString InputCompleter::hintFor(const QString &line, const QList<CommandName> &commands)
{
    const qsizetype space = line.indexOf(u' ');
    if (!line.startsWith(u'/') || space < 0)
        return {};
    const QString name = line.mid(1, space - 1).toLower();
    for (const CommandName &command : commands) {
        if (command.name == name)
            return QString(u'/' + command.name + u' ' + command.arguments).trimmed() + u"  "_s + command.description;
    }
    return {};
}

} // namespace salon::console
