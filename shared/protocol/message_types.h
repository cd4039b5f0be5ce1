// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>
#include <QtGlobal>
#include <array>

namespace salon {

/// Every message of the protocol: X(name, number, role). Append only; numbers are never reused. Bands: 1–19 session,
/// 20–39 accounts, 40–79 rooms, 80–119 messages, 120–139 people,
/// 140–159 files, 160–189 between two devices. Roles: Request (correlation > 0, answered by exactly
/// one reply), Reply (repeats the correlation), Push (correlation 0, from the server,
/// or from either of two devices), Notice (correlation 0, from the
/// client, never answered).
#define SALON_MESSAGES(X)                                                                                              \
    X(Hello, 1, Request)                                                                                               \
    X(Welcome, 2, Reply)                                                                                               \
    X(Done, 3, Reply)                                                                                                  \
    X(Failed, 4, Reply)                                                                                                \
    X(Ping, 5, Request)                                                                                                \
    X(Pong, 6, Reply)                                                                                                  \
    X(Goaway, 7, Push)                                                                                                 \
    X(Register, 20, Request)                                                                                           \
    X(LoginWithPassword, 21, Request)                                                                                  \
    X(LoginWithKey, 22, Request)                                                                                       \
    X(LoggedIn, 23, Reply)                                                                                             \
    X(ClaimOwnership, 24, Request)                                                                                     \
    X(CreateInvitation, 25, Request)                                                                                   \
    X(InvitationCreated, 26, Reply)                                                                                    \
    X(ChangePassword, 27, Request)                                                                                     \
    X(ListDevices, 28, Request)                                                                                        \
    X(DeviceList, 29, Reply)                                                                                           \
    X(RevokeDevice, 30, Request)                                                                                       \
    X(SetPrivacy, 31, Request)                                                                                         \
    X(PrivacyChanged, 32, Push)                                                                                        \
    X(CreateRoom, 40, Request)                                                                                         \
    X(RoomOpened, 41, Reply)                                                                                           \
    X(ListRooms, 42, Request)                                                                                          \
    X(RoomList, 43, Reply)                                                                                             \
    X(JoinRoom, 44, Request)                                                                                           \
    X(LeaveRoom, 45, Request)                                                                                          \
    X(InviteToRoom, 46, Request)                                                                                       \
    X(RenameRoom, 47, Request)                                                                                         \
    X(SetTopic, 48, Request)                                                                                           \
    X(OpenDirect, 49, Request)                                                                                         \
    X(ListMembers, 50, Request)                                                                                        \
    X(MemberList, 51, Reply)                                                                                           \
    X(RoomAdded, 52, Push)                                                                                             \
    X(RoomRemoved, 53, Push)                                                                                           \
    X(RemoveFromRoom, 54, Request)                                                                                     \
    X(LiftBan, 55, Request)                                                                                            \
    X(ListBans, 56, Request)                                                                                           \
    X(BanList, 57, Reply)                                                                                              \
    X(SetRoomRules, 58, Request)                                                                                       \
    X(SetRoomAttention, 59, Request)                                                                                   \
    X(RoomAttention, 60, Push)                                                                                         \
    X(RoomEvent, 80, Push)                                                                                             \
    X(SendMessage, 81, Request)                                                                                        \
    X(Sent, 82, Reply)                                                                                                 \
    X(Resume, 83, Request)                                                                                             \
    X(Resumed, 84, Reply)                                                                                              \
    X(Follow, 85, Request)                                                                                             \
    X(FetchHistory, 86, Request)                                                                                       \
    X(HistoryPage, 87, Reply)                                                                                          \
    X(RoomBehind, 88, Push)                                                                                            \
    X(MarkRead, 89, Request)                                                                                           \
    X(ReadMoved, 90, Push)                                                                                             \
    X(Typing, 91, Notice)                                                                                              \
    X(TypingSeen, 92, Push)                                                                                            \
    X(ListMessages, 93, Request)                                                                                       \
    X(MessageList, 94, Reply)                                                                                          \
    X(SaveMessage, 95, Request)                                                                                        \
    X(MessageSaved, 96, Push)                                                                                          \
    X(ListRevisions, 97, Request)                                                                                      \
    X(RevisionList, 98, Reply)                                                                                         \
    X(ListReactions, 99, Request)                                                                                      \
    X(ReactionList, 100, Reply)                                                                                        \
    X(MarkUnread, 101, Request)                                                                                        \
    X(SearchMessages, 102, Request)                                                                                    \
    X(SearchPage, 103, Reply)                                                                                          \
    X(HistoryTrimmed, 104, Push)                                                                                       \
    X(ListSeen, 105, Request)                                                                                          \
    X(SeenList, 106, Reply)                                                                                            \
    X(SeenMoved, 107, Push)                                                                                            \
    X(FindMoment, 108, Request)                                                                                        \
    X(MomentFound, 109, Reply)                                                                                         \
    X(FindPeople, 120, Request)                                                                                        \
    X(PeopleList, 121, Reply)                                                                                          \
    X(SetPresence, 122, Request)                                                                                       \
    X(PresenceChanged, 123, Push)                                                                                      \
    X(SetDisplayName, 124, Request)                                                                                    \
    X(ProfileChanged, 125, Push)                                                                                       \
    X(OpenUpload, 140, Request)                                                                                        \
    X(UploadOpened, 141, Reply)                                                                                        \
    X(UploadChunk, 142, Request)                                                                                       \
    X(CancelUpload, 143, Request)                                                                                      \
    X(OpenDownload, 144, Request)                                                                                      \
    X(DownloadOpened, 145, Reply)                                                                                      \
    X(ReadChunk, 146, Request)                                                                                         \
    X(FileChunk, 147, Reply)                                                                                           \
    X(CloseDownload, 148, Request)                                                                                     \
    X(PeerHello, 160, Push)                                                                                            \
    X(PeerProof, 161, Push)                                                                                            \
    X(PeerReady, 162, Push)                                                                                            \
    X(PeerMessage, 163, Push)                                                                                          \
    X(PeerReceived, 164, Push)                                                                                         \
    X(PeerRefused, 165, Push)                                                                                          \
    X(PeerAcceptFile, 166, Push)                                                                                       \
    X(PeerFileChunk, 167, Push)                                                                                        \
    X(PeerFileEnd, 168, Push)

enum class MessageType : quint32
{
#define SALON_ENUMERATOR(name, number, role) name = number,
    SALON_MESSAGES(SALON_ENUMERATOR)
#undef SALON_ENUMERATOR
};

enum class MessageRole
{
    Request,
    Reply,
    Push,
    Notice
};

struct MessageInfo
{
    MessageType type;
    QLatin1StringView name;
    MessageRole role;
};

/// The list above as data, in the order of the numbers.
inline constexpr std::array messageInfos{
#define SALON_ROW(name, number, role) MessageInfo{ MessageType::name, QLatin1StringView(#name), MessageRole::role },
    SALON_MESSAGES(SALON_ROW)
#undef SALON_ROW
};

} // namespace salon
