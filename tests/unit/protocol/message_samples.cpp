// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/protocol/message_samples.h"

#include "shared/base/error.h"

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

constexpr RoomId General{ 1 };
constexpr RoomId Direct{ 12 };
constexpr AccountId Marie{ 3 };
constexpr AccountId Nour{ 4 };
constexpr DeviceId Laptop{ 9 };
constexpr qint64 Moment = 1'790'000'000'123;

QByteArray counted(int size, int first)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        bytes[i] = char(first + i);
    return bytes;
}

Cid sampleCid()
{
    return QUuid(u"01a0c5a1-6c7b-7d3e-8f40-5162738495a6"_s);
}

/// Key and signature are those of RFC 8032 §7.1 TEST 1; as a proof they are well formed, not valid.
DeviceProof sampleProof()
{
    return { QByteArray::fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
        QByteArray::fromHex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
                            "f9b46bd25bf5f0595bbe24655141438e7a100b"),
        u"Marie's laptop"_s };
}

Profile nour()
{
    return { Nour, u"nour"_s, u"نور"_s, PresenceState::Busy, u"en réunion"_s, Moment };
}

RoomRules rules()
{
    return { RoomPeople::Moderators, true, NewcomerHistory::FromJoining, 30, 10, RoomPeople::Nobody, true, true };
}

FileEntry photo()
{
    return { counted(32, 0x60), u"été à la mer.jpg"_s, 48212, u"image/jpeg"_s, 1600, 1200, u"vacances/août"_s };
}

/// Before rooms had rules.
RoomSummary firstSummary()
{
    return { Direct, RoomKind::Direct, u"Général"_s, u"Tout et rien ☕"_s, 42, 5, 2, true, 40, 2, 1, Moment, { nour() },
        true };
}

RoomSummary summary()
{
    return { Direct, RoomKind::Direct, u"Général"_s, u"Tout et rien ☕"_s, 42, 5, 2, true, 40, 2, 1, Moment, { nour() },
        true, rules(), Marie, 39, Attention::Mentions, Moment };
}

RoomEvent firstEvent()
{
    return { General, 42, Moment, EventKind::Announcement, Marie, u"Marie"_s, sampleCid(), u"Bonjour @nour 👋"_s,
        { u"un"_s, u"deux"_s }, Nour, { Nour, Marie }, u"invité-3"_s };
}

RoomEvent event()
{
    RoomEvent event = firstEvent();
    event.target = 40;
    event.format = TextFormat::Markdown;
    event.call = Call::Room;
    event.files = { photo() };
    event.folder = u"photos"_s;
    event.changed = 45;
    event.editedMs = Moment + 5000;
    event.deleted = true;
    event.deletedBy = Nour;
    event.pinned = true;
    event.reactions = { { u"👍🏽"_s, 2, true, { Nour, Marie } }, { u"☕"_s, 1, false, { Marie } } };
    return event;
}

/// Before messages had files.
RoomEvent secondEvent()
{
    RoomEvent before = event();
    before.files.clear();
    before.folder.clear();
    return before;
}

} // namespace

template <>
Hello sample<Hello>()
{
    return { { 1 }, { u"presence"_s, u"typing"_s }, u"salon 0.1.0"_s, u"fr"_s };
}

template <>
Welcome sample<Welcome>()
{
    return { 1, counted(16, 0x10), u"Café du coin"_s, counted(16, 0x20), { u"presence"_s, u"typing"_s },
        RegistrationPolicy::Invitation, counted(32, 0x40), { 16384, 4000, 512, 16, 26214400, 100, 61440 },
        u"salon-server 0.1.0"_s };
}

template <>
Done sample<Done>()
{
    return {};
}

template <>
Failed sample<Failed>()
{
    return { 301, { u"20000"_s, u"16384"_s }, 2500 };
}

template <>
Ping sample<Ping>()
{
    return {};
}

template <>
Pong sample<Pong>()
{
    return { { { General, 42 }, { Direct, 7 } } };
}

template <>
Goaway sample<Goaway>()
{
    return { GoawayReason::Kicked, 1000, u"À demain"_s };
}

