// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/people.h"

#include <QCoreApplication>
#include <QStringList>

namespace salon {

/// Words about people in the language of now.
class PeopleText
{
    Q_DECLARE_TR_FUNCTIONS(salon::PeopleText)
public:
    /// "Marie is typing…", "Marie and Jean are typing…", "3 people are typing…"; empty for nobody.
    static QString typing(const QStringList &names);
    static QString presence(PresenceState state);
    static QString role(Role role);
    /// "12 members"
    static QString members(int count);
};

} // namespace salon
