// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/rules.h"

#include <QCoreApplication>
#include <QStringList>

namespace salon {

/// Words about a room's rules in the language of now.
class RulesText
{
    Q_DECLARE_TR_FUNCTIONS(salon::RulesText)
public:
    /// Each rule that is not as usual, as a sentence with its full stop.
    static QStringList sentences(const RoomRules &rules);
    /// The same in short, for one line below the room's name: "Only moderators write · Messages are kept for 30 days";
    /// empty when everything is as usual.
    static QString line(const RoomRules &rules);
    /// One parameter of RulesChanged ("slowSeconds=10") as a sentence; empty for what this version does not know.
    static QString ofChange(const QString &param);
    /// "10 seconds", "2 minutes", "1 hour"; of `slowSeconds`.
    static QString duration(quint32 seconds);
};

inline QString roomRulesLine(const RoomRules &rules)
{
    return RulesText::line(rules);
}
inline QStringList ruleSentences(const RoomRules &rules)
{
    return RulesText::sentences(rules);
}

} // namespace salon
