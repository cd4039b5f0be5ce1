// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_rules.h"

using namespace Qt::StringLiterals;

namespace salon {

QList<QString> rulesThatDiffer(const RoomRules &one, const RoomRules &other)
{
    QList<QString> names;
    wire::forEachField<RoomRules>([&](const auto &rule) {
        if (one.*rule.member != other.*rule.member)
            names.append(QString::fromLatin1(rule.name));
    });
    return names;
}

void takeRules(RoomRules &rules, const QList<QString> &params)
{
    for (const QString &param : params) {
        const qsizetype equals = param.indexOf(u'=');
        bool isNumber = false;
        const quint32 value = param.mid(equals + 1).toUInt(&isNumber);
        if (equals <= 0 || !isNumber)
            continue;
        const QStringView name = QStringView(param).left(equals);
        if (name == "posting"_L1 && value <= quint32(RoomPeople::Moderators))
            rules.posting = RoomPeople(value);
        else if (name == "plainOnly"_L1)
            rules.plainOnly = value != 0;
        else if (name == "history"_L1 && value <= quint32(NewcomerHistory::Nothing))
            rules.history = NewcomerHistory(value);
        else if (name == "retentionDays"_L1)
            rules.retentionDays = value;
        else if (name == "slowSeconds"_L1)
            rules.slowSeconds = value;
        else if (name == "files"_L1 && value <= quint32(RoomPeople::Nobody))
            rules.files = RoomPeople(value);
        else if (name == "noSeen"_L1)
            rules.noSeen = value != 0;
        else if (name == "noTyping"_L1)
            rules.noTyping = value != 0;
    }
}

} // namespace salon
