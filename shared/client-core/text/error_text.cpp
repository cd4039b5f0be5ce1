// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/error_text.h"

#include "shared/client-core/files/file_kind.h"
#include "shared/transport/tls_identity.h"

#include <QLocale>
#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// A row of the table: the sentence, and how many of the error's parameters it takes (%1, %2).
struct Words
{
    ErrorCode code;
    const char *sentence;
    int params;
};

// Marked for the catalogues here, translated when asked for.
constexpr Words AllWords[] = {
    { ErrorCode::MalformedFrame,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "The server and this program do not understand each other. "
            "Check that you connect to a Salon server."),
        0 },
    { ErrorCode::FrameTooLarge, QT_TRANSLATE_NOOP("salon::ErrorText", "What was sent is too large for the server."),
        0 },
    { ErrorCode::MalformedMessage,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "The server and this program do not understand each other. "
            "One of them may need an update."),
        0 },
    { ErrorCode::UnknownRequest,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This server is too old for that. Ask its operator to update it."), 0 },
    { ErrorCode::UnexpectedMessage,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The server sent something unexpected. Try again."), 0 },
    { ErrorCode::VersionUnsupported,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "The server speaks another version of the protocol. Update this program."),
        0 },
    { ErrorCode::RateLimited,
        QT_TRANSLATE_NOOP("salon::ErrorText", "That was too fast for the server. It goes on in a moment."), 0 },
    { ErrorCode::TooManyConnections,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The server has too many connections now. Try again later."), 0 },
    { ErrorCode::TimedOut, QT_TRANSLATE_NOOP("salon::ErrorText", "The server does not answer. Try again."), 0 },

    { ErrorCode::NotLoggedIn, QT_TRANSLATE_NOOP("salon::ErrorText", "You are not logged in."), 0 },
    { ErrorCode::WrongCredentials,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The username or the password is wrong. Check both and try again."), 0 },
    { ErrorCode::LoginTaken,
        QT_TRANSLATE_NOOP("salon::ErrorText", "Somebody has this username already. Choose another one."), 0 },
    { ErrorCode::NameLooksAlike,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This name looks too much like another one here. Choose another one."),
        0 },
    { ErrorCode::InvalidLogin,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "A username has 1 to 32 characters: letters a to z, digits, dot, "
            "dash and underscore, starting with a letter or a digit."),
        0 },
    { ErrorCode::InvalidDisplayName,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This name cannot be used: 1 to 32 visible characters are allowed."), 0 },
    { ErrorCode::PasswordTooShort,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The password is too short: at least %1 characters, please."), 1 },
    { ErrorCode::PasswordTooLong,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The password is too long: at most %1 bytes are allowed."), 1 },
    { ErrorCode::RegistrationClosed,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This server takes no new accounts. Ask its operator for one."), 0 },
    { ErrorCode::InvitationNeeded,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This server asks for an invitation. Ask somebody there for a link."),
        0 },
    { ErrorCode::InvitationUnknown,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "This invitation is not valid, or it was used already. Ask for a new one."),
        0 },
    { ErrorCode::InvitationExpired,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This invitation has expired. Ask for a new one."), 0 },
    { ErrorCode::OwnerCodeWrong,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "The owner code is wrong, or it was used already. The server showed it "
            "when it was started for the first time."),
        0 },
    { ErrorCode::DeviceUnknown,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "The server does not know this device, or it was removed from the "
            "account. Log in with your password."),
        0 },
    { ErrorCode::DeviceProofInvalid,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "The server did not accept this device's key. Log in with your password."),
        0 },
    { ErrorCode::TooManyDevices,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This account has too many devices. Remove one that you no longer use."),
        0 },
    { ErrorCode::TooManyAttempts,
        QT_TRANSLATE_NOOP("salon::ErrorText", "There were too many wrong attempts. Wait a little, then try again."),
        0 },
    { ErrorCode::AccountBlocked,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This account is blocked. Ask the operator of the server."), 0 },
    { ErrorCode::NotPermitted, QT_TRANSLATE_NOOP("salon::ErrorText", "You are not allowed to do that."), 0 },
    { ErrorCode::AccountUnknown, QT_TRANSLATE_NOOP("salon::ErrorText", "There is nobody of that name."), 0 },
    { ErrorCode::InvalidStatusText, QT_TRANSLATE_NOOP("salon::ErrorText", "A status is one line of at most 200 bytes."),
        0 },

    { ErrorCode::RoomUnknown, QT_TRANSLATE_NOOP("salon::ErrorText", "This room does not exist."), 0 },
    { ErrorCode::NotAMember, QT_TRANSLATE_NOOP("salon::ErrorText", "You are not a member of this room. Join it first."),
        0 },
    { ErrorCode::InvalidRoomName,
        QT_TRANSLATE_NOOP("salon::ErrorText", "A room's name has 1 to 64 visible characters."), 0 },
    { ErrorCode::RoomNameTaken,
        QT_TRANSLATE_NOOP("salon::ErrorText", "There is a room of that name already. Choose another name."), 0 },
    { ErrorCode::InvalidTopic, QT_TRANSLATE_NOOP("salon::ErrorText", "A topic is one line of at most 390 bytes."), 0 },
    { ErrorCode::TooManyRooms,
        QT_TRANSLATE_NOOP("salon::ErrorText", "You have reached the limit of rooms. Leave one, or try again tomorrow."),
        0 },
    { ErrorCode::RoomFull, QT_TRANSLATE_NOOP("salon::ErrorText", "This room is full."), 0 },
    { ErrorCode::AlreadyMember, QT_TRANSLATE_NOOP("salon::ErrorText", "This person is in the room already."), 0 },
    { ErrorCode::CannotLeaveRoom, QT_TRANSLATE_NOOP("salon::ErrorText", "This room cannot be left."), 0 },
    { ErrorCode::Banned,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "Somebody who was banned from this room cannot come in. A moderator or the maker of the room can lift the "
            "ban."),
        0 },
    { ErrorCode::NotBanned,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This person is not banned from the room and can come in."), 0 },

    { ErrorCode::EmptyText, QT_TRANSLATE_NOOP("salon::ErrorText", "There is nothing to send."), 0 },
    { ErrorCode::TextTooLong,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "This message is too long: it has %1 bytes and %2 are allowed. Split it into several messages."),
        2 },
    { ErrorCode::LineTooLong,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "A line of this message is longer than %1 characters. Break it into several lines."),
        1 },
    { ErrorCode::TooManyLines,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This message has more than %1 lines. Split it into several messages."),
        1 },
    { ErrorCode::InvalidText,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This text contains a broken character. Remove it and try again."), 0 },
    { ErrorCode::CounterSkipped,
        QT_TRANSLATE_NOOP("salon::ErrorText", "An earlier message has to arrive first. It is sent again by itself."),
        0 },
    { ErrorCode::CounterReused,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The message is being numbered anew. It is sent again by itself."), 0 },
    { ErrorCode::MessageUnknown,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "There is no such message here, or it is from before you joined. Choose another one."),
        0 },
    { ErrorCode::MessageGone,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This message was deleted. Nothing about it can be changed any more."),
        0 },
    { ErrorCode::NothingToChange,
        QT_TRANSLATE_NOOP("salon::ErrorText", "Nothing was changed: it is like that already."), 0 },
    { ErrorCode::TooManyReactions,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "This message has as many different reactions as it can have. Choose one of those that are there."),
        0 },
    { ErrorCode::InvalidEmoji,
        QT_TRANSLATE_NOOP("salon::ErrorText", "A reaction is exactly one emoji. Choose one from the list."), 0 },
    { ErrorCode::TooManyPins,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "This room has as many pinned messages as it can have. Unpin one that is no longer needed."),
        0 },
    { ErrorCode::TooManySaved,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "You have saved as many messages as you can. Take one that you no longer need off the list."),
        0 },

    { ErrorCode::PostingRestricted, QT_TRANSLATE_NOOP("salon::ErrorText", "Only its moderators write in this room."),
        0 },
    { ErrorCode::FilesNotAllowed,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The rules of this room do not let you send files there."), 0 },
    { ErrorCode::InvalidRules,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "One of these rules cannot have this value here. Check them and try again."),
        0 },
    { ErrorCode::SlowMode,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This room is in slow mode. Your message goes when its pause is over."),
        0 },
    { ErrorCode::InvalidSearch,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "Nothing can be searched for with that. Give at least one word or one condition."),
        0 },
    { ErrorCode::SearchTimedOut,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The search took too long. Give more words, or a shorter time."), 0 },
    { ErrorCode::FileTooLarge,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The file is too large: this server takes files of up to %1."), 1 },
    { ErrorCode::TooManyFiles,
        QT_TRANSLATE_NOOP("salon::ErrorText", "These are too many files for one message: at most %1 go together."), 1 },
    { ErrorCode::InvalidFileName,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The file has a name that cannot be sent. Rename it and try again."), 0 },
    { ErrorCode::FileUnknown,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The server does not have this file. It is sent again."), 0 },
    { ErrorCode::FileGone,
        QT_TRANSLATE_NOOP("salon::ErrorText", "This file is no longer there: its message was deleted."), 0 },
    { ErrorCode::FileDamaged, QT_TRANSLATE_NOOP("salon::ErrorText", "The file arrived damaged. Try again."), 0 },
    { ErrorCode::UploadUnknown,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "The server no longer knows of this file. It is sent again from where it stopped."),
        0 },
    { ErrorCode::OffsetWrong,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "Part of the file is missing on the server. It is sent again from there."),
        0 },
    { ErrorCode::TooManyTransfers,
        QT_TRANSLATE_NOOP("salon::ErrorText", "Too many files are under way at once. This one waits for the others."),
        0 },
    { ErrorCode::DailyQuotaReached,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "You have sent as many files today as this server allows. Try again tomorrow."),
        0 },
    { ErrorCode::QuotaReached,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The server has no more room for files. Ask its operator."), 0 },

    { ErrorCode::ServerBusy, QT_TRANSLATE_NOOP("salon::ErrorText", "The server is busy. It is tried again by itself."),
        0 },
    { ErrorCode::StorageFull,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The disk is full. Nothing is lost; it is tried again by itself."), 0 },
    { ErrorCode::StorageFailed, QT_TRANSLATE_NOOP("salon::ErrorText", "Saving failed. Keep the text and try again."),
        0 },
    { ErrorCode::ShuttingDown,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The server is being stopped. You are reconnected when it is back."), 0 },
    { ErrorCode::Internal, QT_TRANSLATE_NOOP("salon::ErrorText", "Something went wrong that should not. Try again."),
        0 },

    { ErrorCode::ConnectionLost, QT_TRANSLATE_NOOP("salon::ErrorText", "There is no connection to the server."), 0 },
    { ErrorCode::HostNotFound,
        QT_TRANSLATE_NOOP("salon::ErrorText", "There is no machine of that name. Check the address and your network."),
        0 },
    { ErrorCode::ConnectionRefused,
        QT_TRANSLATE_NOOP(
            "salon::ErrorText", "Nothing answers at this address. Check it, and whether the server runs."),
        0 },
    { ErrorCode::TlsFailed,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "No secure connection could be made. Check that the address is that of a "
            "Salon server."),
        0 },
    { ErrorCode::ServerKeyChanged,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The server shows another key than before. Nothing was sent to it."), 0 },
    { ErrorCode::CannotOpenFile, QT_TRANSLATE_NOOP("salon::ErrorText", "“%1” cannot be opened. Check its permissions."),
        1 },
    { ErrorCode::DatabaseDamaged,
        QT_TRANSLATE_NOOP("salon::ErrorText", "A database is damaged. It was set aside, and a new one was begun."), 0 },
    { ErrorCode::AlreadyRunning,
        QT_TRANSLATE_NOOP("salon::ErrorText", "Salon is running already with this data folder."), 0 },
    { ErrorCode::InvalidAddress,
        QT_TRANSLATE_NOOP("salon::ErrorText",
            "This is not an address that can be reached. It looks like "
            "“chat.example.org” or “192.168.1.5:7256”, or is a salon:// link."),
        0 },
    { ErrorCode::AddressInUse, QT_TRANSLATE_NOOP("salon::ErrorText", "Another program uses this address already."), 0 },
    { ErrorCode::FileChanged,
        QT_TRANSLATE_NOOP("salon::ErrorText", "The file changed or went away before it was sent. Choose it again."),
        0 },
    { ErrorCode::SlowReader, QT_TRANSLATE_NOOP("salon::ErrorText", "This connection was too slow. It is made again."),
        0 },
    { ErrorCode::Canceled, QT_TRANSLATE_NOOP("salon::ErrorText", "It was canceled."), 0 },
};

/// A number that travelled as text, written as people write it here.
QString shown(const QString &param)
{
    bool isNumber = false;
    const qlonglong number = param.toLongLong(&isNumber);
    return isNumber ? QLocale().toString(number) : param;
}

} // namespace

QString ErrorText::of(const Error &error)
{
    if (error.code == ErrorCode::VersionUnsupported && !error.params.isEmpty()) {
        return tr(
            "“%1” was written by a newer version of Salon. Nothing was changed in it: install that version again to "
            "go on with it.")
            .arg(error.params[0]);
    }
    if (error.code == ErrorCode::TooManyRooms && error.params.size() > 1)
        return tr("%1 has reached the limit of rooms and cannot be added to another.").arg(shown(error.params[1]));
    if (error.code == ErrorCode::Banned && !error.params.isEmpty())
        return tr("%1 is banned from this room. Lift the ban first, or ask a moderator to do it.")
            .arg(shown(error.params[0]));
    if (error.code == ErrorCode::FileTooLarge)
        return tr("The file is too large: this server takes files of up to %1.")
            .arg(sizeText(error.params.value(0).toULongLong()));
    const auto *found = std::find_if(
        std::begin(AllWords), std::end(AllWords), [&](const Words &words) { return words.code == error.code; });
    if (found == std::end(AllWords))
        return tr("The server refused this with the unknown code %1. This program may need an update.")
            .arg(int(error.code));
    QString sentence = tr(found->sentence);
    if (found->params == 1)
        sentence = sentence.arg(shown(error.params.value(0)));
    else if (found->params == 2)
        sentence = sentence.arg(shown(error.params.value(0)), shown(error.params.value(1)));
    return sentence;
}

QString ErrorText::of(const Goaway &goodbye)
{
    QString sentence;
    switch (goodbye.reason) {
    case GoawayReason::Shutdown:
        sentence = tr("The server is being stopped. You are reconnected when it is back.");
        break;
    case GoawayReason::Kicked:
        sentence = tr("You were disconnected by the operator.");
        break;
    case GoawayReason::Revoked:
        sentence = tr("This device was removed from your account.");
        break;
    case GoawayReason::SlowReader:
        sentence = tr("This connection was too slow. It is made again.");
        break;
    case GoawayReason::Protocol:
        sentence = tr("The server and this program do not understand each other. One of them may need an update.");
        break;
    case GoawayReason::TimedOut:
        sentence = tr("The server did not hear from this device for too long.");
        break;
    case GoawayReason::Replaced:
        sentence = tr("This device connected a second time; the other connection stays.");
        break;
    }
    if (sentence.isEmpty())
        sentence = tr("The server ended the connection.");
    //: %1 is a sentence like "You were disconnected by the operator.", %2 what that person wrote
    return goodbye.text.isEmpty() ? sentence : tr("%1 They say: “%2”").arg(sentence, goodbye.text);
}

QString ErrorText::keyChangedTitle()
{
    return tr("The server shows another key");
}

QString ErrorText::keyChangedExplanation(const QString &server, const QByteArray &expected, const QByteArray &presented)
{
    return tr("“%1” has identified itself with another key than the one this device remembers. Nothing was sent.\n\n"
              "Either the server was set up anew, or somebody is in between and pretends to be the server. "
              "Ask the operator, by another way than this program, for the fingerprint that the server shows when it "
              "starts, and compare.\n\n"
              "Remembered: %2\nShown now: %3\n\n"
              "Accept the new key only if it is the operator's.")
        .arg(server, fingerprint(expected), fingerprint(presented));
}

QString ErrorText::fingerprint(const QByteArray &pin)
{
    return fingerprintText(pin);
}

} // namespace salon
