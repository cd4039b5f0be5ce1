// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/room_rules.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// The rules by their names, as numbers.
struct NamedRule
{
    QLatin1StringView name;
    quint32 (*valueOf)(const Rules &rules);
    quint32 most;
    bool inDirectRooms;
};

constexpr std::array namedRules{
    NamedRule{ "posting"_L1, [](const Rules &rules) { return quint32(rules.posting); }, quint32(RoomPeople::Moderators),
        false },
    NamedRule{ "plainOnly"_L1, [](const Rules &rules) { return quint32(rules.plainOnly); }, 1, false },
    NamedRule{ "history"_L1, [](const Rules &rules) { return quint32(rules.history); },
        quint32(NewcomerHistory::Nothing), false },
    NamedRule{ "retentionDays"_L1, [](const Rules &rules) { return rules.retentionDays; }, MaxRetentionDays, true },
    NamedRule{ "slowSeconds"_L1, [](const Rules &rules) { return rules.slowSeconds; }, MaxSlowSeconds, false },
    NamedRule{ "files"_L1, [](const Rules &rules) { return quint32(rules.files); }, quint32(RoomPeople::Nobody), true },
    NamedRule{ "noSeen"_L1, [](const Rules &rules) { return quint32(rules.noSeen); }, 1, true },
    NamedRule{ "noTyping"_L1, [](const Rules &rules) { return quint32(rules.noTyping); }, 1, true },
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
