// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/search_queries.h"
#include "server/store/store_changes.h"
#include "server/store/store_contents.h"
#include "server/store/store_files.h"
#include "shared/base/result.h"

#include <QObject>
#include <functional>

namespace salon::server {

/// Gets an outcome in the domain thread.
template <class T = void>
using Answer = std::function<void(const Result<T> &outcome)>;

/// What the server keeps. Used from the domain thread alone; nothing here blocks but load() and the destructor.
///
/// Changes are applied in the order given. Each is whole or not at all; those waiting while a commit runs share the
/// next one. `done` is called after the commit, in the same order as the changes; the outcomes of one commit arrive in
/// one turn of the event loop. Seqs are given inside the transaction, so that a log never has a hole.
///
/// Refusals name the rule that was broken (LoginTaken, CounterSkipped …) and concern one change. StorageFull and
/// StorageFailed (with retryAfterMs) concern all changes of a commit: nothing of it was kept, asking again later can
/// succeed. Reads go on meanwhile.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Finishes what was asked; outcomes not yet delivered are dropped.
    ~Store() override = default;

    /// Everything but the logs. Once, before any change.
    [[nodiscard]] virtual Result<StoreContents> load() = 0;

    /// Refuses with CounterSkipped{expected} (temporary), CounterReused{next}, SlowMode (temporary, with retryAfterMs)
    /// or, which uses up the number, NotAMember (the author left after asking), unless the cid is known. What has a
    /// target is looked at in the transaction, and refused with what isForGood() says. A text that is deleted is
    /// overwritten, in the write-ahead log soon after. A file that is not there for the author is refused with
    /// FileUnknown{name}, which uses up nothing.
    virtual void appendMessage(MessageDraft draft, Answer<AppendedMessage> done) = 0;
    /// Refuses with CounterSkipped{expected} (temporary) or CounterReused{next}, unless the cid is known.
    virtual void useCounter(CounterUse use, Answer<CounterUsed> done) = 0;
    /// Forgets the numbers of a login without device.
    virtual void forgetDevice(DeviceId device) = 0;
    virtual void appendEvent(Event draft, Answer<Event> done) = 0;

    /// Refuses with LoginTaken, NameLooksAlike, InvitationUnknown, InvitationExpired, OwnerCodeWrong (used already),
    /// DeviceProofInvalid (the key belongs to somebody).
    virtual void createAccount(NewAccount account, Answer<CreatedAccount> done) = 0;
    /// Refuses with NameLooksAlike, OwnerCodeWrong.
    virtual void changeAccount(AccountChange change, Answer<> done) = 0;
    /// Refuses with DeviceProofInvalid.
    virtual void enrolDevice(Device draft, Answer<Device> done) = 0;
    virtual void removeDevices(QList<DeviceId> devices, Answer<> done) = 0;
    /// For the lists of people and devices; `device` may be invalid. Lost without harm.
    virtual void noteSeen(AccountId account, DeviceId device, qint64 timeMs) = 0;
    virtual void createInvitation(Invitation invitation, Answer<> done) = 0;

    /// Refuses with RoomNameTaken.
    virtual void createRoom(NewRoom room, Answer<CreatedRoom> done) = 0;
    /// Refuses with RoomNameTaken.
    virtual void changeRoom(RoomChange change, Answer<Event> done) = 0;
    /// Refuses with AlreadyMember, Banned.
    virtual void addMember(MemberChange change, Answer<EnteredMember> done) = 0;
    /// Refuses with NothingToChange: not a member, or banned already.
    virtual void removeFromRoom(MemberRemoval removal, Answer<Event> done) = 0;
    /// Refuses with NotBanned.
    virtual void liftBan(BanLift lift, Answer<Event> done) = 0;
    /// True: it is so now and was not. Refuses with MessageUnknown, TooManySaved{limit}.
    virtual void saveMessage(SavedChange change, Answer<bool> done) = 0;
    /// Refuses with NotAMember.
    virtual void removeMember(MemberChange change, Answer<Event> done) = 0;
    /// Moves forward only, never past the head, and ends the unread mark unless it is to be kept; answers where the
    /// position is then. Refuses with NotAMember.
    virtual void moveReadPosition(ReadMove move, Answer<ReadPosition> done) = 0;
    /// Goes back only; a place that is not read yet, or that the account cannot get, changes nothing. Like
    /// moveReadPosition() otherwise.
    virtual void markUnread(UnreadMark mark, Answer<ReadPosition> done) = 0;
    /// Refuses with NotAMember.
    virtual void setAttention(AttentionChange change, Answer<> done) = 0;