template <>
Register sample<Register>()
{
    return { u"marie"_s, u"Marie"_s, u"correct horse battery"_s, u"7H4K2M9QXW3TB6RD"_s, sampleProof() };
}

template <>
LoginWithPassword sample<LoginWithPassword>()
{
    return { u"marie"_s, u"correct horse battery"_s, sampleProof() };
}

template <>
LoginWithKey sample<LoginWithKey>()
{
    return { sampleProof() };
}

template <>
LoggedIn sample<LoggedIn>()
{
    return { Marie, u"marie"_s, u"Marie"_s, Role::Owner, Laptop, true, true };
}

template <>
ClaimOwnership sample<ClaimOwnership>()
{
    return { u"QWRT-2345-ZXCV"_s };
}

template <>
CreateInvitation sample<CreateInvitation>()
{
    return { 3600, 5 };
}

template <>
InvitationCreated sample<InvitationCreated>()
{
    return { u"7H4K2M9QXW3TB6RD"_s, u"salon://chat.example.org/?invite=7H4K2M9QXW3TB6RD"_s, Moment };
}

template <>
ChangePassword sample<ChangePassword>()
{
    return { u"correct horse battery"_s, u"une phrase plus longue"_s, true };
}

template <>
ListDevices sample<ListDevices>()
{
    return {};
}

template <>
DeviceList sample<DeviceList>()
{
    return { { { Laptop, u"Marie's laptop"_s, Moment, Moment + 1, true } } };
}

template <>
RevokeDevice sample<RevokeDevice>()
{
    return { Laptop };
}

template <>
CreateRoom sample<CreateRoom>()
{
    return { RoomKind::Private, u"Cuisine"_s, u"Recettes"_s, { Marie, Nour } };
}

template <>
RoomOpened sample<RoomOpened>()
{
    return { summary() };
}

template <>
ListRooms sample<ListRooms>()
{
    return { u"cuis"_s, 50, 25 };
}

template <>
RoomList sample<RoomList>()
{
    return { { summary() }, true };
}

template <>
JoinRoom sample<JoinRoom>()
{
    return { General };
}

template <>
LeaveRoom sample<LeaveRoom>()
{
    return { General };
}

template <>
InviteToRoom sample<InviteToRoom>()
{
    return { General, Nour };
}

template <>
RenameRoom sample<RenameRoom>()
{
    return { General, u"Cuisine d’été"_s };
}

template <>
SetTopic sample<SetTopic>()
{
    return { General, u"Tomates"_s };
}

template <>
OpenDirect sample<OpenDirect>()
{
    return { { Nour } };
}

template <>
ListMembers sample<ListMembers>()
{
    return { General, 200, 100 };
}

template <>
MemberList sample<MemberList>()
{
    return { General, { { nour(), Role::Moderator, true } }, 201 };
}

template <>
RoomAdded sample<RoomAdded>()
{
    return { summary() };
}

template <>
RoomRemoved sample<RoomRemoved>()
{
    return { Direct };
}

template <>
RemoveFromRoom sample<RemoveFromRoom>()
{
    return { General, Nour, true };
}

template <>
LiftBan sample<LiftBan>()
{
    return { General, Nour };
}

template <>
ListBans sample<ListBans>()
{
    return { General, Nour };
}

template <>
BanList sample<BanList>()
{
    return { { nour() }, true };
}

template <>
RoomEvent sample<RoomEvent>()
{
    return event();
}

template <>
SendMessage sample<SendMessage>()
{
    return { General, sampleCid(), 17, u"Bonjour **tous** 👋"_s, EventKind::Edited, 42, TextFormat::Markdown,
        u"👍🏽"_s, { photo() }, u"photos"_s };
}

template <>
Sent sample<Sent>()
{
    return { General, sampleCid(), 42, Moment };
}

template <>
Resume sample<Resume>()
{
    return { counted(16, 0x20), { { General, 40 }, { Direct, 7 } }, General };
}

template <>
Resumed sample<Resumed>()
{
    return { { summary() }, { Direct }, true, { { General, 16 } }, nour(), true };
}

