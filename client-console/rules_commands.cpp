// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/rules_commands.h"

#include "shared/client-core/text/completion.h"
#include "shared/client-core/text/error_text.h"
#include "shared/client-core/text/rules_text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

/// One way to say what a rule shall be.
struct RuleWord
{
    QStringView word;
    int value;
};

constexpr std::array People{
    RuleWord{ u"everyone", int(RoomPeople::Everyone) },
    RuleWord{ u"tous", int(RoomPeople::Everyone) },
    RuleWord{ u"moderators", int(RoomPeople::Moderators) },
    RuleWord{ u"modérateurs", int(RoomPeople::Moderators) },
    RuleWord{ u"nobody", int(RoomPeople::Nobody) },
    RuleWord{ u"personne", int(RoomPeople::Nobody) },
};
constexpr std::array Histories{
    RuleWord{ u"all", int(NewcomerHistory::All) },
    RuleWord{ u"tout", int(NewcomerHistory::All) },
    RuleWord{ u"joining", int(NewcomerHistory::FromJoining) },
    RuleWord{ u"arrivée", int(NewcomerHistory::FromJoining) },
    RuleWord{ u"nothing", int(NewcomerHistory::Nothing) },
    RuleWord{ u"rien", int(NewcomerHistory::Nothing) },
};
constexpr std::array Switches{
    RuleWord{ u"on", 1 },
    RuleWord{ u"oui", 1 },
    RuleWord{ u"off", 0 },
    RuleWord{ u"non", 0 },
};

std::optional<int> valueOf(std::span<const RuleWord> words, const QString &typed)
{
    const auto found = std::ranges::find_if(
        words, [&](const RuleWord &one) { return foldedForSearch(one.word.toString()) == typed; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

/// Days or seconds; "off" and "forever" are 0. The server knows how many there may be.
std::optional<quint32> countOf(const QString &typed)
{
    if (typed == "off"_L1 || typed == "non"_L1 || typed == "forever"_L1 || typed == "toujours"_L1)
        return 0;
    bool isNumber = false;
    const uint count = typed.toUInt(&isNumber);
    return isNumber ? std::optional<quint32>(count) : std::nullopt;
}

/// What each rule makes of its word.
bool setPosting(RoomRules &rules, const QString &word)
{
    const auto people = valueOf(People, word);
    if (!people || *people == int(RoomPeople::Nobody))
        return false;
    rules.posting = RoomPeople(*people);
    return true;
}

bool setFiles(RoomRules &rules, const QString &word)
{
    const auto people = valueOf(People, word);
    rules.files = RoomPeople(people.value_or(int(rules.files)));
    return people.has_value();
}

bool setFormatting(RoomRules &rules, const QString &word)
{
    const auto isOn = valueOf(Switches, word);
    rules.plainOnly = isOn.value_or(0) == 0;
    return isOn.has_value();
}

bool setHistory(RoomRules &rules, const QString &word)
{
    const auto history = valueOf(Histories, word);
    rules.history = NewcomerHistory(history.value_or(int(rules.history)));
    return history.has_value();
}

bool setKeep(RoomRules &rules, const QString &word)
{
    const auto days = countOf(word);
    rules.retentionDays = days.value_or(rules.retentionDays);
    return days.has_value();
}

bool setSlow(RoomRules &rules, const QString &word)
{
    const auto seconds = countOf(word);
    rules.slowSeconds = seconds.value_or(rules.slowSeconds);
    return seconds.has_value();
}

bool setSeen(RoomRules &rules, const QString &word)
{
    const auto isOn = valueOf(Switches, word);
    rules.noSeen = isOn.value_or(0) == 0;
    return isOn.has_value();
}

bool setTyping(RoomRules &rules, const QString &word)
{
    const auto isOn = valueOf(Switches, word);
    rules.noTyping = isOn.value_or(0) == 0;
    return isOn.has_value();
}

struct RuleName
{
    QStringView name;
    QStringView french;
    bool (*set)(RoomRules &rules, const QString &word);
};

constexpr std::array Names{
    RuleName{ u"posting", u"écrire", &setPosting },
    RuleName{ u"files", u"fichiers", &setFiles },
    RuleName{ u"markdown", u"markdown", &setFormatting },
    RuleName{ u"history", u"historique", &setHistory },
    RuleName{ u"keep", u"garder", &setKeep },
    RuleName{ u"slow", u"lent", &setSlow },
    RuleName{ u"seen", u"vu", &setSeen },
    RuleName{ u"typing", u"frappe", &setTyping },
};

} // namespace

RulesCommands::RulesCommands(const Parts &parts)
    : CommandGroup(parts)
{
}

std::span<const CommandRow<RulesCommands>> RulesCommands::table()
{
    static constexpr std::array all{
        CommandRow<RulesCommands>{ "rules", QT_TR_NOOP("[rule value]"),
            QT_TR_NOOP("Shows the rules of the open room, or sets one: posting everyone|moderators, files "
                       "everyone|moderators|nobody, markdown on|off, history all|joining|nothing, keep days|forever, "
                       "slow seconds|off, seen on|off, typing on|off."),
            &RulesCommands::rules },
    };
    return all;
}

bool RulesCommands::run(const QString &name, const QString &argument)
{
    return runRow(*this, table(), name, argument);
}

QList<CommandName> RulesCommands::names() const
{
    return namesOf(table());
}

std::optional<RoomRules> RulesCommands::changed(RoomRules rules, const QString &typed)
{
    // Accents are not on every keyboard.
    const QStringList words = foldedForSearch(typed).split(u' ', Qt::SkipEmptyParts);
    const auto rule = std::ranges::find_if(Names, [&](const RuleName &one) {
        return words.value(0) == one.name || words.value(0) == foldedForSearch(one.french.toString());
    });
    if (words.size() != 2 || rule == Names.end() || !rule->set(rules, words[1]))
        return std::nullopt;
    return rules;
}

void RulesCommands::show()
{
    const QStringList sentences = ruleSentences(workspace().rules(room()));
    if (sentences.isEmpty())
        screen().notice(tr("This room has no rules of its own: everyone writes and sends files, newcomers read "
                           "everything, and nothing is removed by itself."));
    for (const QString &sentence : sentences)
        screen().raw(u"  "_s + Screen::safe(sentence));
    if (const PostingState posting = workspace().mayPost(room()); !posting.may)
        screen().notice(ErrorText::of(Error{ posting.why, {}, {}, std::nullopt }));
    if (workspace().maySetRules(room()))
        screen().notice(tr("You may change them: /help rules says how."));
}

void RulesCommands::rules(const QString &typed)
{
    if (!workspace().canHaveRules()) {
        refuse(tr("This server is older than that: its rooms have no rules."));
        return;
    }
    if (typed.isEmpty()) {
        show();
        return;
    }
    const auto wanted = changed(workspace().rules(room()), typed);
    if (!wanted) {
        refuse(tr("That is no rule. /help rules says which there are."));
    } else if (!workspace().maySetRules(room())) {
        refuse(tr("Only who made the room, and moderators, set its rules."));
    } else {
        // The room's log says that it is done.
        answers().await(
            workspace().setRules(room(), *wanted), [] {}, refusal());
    }
}

} // namespace salon::console
