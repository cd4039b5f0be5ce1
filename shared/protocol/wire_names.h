// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/messages/peer.h"
#include "shared/protocol/messages/session.h"

#include <QLatin1StringView>
#include <QList>

/// Names on the wire of what stands inside messages. They are part of the protocol: a renamed C++ type keeps its row.
namespace salon {

struct DeviceProof;
struct DeviceEntry;
struct Profile;
struct PresenceEntry;
struct RoomSummary;
struct MemberEntry;
struct RoomPosition;
struct DeviceCounter;
struct ReactionEntry;
struct ListedMessage;
struct Revision;
struct ReactionPeople;
struct FileEntry;
struct RoomRules;
struct SeenPosition;

/// Records that are no messages: X(name).
#define SALON_NESTED_RECORDS(X)                                                                                        \
    X(ServerLimits)                                                                                                    \
    X(RoomHead)                                                                                                        \
    X(DeviceProof)                                                                                                     \
    X(DeviceEntry)                                                                                                     \
    X(Profile)                                                                                                         \
    X(PresenceEntry)                                                                                                   \
    X(RoomSummary)                                                                                                     \
    X(MemberEntry)                                                                                                     \
    X(RoomPosition)                                                                                                    \
    X(DeviceCounter)                                                                                                   \
    X(PeerRefusal)                                                                                                     \
    X(ReactionEntry)                                                                                                   \
    X(ListedMessage)                                                                                                   \
    X(Revision)                                                                                                        \
    X(ReactionPeople)                                                                                                  \
    X(FileEntry)                                                                                                       \
    X(RoomRules)                                                                                                       \
    X(SeenPosition)

#define SALON_ROLE_VALUES(X) X(Guest) X(Member) X(Bot) X(Moderator) X(Admin) X(Owner)
#define SALON_PRESENCE_VALUES(X) X(Offline) X(Online) X(Away) X(Busy)
#define SALON_ROOM_KIND_VALUES(X) X(Public) X(Private) X(Direct)
#define SALON_EVENT_KIND_VALUES(X)                                                                                     \
    X(Message)                                                                                                         \
    X(RoomCreated)                                                                                                     \
    X(Joined)                                                                                                          \
    X(Left)                                                                                                            \
    X(Invited)                                                                                                         \
    X(Renamed)                                                                                                         \
    X(TopicChanged)                                                                                                    \
    X(Removed)                                                                                                         \
    X(Announcement)                                                                                                    \
    X(GuestArrived)                                                                                                    \
    X(GuestLeft)                                                                                                       \
    X(DataReceived)                                                                                                    \
    X(Edited)                                                                                                          \
    X(Deleted)                                                                                                         \
    X(Reacted)                                                                                                         \
    X(Unreacted)                                                                                                       \
    X(Pinned)                                                                                                          \
    X(Unpinned)                                                                                                        \
    X(Banned)                                                                                                          \
    X(Unbanned)                                                                                                        \
    X(RulesChanged)
#define SALON_TEXT_FORMAT_VALUES(X) X(Plain) X(Markdown) X(Action)
#define SALON_CALL_VALUES(X) X(Nobody) X(Here) X(Room)
#define SALON_MESSAGE_LIST_VALUES(X) X(Pinned) X(Saved) X(Mentions)
#define SALON_ROOM_PEOPLE_VALUES(X) X(Everyone) X(Moderators) X(Nobody)
#define SALON_NEWCOMER_HISTORY_VALUES(X) X(All) X(FromJoining) X(Nothing)
#define SALON_ATTENTION_VALUES(X) X(All) X(Mentions) X(Nothing)
#define SALON_REGISTRATION_VALUES(X) X(Closed) X(Invitation) X(Open)
#define SALON_GOAWAY_VALUES(X) X(Shutdown) X(Kicked) X(Revoked) X(SlowReader) X(Protocol) X(TimedOut) X(Replaced)
#define SALON_PEER_FILE_OUTCOME_VALUES(X) X(Whole) X(Declined) X(Unavailable) X(Damaged) X(Paused)

/// Enumerations: X(name, list of enumerators).
#define SALON_WIRE_ENUMS(X)                                                                                            \
    X(RegistrationPolicy, SALON_REGISTRATION_VALUES)                                                                   \
    X(GoawayReason, SALON_GOAWAY_VALUES)                                                                               \
    X(Role, SALON_ROLE_VALUES)                                                                                         \
    X(PresenceState, SALON_PRESENCE_VALUES)                                                                            \
    X(RoomKind, SALON_ROOM_KIND_VALUES)                                                                                \
    X(EventKind, SALON_EVENT_KIND_VALUES)                                                                              \
    X(PeerFileOutcome, SALON_PEER_FILE_OUTCOME_VALUES)                                                                 \
    X(TextFormat, SALON_TEXT_FORMAT_VALUES)                                                                            \
    X(Call, SALON_CALL_VALUES)                                                                                         \
    X(MessageListKind, SALON_MESSAGE_LIST_VALUES)                                                                      \
    X(RoomPeople, SALON_ROOM_PEOPLE_VALUES)                                                                            \
    X(NewcomerHistory, SALON_NEWCOMER_HISTORY_VALUES)                                                                  \
    X(Attention, SALON_ATTENTION_VALUES)

namespace wire {

struct EnumValue
{
    QLatin1StringView name;
    quint32 number;
};

struct EnumInfo
{
    QLatin1StringView name;
    QList<EnumValue> values;
};

/// Every enumeration of the protocol.
[[nodiscard]] const QList<EnumInfo> &enumInfos();

#define SALON_NAME(record)                                                                                             \
    [[nodiscard]] constexpr QLatin1StringView nestedRecordName(const salon::record *)                                  \
    {                                                                                                                  \
        return QLatin1StringView(#record);                                                                             \
    }
SALON_NESTED_RECORDS(SALON_NAME)
#undef SALON_NAME

// isKnown(value): whether this build knows that number. The compiler warns here of an enumerator missing above.
#define SALON_CASE(value) case Enum::value:
#define SALON_NAME(name, VALUES)                                                                                       \
    [[nodiscard]] constexpr QLatin1StringView enumName(salon::name)                                                    \
    {                                                                                                                  \
        return QLatin1StringView(#name);                                                                               \
    }                                                                                                                  \
    [[nodiscard]] constexpr bool isKnown(salon::name enumerator)                                                       \
    {                                                                                                                  \
        using Enum = salon::name;                                                                                      \
        switch (enumerator) {                                                                                          \
            VALUES(SALON_CASE)                                                                                         \
            return true;                                                                                               \
        }                                                                                                              \
        return false;                                                                                                  \
    }
SALON_WIRE_ENUMS(SALON_NAME)
#undef SALON_NAME
#undef SALON_CASE

[[nodiscard]] constexpr QLatin1StringView idName(AccountId)
{
    return QLatin1StringView("AccountId");
}
[[nodiscard]] constexpr QLatin1StringView idName(DeviceId)
{
    return QLatin1StringView("DeviceId");
}
[[nodiscard]] constexpr QLatin1StringView idName(RoomId)
{
    return QLatin1StringView("RoomId");
}

} // namespace wire
} // namespace salon
