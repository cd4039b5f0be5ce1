// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/error.h"
#include "shared/base/ids.h"
#include "shared/base/strong_id.h"
#include "shared/base/vocabulary.h"

#include <QList>
#include <QObject>
#include <QString>

namespace salon::server {

/// Somebody without an account who came in through a gateway. The gateway gives the number, never twice in one process
/// (GuestNumbers), so that "guest-3" means one guest.
using GuestId = StrongId<struct GuestIdTag>;

struct GuestArrival
{
    GuestId guest{};
    QString door{}; ///< as EventKind::GuestArrived names it: "text", "multichat" …
    QString address{}; ///< "192.0.2.7:51234"; for the operator, and for the room if `tellsAddress`
    QString prefix{}; ///< of it, as PeerAddress::prefix; guests of one prefix share a limit. Empty: this machine
    bool tellsAddress = false;
    /// The room hears of the guest after this time, and of the end if it heard of the arrival; a guest that only posts
    /// one line and goes is no event. 0: at once.
    quint32 quietMs = 0;
    bool hearsPrivately = true; ///< toldPrivately() can be told to the guest
    friend bool operator==(const GuestArrival &, const GuestArrival &) = default;
};

struct GuestWelcome
{
    GuestId guest{};
    QString name{}; ///< what the guest is called until it takes another one: "guest-3"
    QString room{};
    friend bool operator==(const GuestWelcome &, const GuestWelcome &) = default;
};

/// Somebody that /who shows.
struct DoorPerson
{
    QString name{};
    QString login{}; ///< empty for a guest
    PresenceState presence = PresenceState::Online;
    friend bool operator==(const DoorPerson &, const DoorPerson &) = default;
};

/// What became of one request of a guest. Every say(), rename(), tell() and listPeople() gets one.
struct GuestAnswer
{
    GuestId guest{};
    quint64 request = 0; ///< as the gateway numbered it
    bool done = true;
    Error error{}; ///< when not done: the reason
    bool renames = false; ///< the answer to rename()
    QString name{}; ///< rename(): the name from now on; tell(): who was found
    QList<DoorPerson> people{}; ///< listPeople(): members who are here, then guests, by name; at most MaxPeople
    int peopleCount = 0; ///< listPeople(): how many there are
    friend bool operator==(const GuestAnswer &, const GuestAnswer &) = default;
};

/// Something that happened in the door's room, as committed and in the room's order; what guests of the door said too.
struct RoomWord
{
    EventKind kind = EventKind::Message;
    GuestId guest{}; ///< the guest of this door who caused it; invalid: somebody else
    QString name{}; ///< to be shown: a guest's, a member's; empty for the operator and the server
    Role role = Role::Member; ///< of the author's account; Bot for guests
    QString text{}; ///< Message, Edited (what stands there now), Announcement
    TextFormat format = TextFormat::Plain; ///< Message, Edited
    QList<QString> params{}; ///< as EventKind says
    Seq seq = 0;
    qint64 timeMs = 0; ///< since 1970 UTC
    friend bool operator==(const RoomWord &, const RoomWord &) = default;
};

/// A message to one guest alone: of another guest, or of a member.
struct PrivateWord
{
    GuestId guest{}; ///< who gets it
    QString name{}; ///< of whom
    QString text{};
    friend bool operator==(const PrivateWord &, const PrivateWord &) = default;
};

/// How a gateway reaches its room: people without an account speak through the gateway's own account, under a name of
/// their own (an alias). One door per gateway; it lives in the domain thread, its gateway in the gateways thread.
///
/// The gateway's side calls by queued signals or invocations only, never directly from its thread, and everything is a
/// value; what it calls for one guest takes effect in the order called. It begins with arrive(), ends with leave(), and
/// after leave() nothing comes for that guest any more. A gateway has at most MaxUnanswered requests of one guest
/// unanswered and then stops reading that guest's socket: the door holds a message back when a guest writes faster than
/// it may (a burst, then so many a second), and refuses it with RateLimited only after ten seconds.
///
/// Calls before opened() are held. Everything that arrives after refused() is answered with its error.
/// `server/gateways/room_visits.h` is the counterpart that gateways use. A fake in tests records and answers.
class RoomDoor : public QObject
{
    Q_OBJECT

public:
    static constexpr int MaxUnanswered = 4;
    static constexpr int MaxPeople = 200;

    using QObject::QObject;
    ~RoomDoor() override = default;

public Q_SLOTS:
    /// Answered by welcomed().
    virtual void arrive(const salon::server::GuestArrival &arrival) = 0;
    /// Posts to the room; errors are those of checkMessageText(), or of the store.
    virtual void say(salon::server::GuestId guest, quint64 request, const QString &text) = 0;
    /// Another name: by the rules of display names, without blanks, unlike those of accounts and other guests. Errors:
    /// InvalidDisplayName, NameLooksAlike.
    virtual void rename(salon::server::GuestId guest, quint64 request, const QString &name) = 0;
    /// A private message: `rest` is a guest's name, or a member's name or login, then a blank or a colon, then the
    /// text. A member finds it in a direct room with the gateway's account and answers there. Errors: AccountUnknown,
    /// EmptyText, those of say().
    virtual void tell(salon::server::GuestId guest, quint64 request, const QString &rest) = 0;
    virtual void listPeople(salon::server::GuestId guest, quint64 request) = 0;
    /// The guest sent data that is no message: noted in the room as EventKind::DataReceived, in turn
    /// like a message. Not answered.
    virtual void noteData(salon::server::GuestId guest, qint64 bytes, const QByteArray &sha256) = 0;
    /// The guest is gone; what it said before is still posted, unless its turn comes too late.
    virtual void leave(salon::server::GuestId guest) = 0;
    /// The gateway's own account says something in the room, without a guest. Not answered.
    virtual void sayItself(const QString &text) = 0;

Q_SIGNALS:
    /// The account and the room are there.
    void opened(salon::RoomId room, const QString &roomName);
    /// There will be no room: the login belongs to a person, or the store refused.
    void refused(const salon::Error &error);

    void welcomed(const salon::server::GuestWelcome &welcome);
    void answered(const salon::server::GuestAnswer &answer);
    /// For all guests of the door; each sees but its own.
    void heard(const salon::server::RoomWord &word);
    void toldPrivately(const salon::server::PrivateWord &word);
    /// So many came at once that the room is not told of all of them: how many, from time to time.
    void arrivalsLeftOut(int count);

    /// For the operator: `address` is always there.
    void guestArrived(const QString &door, const QString &name, const QString &address);
    void guestLeft(const QString &door, const QString &name, const QString &address);
};

} // namespace salon::server

Q_DECLARE_METATYPE(salon::server::GuestId)
