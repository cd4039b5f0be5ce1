// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/completion.h"

#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/markup/emoji/emoji_catalogue.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// How well a name fits what was typed; lower is better, none when it does not.
std::optional<int> rank(const QString &typed, const QString &name)
{
    const QString folded = foldedForSearch(name);
    if (folded.startsWith(typed))
        return folded.size() == typed.size() ? 0 : 1;
    const qsizetype at = folded.indexOf(u' ' + typed);
    return at >= 0 ? std::optional(2) : std::nullopt;
}

struct Ranked
{
    int rank = 0;
    QString key;
    CompletionItem item;
};

QList<CompletionItem> best(QList<Ranked> ranked, int limit)
{
    std::ranges::sort(ranked, [](const Ranked &left, const Ranked &right) {
        return left.rank != right.rank ? left.rank < right.rank : left.key.localeAwareCompare(right.key) < 0;
    });
    QList<CompletionItem> items;
    for (const Ranked &candidate : std::as_const(ranked)) {
        if (items.size() == limit)
            break;
        items.append(candidate.item);
    }
    return items;
}

class CallWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::Completion)
public:
    static QString here() { return tr("Everybody who is here now"); }
    static QString room() { return tr("Everybody in the room"); }
};

void addCalls(const QString &typed, QList<Ranked> &ranked)
{
    for (const auto &[word, meaning] :
        { std::pair(u"here"_s, CallWords::here()), std::pair(u"room"_s, CallWords::room()) }) {
        if (const auto fit = rank(typed, word); fit && !typed.isEmpty())
            ranked.append(
                { 2 * *fit, word, { CompletionItem::Kind::Call, u'@' + word + u' ', meaning, u'@' + word, 0 } });
    }
}

QList<CompletionItem> emojiItems(const QString &typed, const CompletionOffers &offers)
{
    constexpr qsizetype FewestChars = 2; // ":)" and ":D" are no search
    QList<CompletionItem> items;
    // Whole: it becomes the emoji when it is sent, and Enter is free for that.
    if (!offers.emoji || typed.size() < FewestChars || typed.endsWith(u':'))
        return items;
    for (const Emoji &emoji : offers.emoji->search(typed, offers.language, offers.limit))
        items.append({ CompletionItem::Kind::Emoji, emoji.sequence + u' ', emoji.name(offers.language),
            u':' + emoji.shortcodes.value(0) + u':', 0 });
    return items;
}

QList<CompletionItem> personItems(const QString &typed, const People &people, const CompletionOffers &offers)
{
    QList<Ranked> ranked;
    if (offers.mayCall)
        addCalls(typed, ranked);
    for (const Profile &person : people.all()) {
        if (person.login.isEmpty() || person.id == people.self())
            continue;
        const auto byLogin = rank(typed, person.login);
        const auto byName = rank(typed, person.displayName);
        if (!byLogin && !byName)
            continue;
        const int fit = std::min(byLogin.value_or(9), byName.value_or(9));
        const int away = person.presence == PresenceState::Offline ? 1 : 0;
        ranked.append({ 2 * fit + away, person.displayName,
            { CompletionItem::Kind::Person, u'@' + person.login + u' ', person.displayName, u'@' + person.login,
                person.id.value } });
    }
    return best(std::move(ranked), offers.limit);
}

QList<CompletionItem> roomItems(const QString &typed, const Rooms &rooms, int limit)
{
    QList<Ranked> ranked;
    for (const RoomId id : rooms.ids()) {
        const RoomSummary *room = rooms.find(id);
        const auto fit = rank(typed, room->name);
        if (room->kind == RoomKind::Direct || !fit)
            continue;
        ranked.append({ *fit, room->name,
            { CompletionItem::Kind::Room, u'#' + room->name + u' ', room->name, room->topic, id.value } });
    }
    return best(std::move(ranked), limit);
}

QList<CompletionItem> commandItems(const QString &typed, const QList<CommandName> &commands, int limit)
{
    QList<Ranked> ranked;
    for (const CommandName &command : commands) {
        if (const auto fit = rank(typed, command.name))
            ranked.append({ *fit, command.name,
                { CompletionItem::Kind::Command, u'/' + command.name + u' ',
                    QString(u'/' + command.name + u' ' + command.arguments).trimmed(), command.description, 0 } });
    }
    return best(std::move(ranked), limit);
}

/// Of the command at the beginning of the text, when the word at `start` is one of its arguments.
QString hintFor(const QString &text, qsizetype start, const QList<CommandName> &commands)
{
    if (start == 0 || !text.startsWith(u'/'))
        return {};
    const QString name = text.mid(1, text.indexOf(u' ') - 1);
    const auto command = std::ranges::find(commands, name, &CommandName::name);
    return command == commands.end() || command->arguments.isEmpty() ? QString()
                                                                     : u'/' + name + u' ' + command->arguments;
}

} // namespace

Completion complete(
    const QString &text, qsizetype cursor, const People &people, const Rooms &rooms, const CompletionOffers &offers)
{
    cursor = std::clamp(cursor, qsizetype(0), text.size());
    qsizetype start = cursor;
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    Completion completion{ start, cursor - start, {}, hintFor(text, start, offers.commands) };
    if (start == cursor)
        return completion.hint.isEmpty() ? Completion() : completion;
    const QString typed = foldedForSearch(text.mid(start + 1, cursor - start - 1));
    if (text[start] == u'@')
        completion.items = personItems(typed, people, offers);
    else if (text[start] == u'#')
        completion.items = roomItems(typed, rooms, offers.limit);
    else if (text[start] == u':')
        completion.items = emojiItems(typed, offers);
    else if (text[start] == u'/' && start == 0)
        completion.items = commandItems(typed, offers.commands, offers.limit);
    return completion;
}

Completion complete(const QString &text, qsizetype cursor, const People &people, const Rooms &rooms,
    const QList<CommandName> &commands, int limit)
{
    CompletionOffers offers;
    offers.commands = commands;
    offers.limit = limit;
    return complete(text, cursor, people, rooms, offers);
}

QString foldedForSearch(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded.append(c.toCaseFolded());
    }
    return folded;
}

} // namespace salon
