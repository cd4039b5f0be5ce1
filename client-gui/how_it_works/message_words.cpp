// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/message_words.h"

#include <algorithm>
#include <iterator>

namespace salon {
namespace {

struct Words
{
    MessageType type;
    const char *purpose;
};

// Marked for the catalogues here, translated when asked for.
constexpr Words AllWords[] = {
    { MessageType::Hello,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "The first message of a connection: which versions of the protocol and which features this program "
            "knows.") },
    { MessageType::Welcome,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "The server introduces itself: its name, its limits, and fresh random bytes (the nonce) that a login has "
            "to "
            "sign.") },
    { MessageType::Done,
        QT_TRANSLATE_NOOP("salon::MessageWords", "“It is done”: the answer to a request that needs no other.") },
    { MessageType::Failed, QT_TRANSLATE_NOOP("salon::MessageWords", "“It was not done”, with a code that says why.") },
    { MessageType::Ping,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "The heartbeat: “are you still there?” Without it nobody would notice that a cable was pulled out, since "
            "silence looks the same.") },
    { MessageType::Pong,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "The answer to the heartbeat. The server's names the newest event of each room that this program follows, "
            "so "
            "that a lost one is noticed.") },
    { MessageType::Goaway,
        QT_TRANSLATE_NOOP("salon::MessageWords", "The server is about to close the connection and says why.") },
    { MessageType::Register, QT_TRANSLATE_NOOP("salon::MessageWords", "Makes an account and logs in.") },
    { MessageType::LoginWithPassword,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Logs in with a username and a password, and makes this device known: from then on its key is enough.") },
    { MessageType::LoginWithKey,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Logs in with this device's key. The signature proves that the device has the key; the secret half of the "
            "key never travels.") },
    { MessageType::LoggedIn,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "The login was accepted: who you are on this server, and with which role.") },
    { MessageType::ClaimOwnership,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Turns the code that the server printed at its first start into the role of owner.") },
    { MessageType::CreateInvitation,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Asks for an invitation code for somebody new.") },
    { MessageType::InvitationCreated,
        QT_TRANSLATE_NOOP("salon::MessageWords", "The invitation code, and a link that carries it.") },
    { MessageType::ChangePassword, QT_TRANSLATE_NOOP("salon::MessageWords", "Sets or changes your password.") },
    { MessageType::ListDevices,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Asks which devices log in to your account.") },
    { MessageType::DeviceList, QT_TRANSLATE_NOOP("salon::MessageWords", "The devices of your account.") },
    { MessageType::RevokeDevice,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Removes one of your devices: it can no longer log in.") },
    { MessageType::SetPrivacy,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Says whether others may be told how far you have read.") },
    { MessageType::PrivacyChanged,
        QT_TRANSLATE_NOOP("salon::MessageWords", "You changed what others are told of you, on another device.") },
    { MessageType::CreateRoom, QT_TRANSLATE_NOOP("salon::MessageWords", "Makes a new room.") },
    { MessageType::RoomOpened,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "A room was made, joined or opened: what there is to know about it.") },
    { MessageType::ListRooms,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Looks for rooms by their name or their topic.") },
    { MessageType::RoomList, QT_TRANSLATE_NOOP("salon::MessageWords", "The rooms that were found.") },
    { MessageType::JoinRoom, QT_TRANSLATE_NOOP("salon::MessageWords", "Joins a public room.") },
    { MessageType::LeaveRoom, QT_TRANSLATE_NOOP("salon::MessageWords", "Leaves a room.") },
    { MessageType::InviteToRoom, QT_TRANSLATE_NOOP("salon::MessageWords", "Puts somebody into a room.") },
    { MessageType::RenameRoom, QT_TRANSLATE_NOOP("salon::MessageWords", "Gives a room another name.") },
    { MessageType::SetTopic, QT_TRANSLATE_NOOP("salon::MessageWords", "Changes the topic of a room.") },
    { MessageType::OpenDirect,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Opens the direct conversation with exactly these people, and makes it if there is none yet.") },
    { MessageType::ListMembers, QT_TRANSLATE_NOOP("salon::MessageWords", "Asks who is in a room.") },
    { MessageType::MemberList,
        QT_TRANSLATE_NOOP("salon::MessageWords", "The members of a room, those present first.") },
    { MessageType::RoomAdded, QT_TRANSLATE_NOOP("salon::MessageWords", "You are in one more room now.") },
    { MessageType::RoomRemoved, QT_TRANSLATE_NOOP("salon::MessageWords", "You are no longer in this room.") },
    { MessageType::RemoveFromRoom,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "Removes somebody from a room, or also bans them: then they cannot come back.") },
    { MessageType::LiftBan,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Lets somebody come back who was banned from a room.") },
    { MessageType::ListBans, QT_TRANSLATE_NOOP("salon::MessageWords", "Asks who is banned from a room.") },
    { MessageType::BanList, QT_TRANSLATE_NOOP("salon::MessageWords", "The people who are banned from a room.") },
    { MessageType::SetRoomRules,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Sets what holds in a room: who may write, slow mode, how long messages are kept.") },
    { MessageType::SetRoomAttention,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Says what of a room may call your attention, on all your devices.") },
    { MessageType::RoomAttention,
        QT_TRANSLATE_NOOP("salon::MessageWords", "You muted a room, or the contrary, on another device.") },
    { MessageType::RoomEvent,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Something happened in a room: mostly, somebody wrote. The events of a room are numbered 1, 2, 3 …, so "
            "that "
            "this program sees when one is missing.") },
    { MessageType::SendMessage,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Posts a message, or a change of one: an edit, a reaction, a deletion. Its cid, chosen at random here, "
            "makes sure that sending it again after a cut does not "
            "post "
            "it twice.") },
    { MessageType::Sent,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "The message is on the server's disk, and this is its number in the room.") },
    { MessageType::Resume,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "The first request after the login: up to which number this program has each room already.") },
    { MessageType::Resumed,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "All your rooms as they are now. Where something is missing here, this program asks for it next.") },
    { MessageType::Follow,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Asks for what happened in a room after this number, and to be told of everything that comes.") },
    { MessageType::FetchHistory, QT_TRANSLATE_NOOP("salon::MessageWords", "Asks for older messages of a room.") },
    { MessageType::HistoryPage,
        QT_TRANSLATE_NOOP("salon::MessageWords", "A page of a room's history, in order and without holes.") },
    { MessageType::RoomBehind,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "This program read too slowly for a lively room. The server tells it nothing more of the room until it "
            "asks "
            "again.") },
    { MessageType::MarkRead, QT_TRANSLATE_NOOP("salon::MessageWords", "You have read a room up to this number.") },
    { MessageType::ReadMoved,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "You have read further, perhaps on another device: how many messages are unread now.") },
    { MessageType::Typing, QT_TRANSLATE_NOOP("salon::MessageWords", "You are typing in this room.") },
    { MessageType::TypingSeen, QT_TRANSLATE_NOOP("salon::MessageWords", "Somebody is typing in this room.") },
    { MessageType::ListMessages,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Asks for a list: what is pinned in a room, what you saved, or what mentions you.") },
    { MessageType::MessageList,
        QT_TRANSLATE_NOOP("salon::MessageWords", "A page of that list, newest first, each message as it reads now.") },
    { MessageType::SaveMessage,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Puts a message on your own list of saved ones, or takes it off.") },
    { MessageType::MessageSaved,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "You saved a message, or took it off the list, on one of your devices.") },
    { MessageType::ListRevisions,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Asks what an edited message said before.") },
    { MessageType::RevisionList,
        QT_TRANSLATE_NOOP("salon::MessageWords", "What a message said at different times, newest first.") },
    { MessageType::ListReactions, QT_TRANSLATE_NOOP("salon::MessageWords", "Asks who reacted to a message.") },
    { MessageType::ReactionList,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Who reacted to a message, emoji by emoji.") },
    { MessageType::MarkUnread,
        QT_TRANSLATE_NOOP("salon::MessageWords", "A room counts as unread from this message on.") },
    { MessageType::SearchMessages,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "Looks for messages by what they say, in all rooms that you can read.") },
    { MessageType::SearchPage,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Messages that were found, newest first, each as it reads now.") },
    { MessageType::HistoryTrimmed,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Old messages of a room were removed for good, as its rules say.") },
    { MessageType::ListSeen, QT_TRANSLATE_NOOP("salon::MessageWords", "Asks how far the others have read.") },
    { MessageType::SeenList, QT_TRANSLATE_NOOP("salon::MessageWords", "How far the others have read.") },
    { MessageType::SeenMoved, QT_TRANSLATE_NOOP("salon::MessageWords", "Somebody else has read further.") },
    { MessageType::FindMoment,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Asks where a conversation stood at a given day.") },
    { MessageType::MomentFound, QT_TRANSLATE_NOOP("salon::MessageWords", "The first message from that day on.") },
    { MessageType::FindPeople,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Looks for people by name; without a text, for everybody.") },
    { MessageType::PeopleList, QT_TRANSLATE_NOOP("salon::MessageWords", "The people who were found.") },
    { MessageType::SetPresence,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Tells whether you are here, away or busy, and your status.") },
    { MessageType::PresenceChanged,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "People came, went or changed their status: what happened within about a second, told at once.") },
    { MessageType::SetDisplayName, QT_TRANSLATE_NOOP("salon::MessageWords", "Changes the name that others see.") },
    { MessageType::ProfileChanged, QT_TRANSLATE_NOOP("salon::MessageWords", "Somebody has another name or role now.") },
    { MessageType::OpenUpload,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Announces a file by its size and the fingerprint of its content.") },
    { MessageType::UploadOpened,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "From which byte on the server wants it: after a cut, only the rest.") },
    { MessageType::UploadChunk, QT_TRANSLATE_NOOP("salon::MessageWords", "A piece of the file.") },
    { MessageType::CancelUpload, QT_TRANSLATE_NOOP("salon::MessageWords", "The file is not to be sent after all.") },
    { MessageType::OpenDownload, QT_TRANSLATE_NOOP("salon::MessageWords", "Asks for a file of a message.") },
    { MessageType::DownloadOpened,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "The file is there: its size, and the fingerprint that its content must have.") },
    { MessageType::ReadChunk, QT_TRANSLATE_NOOP("salon::MessageWords", "Asks for a piece of the file.") },
    { MessageType::FileChunk, QT_TRANSLATE_NOOP("salon::MessageWords", "The piece of the file that was asked for.") },
    { MessageType::CloseDownload, QT_TRANSLATE_NOOP("salon::MessageWords", "No more pieces are wanted.") },
    { MessageType::PeerHello,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "Between two devices without a server, each begins with this: who it says it is.") },
    { MessageType::PeerProof,
        QT_TRANSLATE_NOOP("salon::MessageWords", "Proves by a signature that a device is who it said to be.") },
    { MessageType::PeerReady,
        QT_TRANSLATE_NOOP("salon::MessageWords",
            "Whoever sends this accepts to talk, and tells up to which number messages have arrived there.") },
    { MessageType::PeerMessage,
        QT_TRANSLATE_NOOP("salon::MessageWords", "A message from device to device, or the offer of a file.") },
    { MessageType::PeerReceived,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "The device that sends this has stored everything up to this number.") },
    { MessageType::PeerRefused,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "The device that sends this will never take the message with this number.") },
    { MessageType::PeerAcceptFile,
        QT_TRANSLATE_NOOP(
            "salon::MessageWords", "The file is wanted, from this byte on: those before it are there already.") },
    { MessageType::PeerFileChunk, QT_TRANSLATE_NOOP("salon::MessageWords", "A piece of a file.") },
    { MessageType::PeerFileEnd,
        QT_TRANSLATE_NOOP("salon::MessageWords", "The end of a file: it is whole, or why it is not.") },
};

} // namespace

QString MessageWords::purpose(quint32 type)
{
    const auto *words = std::find_if(
        std::begin(AllWords), std::end(AllWords), [type](const Words &row) { return quint32(row.type) == type; });
    return words == std::end(AllWords)
        ? tr("A message that this program does not know. It skips it; so old and new programs understand each other.")
        : QCoreApplication::translate("salon::MessageWords", words->purpose);
}

QString MessageWords::role(MessageRole role, bool sent, quint64 correlation, With with)
{
    const bool isServer = with == With::Server;
    switch (role) {
    case MessageRole::Request:
        if (sent) {
            return (isServer ? tr("A request from this program. The server will answer with the same number, %1.")
                             : tr("A request from this device. The other will answer with the same number, %1."))
                .arg(correlation);
        }
        return (isServer ? tr("A request from the server. This program answers with the same number, %1.")
                         : tr("A request from the other device. This one answers with the same number, %1."))
            .arg(correlation);
    case MessageRole::Reply:
        return tr("The answer to the request with the number %1.").arg(correlation);
    case MessageRole::Push:
        return isServer ? tr("Told without having been asked; nothing answers it.")
                        : tr("Told without having been asked; what comes back is a message of its own.");
    case MessageRole::Notice:
        return isServer ? tr("Told to the server; nothing answers it.")
                        : tr("Told to the other device; nothing answers it.");
    }
    return {};
}

} // namespace salon
