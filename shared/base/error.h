// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QMetaType>
#include <QString>
#include <optional>

namespace salon {

/// Numbered error codes shared by server and clients; append only, never renumber. Bands: 1–99 protocol, 100–199
/// accounts, 200–299 rooms, 300–399 messages, 400–499 files, 900–999 state of the server. Parameters are positional
/// (docs/PROTOCOL.md lists them). Codes of 1000 and above never travel: they name what failed on this side.
#define SALON_ERROR_CODES(X)                                                                                           \
    X(MalformedFrame, 1)                                                                                               \
    X(FrameTooLarge, 2)                                                                                                \
    X(MalformedMessage, 3)                                                                                             \
    X(UnknownRequest, 4)                                                                                               \
    X(UnexpectedMessage, 5)                                                                                            \
    X(VersionUnsupported, 6)                                                                                           \
    X(RateLimited, 7)                                                                                                  \
    X(TooManyConnections, 8)                                                                                           \
    X(TimedOut, 9)                                                                                                     \
    X(NotLoggedIn, 100)                                                                                                \
    X(WrongCredentials, 101)                                                                                           \
    X(LoginTaken, 102)                                                                                                 \
    X(NameLooksAlike, 103)                                                                                             \
    X(InvalidLogin, 104)                                                                                               \
    X(InvalidDisplayName, 105)                                                                                         \
    X(PasswordTooShort, 106)                                                                                           \
    X(PasswordTooLong, 107)                                                                                            \
    X(RegistrationClosed, 108)                                                                                         \
    X(InvitationNeeded, 109)                                                                                           \
    X(InvitationUnknown, 110)                                                                                          \
    X(InvitationExpired, 111)                                                                                          \
    X(OwnerCodeWrong, 112)                                                                                             \
    X(DeviceUnknown, 113)                                                                                              \
    X(DeviceProofInvalid, 114)                                                                                         \
    X(TooManyDevices, 115)                                                                                             \
    X(TooManyAttempts, 116)                                                                                            \
    X(AccountBlocked, 117)                                                                                             \
    X(NotPermitted, 118)                                                                                               \
    X(AccountUnknown, 119)                                                                                             \
    X(InvalidStatusText, 120)                                                                                          \
    X(RoomUnknown, 200)                                                                                                \
    X(NotAMember, 201)                                                                                                 \
    X(InvalidRoomName, 202)                                                                                            \
    X(RoomNameTaken, 203)                                                                                              \
    X(InvalidTopic, 204)                                                                                               \
    X(TooManyRooms, 205)                                                                                               \
    X(RoomFull, 206)                                                                                                   \
    X(AlreadyMember, 207)                                                                                              \
    X(CannotLeaveRoom, 208)                                                                                            \
    X(Banned, 209)                                                                                                     \
    X(NotBanned, 210)                                                                                                  \
    X(PostingRestricted, 211)                                                                                          \
    X(FilesNotAllowed, 212)                                                                                            \
    X(InvalidRules, 213)                                                                                               \
    X(EmptyText, 300)                                                                                                  \
    X(TextTooLong, 301)                                                                                                \
    X(LineTooLong, 302)                                                                                                \
    X(TooManyLines, 303)                                                                                               \
    X(InvalidText, 304)                                                                                                \
    X(CounterSkipped, 305)                                                                                             \
    X(CounterReused, 306)                                                                                              \
    X(MessageUnknown, 307)                                                                                             \
    X(MessageGone, 308)                                                                                                \
    X(NothingToChange, 309)                                                                                            \
    X(TooManyReactions, 310)                                                                                           \
    X(InvalidEmoji, 311)                                                                                               \
    X(TooManyPins, 312)                                                                                                \
    X(TooManySaved, 313)                                                                                               \
    X(SlowMode, 314)                                                                                                   \
    X(InvalidSearch, 315)                                                                                              \
    X(SearchTimedOut, 316)                                                                                             \
    X(FileTooLarge, 400)                                                                                               \
    X(TooManyFiles, 401)                                                                                               \
    X(InvalidFileName, 402)                                                                                            \
    X(FileUnknown, 403)                                                                                                \
    X(FileGone, 404)                                                                                                   \
    X(FileDamaged, 405)                                                                                                \
    X(UploadUnknown, 406)                                                                                              \
    X(OffsetWrong, 407)                                                                                                \
    X(TooManyTransfers, 408)                                                                                           \
    X(DailyQuotaReached, 409)                                                                                          \
    X(QuotaReached, 410)                                                                                               \
    X(ServerBusy, 900)                                                                                                 \
    X(StorageFull, 901)                                                                                                \
    X(StorageFailed, 902)                                                                                              \
    X(ShuttingDown, 903)                                                                                               \
    X(Internal, 904)                                                                                                   \
    X(ConnectionLost, 1000)                                                                                            \
    X(HostNotFound, 1001)                                                                                              \
    X(ConnectionRefused, 1002)                                                                                         \
    X(TlsFailed, 1003)                                                                                                 \
    X(ServerKeyChanged, 1004)                                                                                          \
    X(CannotOpenFile, 1005)                                                                                            \
    X(DatabaseDamaged, 1006)                                                                                           \
    X(AlreadyRunning, 1007)                                                                                            \
    X(InvalidAddress, 1008)                                                                                            \
    X(AddressInUse, 1009)                                                                                              \
    X(Canceled, 1010)                                                                                                  \
    X(SlowReader, 1011)                                                                                                \
    X(FileChanged, 1012)

enum class ErrorCode : quint16
{
#define SALON_ENUMERATOR(name, number) name = number,
    SALON_ERROR_CODES(SALON_ENUMERATOR)
#undef SALON_ENUMERATOR
};

/// Name of a code as in the protocol document; empty for a number this build does not know.
[[nodiscard]] QLatin1StringView errorName(ErrorCode code);

/// Why something did not happen. `detail` is for logs and never shown; `params` are put into the sentence that a client
/// makes of `code`. `retryAfterMs` is set when trying again later can succeed.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail{};
    QList<QString> params{};
    std::optional<quint32> retryAfterMs{};

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace salon

Q_DECLARE_METATYPE(salon::Error)
