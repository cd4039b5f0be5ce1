// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"
#include "server/dispatch/door_opening.h"
#include "server/dispatch/guest_book.h"
#include "server/dispatch/guest_talks.h"
#include "server/dispatch/guest_turns.h"
#include "shared/base/token_bucket.h"

#include <QTimer>
#include <deque>
#include <functional>
#include <map>

namespace salon::server {

/// The door of one gateway: see RoomDoor. Guests write as often as GuestTurns lets them; when more come at once than
/// the room can be told of, it hears neither of the arrival nor of the end of the others.
class GatewayDoor final : public RoomDoor
{
    Q_OBJECT

public:
    GatewayDoor(CommandContext &context, GuestBook &names, const DoorWish &wish);
    ~GatewayDoor() override;

    void arrive(const GuestArrival &arrival) override;
    void say(GuestId guest, quint64 request, const QString &text) override;
    void rename(GuestId guest, quint64 request, const QString &name) override;
    void tell(GuestId guest, quint64 request, const QString &rest) override;
    void listPeople(GuestId guest, quint64 request) override;
    void noteData(GuestId guest, qint64 bytes, const QByteArray &sha256) override;
    void leave(GuestId guest) override;
    void sayItself(const QString &text) override;

private:
    using Action = std::function<void()>;
    struct Guest
    {
        GuestArrival arrival{};
        bool toldRoom = false;
    };

    void takeOpened(AccountId account, RoomId room);
    void takeRefused(const Error &error);
    /// Runs an order once the door is open, or answers it with why it is not.
    void whenOpen(Action action);
    /// Runs an order of a guest behind its earlier ones, and as soon as it may.
    void inTurn(GuestId guest, GuestTurns::Order order);
    /// The same for an order that wants an answer.
    void request(GuestId guest, quint64 number, Action action);

    void welcome(const GuestArrival &arrival);
    void tellRoomOf(GuestId guest);
    [[nodiscard]] bool mayTellArrival();
    void post(GuestId guest, quint64 request, const QString &text);
    void showPeople(GuestId guest, quint64 request);
    void part(GuestId guest);

    void takePublished(const Event &event);
    void takeWord(const Event &event);
    [[nodiscard]] static QString textWithFiles(const Event &event);

    [[nodiscard]] const Account &account() const { return *m_context.state.accounts.find(m_account); }
    [[nodiscard]] Event eventOf(GuestId guest, EventKind kind) const;
    /// Stores an event, publishes it as the guest's, then calls `done`.
    void append(GuestId guest, const Event &event, std::function<void(const Result<> &)> done);
    void answer(GuestId guest, quint64 request, const Result<> &outcome);

    CommandContext &m_context;
    GuestBook &m_names;
    DoorWish m_wish;
    DoorOpening m_opening;
    AccountId m_account{};
    RoomId m_room{};
    std::optional<Error> m_refusal;
    std::deque<Action> m_held; ///< until the door is open
    std::map<GuestId, Guest> m_guests;
    GuestTurns m_turns;
    TokenBucket m_arrivals; ///< that the room is told of
    QTimer m_tellLeftOut;
    int m_arrivalsLeftOut = 0;
    GuestTalks m_talks;
    GuestId m_speaking{}; ///< whose event is being published
};

} // namespace salon::server
