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

    static constexpr auto fields()
    {
        using namespace wire;
        using M = Profile;
        return std::tuple(required(1, "id", &M::id), required(2, "login", &M::login, 64),
            required(3, "displayName", &M::displayName, 256), optional(4, "presence", &M::presence),
            optional(5, "statusText", &M::statusText, 256), optional(6, "lastSeenMs", &M::lastSeenMs));
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

    static constexpr auto fields()
    {
        using namespace wire;
        using M = FindPeople;
        return std::tuple(
            optional(1, "query", &M::query, 256), optional(2, "offset", &M::offset), optional(3, "limit", &M::limit));
    }
    friend bool operator==(const FindPeople &, const FindPeople &) = default;
};

struct PeopleList
{
    static constexpr auto Type = MessageType::PeopleList;
    QList<Profile> people{};
    bool more = false;

    static constexpr auto fields()
    {
        using namespace wire;
        return std::tuple(optional(1, "people", &PeopleList::people, 200), optional(2, "more", &PeopleList::more));
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

    static constexpr auto fields()
    {
        using namespace wire;
        using M = SetPresence;
        return std::tuple(required(1, "state", &M::state), optional(2, "statusText", &M::statusText, 256));
    }
    friend bool operator==(const SetPresence &, const SetPresence &) = default;
};

struct PresenceEntry
{
    AccountId account{};
    PresenceState state = PresenceState::Offline;
    QString statusText{};
    qint64 lastSeenMs = 0;

    static constexpr auto fields()
    {
        using namespace wire;
        using M = PresenceEntry;
        return std::tuple(required(1, "account", &M::account), required(2, "state", &M::state),
            optional(3, "statusText", &M::statusText, 256), optional(4, "lastSeenMs", &M::lastSeenMs));
    }
    friend bool operator==(const PresenceEntry &, const PresenceEntry &) = default;
};

/// Changes of presence, gathered over about a second. Only to clients that negotiated the feature "presence".
struct PresenceChanged
{
    static constexpr auto Type = MessageType::PresenceChanged;
    QList<PresenceEntry> changes{};

    static constexpr auto fields() { return std::tuple(wire::required(1, "changes", &PresenceChanged::changes, 512)); }
    friend bool operator==(const PresenceChanged &, const PresenceChanged &) = default;
};

/// Changes one's own display name. Answer: Done. Everybody hears ProfileChanged.
struct SetDisplayName
{
    static constexpr auto Type = MessageType::SetDisplayName;
    QString displayName{};

    static constexpr auto fields()
    {
        return std::tuple(wire::required(1, "displayName", &SetDisplayName::displayName, 256));
    }
    friend bool operator==(const SetDisplayName &, const SetDisplayName &) = default;
};

struct ProfileChanged
{
    static constexpr auto Type = MessageType::ProfileChanged;
    Profile profile{};
    Role role = Role::Member;

    static constexpr auto fields()
    {
        using namespace wire;
        return std::tuple(required(1, "profile", &ProfileChanged::profile), required(2, "role", &ProfileChanged::role));
    }
    friend bool operator==(const ProfileChanged &, const ProfileChanged &) = default;
};

} // namespace salon
