// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"
#include "server/dispatch/command_context.h"
#include "server/dispatch/guest_book.h"

#include <QHash>
#include <QObject>
#include <functional>
#include <map>

namespace salon::server {

/// What guests of one door and members say to each other alone: between guests nothing is stored; a member finds it in
/// a direct room with the gateway's account, and answers there. Domain thread.
class GuestTalks : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `ownDoor` is the door named when nobody is known to have been there.
    GuestTalks(CommandContext &context, const GuestBook &names, const QString &ownDoor);

    /// The gateway's account and room, before anything else.
    void open(AccountId account, RoomId room);
    void enter(const GuestArrival &arrival);
    /// Those who talked with it are told. Its name must still be there.
    void leave(GuestId guest);
    /// RoomDoor::tell(); answered() follows.
    void tell(GuestId guest, quint64 request, const QString &rest);
    /// A message that somebody else wrote, in whichever room but the door's.
    void takeReply(const Event &event);

Q_SIGNALS:
    void answered(const salon::server::GuestAnswer &answer);
    void toldPrivately(const salon::server::PrivateWord &word);

private:
    /// A direct room between the gateway's account and a member.
    struct Talk
    {
        GuestId guest{}; ///< who wrote there last and is still here
        QString alias{}; ///< of the last one
        QString door{}; ///< the same
    };
    /// Whom a private message is for, and what it says.
    struct Recipient
    {
        GuestId guest{};
        const Account *member = nullptr;
        QString name{};
        QString text{};
    };

    [[nodiscard]] Recipient recipientOf(const QString &rest) const;
    void writeTo(GuestId guest, quint64 request, const Recipient &to);
    void writeInTalk(GuestId guest, quint64 request, RoomId room, const Recipient &to);
    void tellGone(RoomId room, const Talk &talk);
    [[nodiscard]] const Account &account() const { return *m_context.state.accounts.find(m_account); }
    void answer(GuestId guest, quint64 request, const Result<> &outcome, const QString &name = {});
    /// Stores and publishes an event, then calls `done`.
    void append(const Event &event, std::function<void(const Result<> &)> done);

    CommandContext &m_context;
    const GuestBook &m_names;
    QString m_ownDoor;
    AccountId m_account{};
    RoomId m_room{};
    std::map<GuestId, GuestArrival> m_guests;
    QHash<RoomId, Talk> m_talks;
};

} // namespace salon::server