template <>
Follow sample<Follow>()
{
    return { General, 40 };
}

template <>
FetchHistory sample<FetchHistory>()
{
    return { General, 40, 10, 100 };
}

template <>
HistoryPage sample<HistoryPage>()
{
    return { General, { event() }, 42, 5, true, true, 4 };
}

template <>
RoomBehind sample<RoomBehind>()
{
    return { General, 900 };
}

template <>
MarkRead sample<MarkRead>()
{
    return { General, 42, true };
}

template <>
ReadMoved sample<ReadMoved>()
{
    return { General, 40, 2, 1, 42, 39 };
}

template <>
Typing sample<Typing>()
{
    return { General };
}

template <>
TypingSeen sample<TypingSeen>()
{
    return { General, Nour };
}

template <>
ListMessages sample<ListMessages>()
{
    return { MessageListKind::Mentions, General, 900, 25 };
}

template <>
MessageList sample<MessageList>()
{
    return { { { 899, event() } }, true };
}

template <>
SaveMessage sample<SaveMessage>()
{
    return { General, 42, true };
}

template <>
MessageSaved sample<MessageSaved>()
{
    return { General, 42, true };
}

template <>
ListRevisions sample<ListRevisions>()
{
    return { General, 42 };
}

template <>
RevisionList sample<RevisionList>()
{
    return { { { Moment + 5000, u"Bonjour **tous** 👋"_s, TextFormat::Markdown }, { Moment, u"Bonjour 👋"_s, {} } },
        true };
}

template <>
ListReactions sample<ListReactions>()
{
    return { General, 42 };
}

template <>
ReactionList sample<ReactionList>()
{
    return { { { u"👍🏽"_s, 2, { Nour, Marie } }, { u"☕"_s, 1, { Marie } } } };
}

template <>
SetPrivacy sample<SetPrivacy>()
{
    return { true };
}

template <>
PrivacyChanged sample<PrivacyChanged>()
{
    return { true };
}

template <>
SetRoomRules sample<SetRoomRules>()
{
    return { General, rules(), { u"posting"_s, u"noSeen"_s } };
}

template <>
SetRoomAttention sample<SetRoomAttention>()
{
    return { General, Attention::Mentions, Moment };
}

template <>
RoomAttention sample<RoomAttention>()
{
    return { General, Attention::Nothing, Moment };
}

template <>
MarkUnread sample<MarkUnread>()
{
    return { General, 40 };
}

template <>
SearchMessages sample<SearchMessages>()
{
    return { u"école \"à midi\""_s, General, Nour, Moment - 1000, Moment, true, true, true, 900, 25, u"Léa M"_s };
}

template <>
SearchPage sample<SearchPage>()
{
    return { { { 899, event() } }, true, true, 3, 48212, Moment };
}

template <>
HistoryTrimmed sample<HistoryTrimmed>()
{
    return { General, 1000 };
}

template <>
ListSeen sample<ListSeen>()
{
    return { General };
}

template <>
SeenList sample<SeenList>()
{
    return { { { Nour, 41, 12 } } };
}

template <>
SeenMoved sample<SeenMoved>()
{
    return { General, Nour, 42, 12 };
}

template <>
FindMoment sample<FindMoment>()
{
    return { General, Moment };
}

template <>
MomentFound sample<MomentFound>()
{
    return { 42 };
}

template <>
OpenUpload sample<OpenUpload>()
{
    return { counted(32, 0x60), 48212 };
}

template <>
UploadOpened sample<UploadOpened>()
{
    return { 3, 61440 };
}

template <>
UploadChunk sample<UploadChunk>()
{
    return { 3, 61440, QByteArray("photo") };
}

template <>
CancelUpload sample<CancelUpload>()
{
    return { 3 };
}

template <>
OpenDownload sample<OpenDownload>()
{
    return { General, 42, 1 };
}

template <>
DownloadOpened sample<DownloadOpened>()
{
    return { 4, 48212, counted(32, 0x60) };
}

template <>
ReadChunk sample<ReadChunk>()
{
    return { 4, 61440, 1024 };
}

template <>
FileChunk sample<FileChunk>()
{
    return { 61440, QByteArray("photo") };
}

