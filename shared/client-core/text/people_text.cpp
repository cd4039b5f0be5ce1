// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/people_text.h"

namespace salon {

QString PeopleText::typing(const QStringList &names)
{
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return tr("%1 is typing…").arg(names[0]);
    case 2:
        return tr("%1 and %2 are typing…").arg(names[0], names[1]);
    default:
        return tr("%n people are typing…", nullptr, int(names.size()));
    }
}

QString PeopleText::presence(PresenceState state)
{
    switch (state) {
    case PresenceState::Online:
        return tr("Online");
    case PresenceState::Away:
        return tr("Away");
    case PresenceState::Busy:
        return tr("Busy");
    case PresenceState::Offline:
        break;
    }
    return tr("Offline");
}

QString PeopleText::role(Role role)
{
    switch (role) {
    case Role::Guest:
        return tr("Guest");
    case Role::Bot:
        return tr("Bot");
    case Role::Moderator:
        return tr("Moderator");
    case Role::Admin:
        return tr("Administrator");
    case Role::Owner:
        return tr("Owner");
    case Role::Member:
        break;
    }
    return tr("Member");
}

QString PeopleText::members(int count)
{
    return tr("%n member(s)", nullptr, count);
}

} // namespace salon