    /// Who had read everything has done so afterwards, too.
    virtual void importMessages(ImportBatch batch, Answer<ImportedBatch> done) = 0;

    virtual void raiseFloor(FloorRaise raise, Answer<FloorRaised> done) = 0;
    virtual void sweepTexts(TextSweep sweep, Answer<SweptTexts> done) = 0;

    /// The content is on disk: it can be named. True: it was not there before.
    virtual void addBlob(BlobKeep blob, Answer<bool> done) = 0;
    /// The size of a content that is there and that the account may name: it or a message that it can read has it.
    /// Keeps it for another while. Nothing: not there for this account.
    virtual void claimBlob(BlobKeep blob, Answer<std::optional<quint64>> done) = 0;
    /// Forgets some contents that no message has named and nobody asked for since; answers them.
    virtual void dropUnnamedBlobs(qint64 beforeMs, Answer<QList<FreedBlob>> done) = 0;

    /// Calls `then` when all that was asked before is settled, kept or not, and its outcomes were told.
    virtual void afterEarlier(std::function<void()> then) = 0;

    /// Sees at least what was committed before the call. A page that could not be read to its end is an error, never a
    /// shorter page.
    virtual void readPage(PageQuery query, Answer<EventPage> done) = 0;
    /// Like readPage().
    virtual void findAge(AgeQuery query, Answer<AgeFound> done) = 0;
    /// Like readPage().
    virtual void readList(ListQuery query, Answer<EventList> done) = 0;
    /// Refuses with MessageUnknown, MessageGone.
    virtual void readRevisions(MessageQuery query, Answer<RevisionPage> done) = 0;
    /// Refuses with MessageUnknown, MessageGone.
    virtual void readReactions(MessageQuery query, Answer<QList<Reaction>> done) = 0;
    /// Refuses with MessageUnknown, FileGone.
    virtual void readFile(FileQuery query, Answer<File> done) = 0;
    /// Hashes of all contents that begin with this byte.
    virtual void readBlobHashes(quint8 firstByte, Answer<QList<QByteArray>> done) = 0;
    // What searches need; like readPage().
    virtual void readLog(LogQuery query, Answer<LogPage> done) = 0;
    virtual void readFound(FoundQuery query, Answer<FoundMessages> done) = 0;
    /// Seq of the first event not before the moment; 0: all are older.
    virtual void findMoment(MomentQuery query, Answer<Seq> done) = 0;

Q_SIGNALS:
    /// Storage can no longer be trusted (an fsync failed, the database is damaged, whether a change or a page met it):
    /// the server must stop and say so. Sent once.
    void failedForGood(const salon::Error &error);
};

/// Limits that only the store can see.
inline constexpr qint64 MaxReactionKinds = 20; ///< of one message
inline constexpr qint64 MaxPins = 100; ///< in one room
inline constexpr qint64 MaxSaved = 10'000; ///< of one account

/// Whether the store refused a message or a change for what it is, which used up its number.
[[nodiscard]] constexpr bool isForGood(ErrorCode code)
{
    switch (code) {
    case ErrorCode::EmptyText:
    case ErrorCode::NotAMember:
    case ErrorCode::NotPermitted:
    case ErrorCode::MessageUnknown:
    case ErrorCode::MessageGone:
    case ErrorCode::NothingToChange:
    case ErrorCode::TooManyReactions:
    case ErrorCode::TooManyPins:
        return true;
    default:
        return false;
    }
}

} // namespace salon::server