template <>
CloseDownload sample<CloseDownload>()
{
    return { 4 };
}

template <>
FindPeople sample<FindPeople>()
{
    return { u"nou"_s, 100, 50 };
}

template <>
PeopleList sample<PeopleList>()
{
    return { { nour() }, true };
}

template <>
SetPresence sample<SetPresence>()
{
    return { PresenceState::Away, u"en réunion"_s };
}

template <>
PresenceChanged sample<PresenceChanged>()
{
    return { { { Nour, PresenceState::Away, u"à table"_s, Moment } } };
}

template <>
SetDisplayName sample<SetDisplayName>()
{
    return { u"Marie 🦉"_s };
}

template <>
ProfileChanged sample<ProfileChanged>()
{
    return { nour(), Role::Admin };
}

template <>
PeerHello sample<PeerHello>()
{
    return { { 1 }, counted(32, 0x10), counted(32, 0x40), u"Marie"_s, { u"files"_s } };
}

template <>
PeerProof sample<PeerProof>()
{
    return { sampleProof().signature };
}

template <>
PeerReady sample<PeerReady>()
{
    return { 12, sampleCid(), { { sampleCid(), quint16(ErrorCode::LineTooLong) } } };
}

template <>
PeerMessage sample<PeerMessage>()
{
    return { sampleCid(), 13, Moment, u"Les photos ☕"_s, u"été.zip"_s, 104857600, counted(32, 0x60) };
}

template <>
PeerReceived sample<PeerReceived>()
{
    return { 13 };
}

template <>
PeerRefused sample<PeerRefused>()
{
    return { 14, quint16(ErrorCode::LineTooLong) };
}

template <>
PeerAcceptFile sample<PeerAcceptFile>()
{
    return { sampleCid(), 65536 };
}

template <>
PeerFileChunk sample<PeerFileChunk>()
{
    return { sampleCid(), 65536, counted(16, 0x70) };
}

template <>
PeerFileEnd sample<PeerFileEnd>()
{
    return { sampleCid(), PeerFileOutcome::Damaged };
}

template <>
std::vector<Welcome> earlierSamples<Welcome>()
{
    Welcome first = sample<Welcome>();
    first.limits = { 16384, 4000, 512, 16 };
    return { first };
}

template <>
std::vector<LoggedIn> earlierSamples<LoggedIn>()
{
    LoggedIn first = sample<LoggedIn>();
    first.hidesSeen = false;
    return { first };
}

template <>
std::vector<RoomOpened> earlierSamples<RoomOpened>()
{
    return { { firstSummary() } };
}

template <>
std::vector<RoomList> earlierSamples<RoomList>()
{
    return { { { firstSummary() }, true } };
}

template <>
std::vector<RoomAdded> earlierSamples<RoomAdded>()
{
    return { { firstSummary() } };
}

template <>
std::vector<RoomEvent> earlierSamples<RoomEvent>()
{
    return { firstEvent(), secondEvent() };
}

template <>
std::vector<SendMessage> earlierSamples<SendMessage>()
{
    SendMessage second = sample<SendMessage>();
    second.files.clear();
    second.folder.clear();
    return { { General, sampleCid(), 17, u"Bonjour @nour 👋"_s }, second };
}

template <>
std::vector<Resumed> earlierSamples<Resumed>()
{
    Resumed first = sample<Resumed>();
    first.rooms = { firstSummary() };
    return { first };
}

template <>
std::vector<HistoryPage> earlierSamples<HistoryPage>()
{
    return { { General, { firstEvent() }, 42, 5, true, true, 4 },
        { General, { secondEvent() }, 42, 5, true, true, 4 } };
}

template <>
std::vector<MarkRead> earlierSamples<MarkRead>()
{
    return { { General, 42 } };
}

template <>
std::vector<ReadMoved> earlierSamples<ReadMoved>()
{
    return { { General, 40, 2, 1, 42 } };
}

template <>
std::vector<MessageList> earlierSamples<MessageList>()
{
    return { { { { 899, secondEvent() } }, true } };
}

} // namespace salon::test
