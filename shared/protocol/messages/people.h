// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/field_table.h"
#include "shared/protocol/message_types.h"
#include "shared/protocol/messages/accounts.h"

namespace salon {

/// A person as others see them.
struct Profile
{
    AccountId id{};
    QString login{};
    QString displayName{};
    PresenceState presence = PresenceState::Offline;
    QString statusText{};
    qint64 lastSeenMs = 0; ///< since 1970 UTC; 0 while online or unknown

    static constexpr void fields(auto table)
    {
        using M = Profile;
        table(table.required(1, "id", &M::id), table.required(2, "login", &M::login, 64),
            table.required(3, "displayName", &M::displayName, 256), table.optional(4, "presence", &M::presence),
            table.optional(5, "statusText", &M::statusText, 256), table.optional(6, "lastSeenMs", &M::lastSeenMs));
    }
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// People whose login or name contains the text; all when it is empty. Answer: PeopleList.
struct FindPeople
{
    static constexpr auto Type = MessageType::FindPeople;
    QString query{};
    quint32 offset = 0;
    quint32 limit = 0; ///< 0: 100; at most 200

    static constexpr void fields(auto table)
    {
        using M = FindPeople;
        table(table.optional(1, "query", &M::query, 256), table.optional(2, "offset", &M::offset),
            table.optional(3, "limit", &M::limit));
    }
    friend bool operator==(const FindPeople &, const FindPeople &) = default;
};

struct PeopleList
{
    static constexpr auto Type = MessageType::PeopleList;
    QList<Profile> people{};
    bool more = false;

    static constexpr void fields(auto table)
    {
        table(table.optional(1, "people", &PeopleList::people, 200), table.optional(2, "more", &PeopleList::more));
    }
    friend bool operator==(const PeopleList &, const PeopleList &) = default;
};

/// What this device says of its person. The account shows the most present of its devices; Busy wins over all.
/// Answer: Done.
struct SetPresence
{
    static constexpr auto Type = MessageType::SetPresence;
    PresenceState state = PresenceState::Online;
    std::optional<QString> statusText{}; ///< absent: unchanged; belongs to the account, survives a restart

    static constexpr void fields(auto table)
    {
        using M = SetPresence;
        table(table.required(1, "state", &M::state), table.optional(2, "statusText", &M::statusText, 256));
    }
    friend bool operator==(const SetPresence &, const SetPresence &) = default;
};

struct PresenceEntry
{
    AccountId account{};
    PresenceState state = PresenceState::Offline;
    QString statusText{};
    qint64 lastSeenMs = 0;

    static constexpr void fields(auto table)
    {
        using M = PresenceEntry;
        table(table.required(1, "account", &M::account), table.required(2, "state", &M::state),
            table.optional(3, "statusText", &M::statusText, 256), table.optional(4, "lastSeenMs", &M::lastSeenMs));
    }
    friend bool operator==(const PresenceEntry &, const PresenceEntry &) = default;
};

/// Changes of presence, gathered over about a second. Only to clients that negotiated the feature "presence".
struct PresenceChanged
{
    static constexpr auto Type = MessageType::PresenceChanged;
    QList<PresenceEntry> changes{};

    static constexpr void fields(auto table) { table(table.required(1, "changes", &PresenceChanged::changes, 512)); }
    friend bool operator==(const PresenceChanged &, const PresenceChanged &) = default;
};

/// Changes one's own display name. Answer: Done. Everybody hears ProfileChanged.
struct SetDisplayName
{
    static constexpr auto Type = MessageType::SetDisplayName;
    QString displayName{};

    static constexpr void fields(auto table)
    {
        table(table.required(1, "displayName", &SetDisplayName::displayName, 256));
    }
    friend bool operator==(const SetDisplayName &, const SetDisplayName &) = default;
};

struct ProfileChanged
{
    static constexpr auto Type = MessageType::ProfileChanged;
    Profile profile{};
    Role role = Role::Member;

    static constexpr void fields(auto table)
    {
        table(table.required(1, "profile", &ProfileChanged::profile), table.required(2, "role", &ProfileChanged::role));
    }
    friend bool operator==(const ProfileChanged &, const ProfileChanged &) = default;
};

} // namespace salon
