// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/room_rules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// The rules by their names, as numbers.
struct NamedRule
{
    QLatin1StringView name;
    quint32 (*valueOf)(const Rules &rules);
    void (*copy)(const Rules &from, Rules &to);
    quint32 most;
    bool inDirectRooms;
};

template <auto Rule>
constexpr NamedRule named(QLatin1StringView name, quint32 most, bool inDirectRooms)
{
    return { name, [](const Rules &rules) { return quint32(rules.*Rule); },
        [](const Rules &from, Rules &to) { to.*Rule = from.*Rule; }, most, inDirectRooms };
}

constexpr std::array namedRules{
    named<&Rules::posting>("posting"_L1, quint32(RoomPeople::Moderators), false),
    named<&Rules::plainOnly>("plainOnly"_L1, 1, false),
    named<&Rules::history>("history"_L1, quint32(NewcomerHistory::Nothing), false),
    named<&Rules::retentionDays>("retentionDays"_L1, MaxRetentionDays, true),
    named<&Rules::slowSeconds>("slowSeconds"_L1, MaxSlowSeconds, false),
    named<&Rules::files>("files"_L1, quint32(RoomPeople::Nobody), true),
    named<&Rules::noSeen>("noSeen"_L1, 1, true),
    named<&Rules::noTyping>("noTyping"_L1, 1, true),
};

} // namespace

Result<> checkRules(RoomKind kind, const Rules &rules)
{
    const bool isDirect = kind == RoomKind::Direct;
    for (const NamedRule &rule : namedRules) {
        const quint32 value = rule.valueOf(rules);
        if (value > rule.most || (isDirect && !rule.inDirectRooms && value != 0))
            return fail(ErrorCode::InvalidRules, {}, { QString(rule.name) });
    }
    if (isDirect && rules.files == RoomPeople::Moderators) // nobody moderates there
        return fail(ErrorCode::InvalidRules, {}, { u"files"_s });
    return {};
}

Result<Rules> rulesWith(const Rules &now, const Rules &wanted, const QList<QString> &only)
{
    if (only.isEmpty())
        return wanted;
    Rules merged = now;
    for (const QString &name : only) {
        const auto rule = std::ranges::find_if(namedRules, [&](const NamedRule &one) { return one.name == name; });
        if (rule == namedRules.end())
            return fail(ErrorCode::InvalidRules, {}, { name });
        rule->copy(wanted, merged);
    }
    return merged;
}

QList<QString> rulesThatChanged(const Rules &before, const Rules &after)
{
    QList<QString> changed;
    for (const NamedRule &rule : namedRules) {
        if (rule.valueOf(before) != rule.valueOf(after))
            changed.append(rule.name + u'=' + QString::number(rule.valueOf(after)));
    }
    return changed;
}

AttentionNow attentionAt(const Membership &membership, qint64 nowMs)
{
    const bool isOver = membership.attentionUntilMs > 0 && membership.attentionUntilMs <= nowMs;
    if (isOver || membership.attention == Attention::All)
        return {};
    return { membership.attention, membership.attentionUntilMs };
}

} // namespace salon::server
