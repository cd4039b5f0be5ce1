// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/room_door.h"
#include "server/gateways/guest_numbers.h"
#include "shared/transport/peer_address.h"

#include <QHash>
#include <QPointer>

namespace salon::server {

class RoomVisits;

/// One guest of a room, as its gateway sees it: asks the room, hears the answers in the order asked. Made by
/// RoomVisits::begin(); deleting it is leaving. Gateways thread.
class RoomVisit : public QObject
{
    Q_OBJECT

public:
    ~RoomVisit() override;

    [[nodiscard]] GuestId guest() const { return m_guest; }
    /// Empty until the room welcomed it.
    [[nodiscard]] const QString &name() const { return m_name; }
    /// How the operator is told of it, never empty: name(), before it is welcomed the address.
    [[nodiscard]] QString calledName() const { return m_name.isEmpty() ? m_address : m_name; }
    /// As many requests are unanswered as may be: read nothing more of this guest until becameFree().
    [[nodiscard]] bool isBusy() const { return m_unanswered >= RoomDoor::MaxUnanswered; }
    [[nodiscard]] bool hasUnanswered() const { return m_unanswered > 0; }

    /// Each gives the number that its answer repeats. See RoomDoor.
    quint64 say(const QString &text);
    quint64 rename(const QString &name);
    quint64 tell(const QString &rest);
    quint64 listPeople();
    void noteData(qint64 bytes, const QByteArray &sha256);

Q_SIGNALS:
    void welcomed(const salon::server::GuestWelcome &welcome);
    void answered(const salon::server::GuestAnswer &answer);
    void toldPrivately(const salon::server::PrivateWord &word);
    /// isBusy() was true and is no more.
    void becameFree();
    /// hasUnanswered() was true and is no more: what was said is in the room.
    void becameIdle();

private:
    friend class RoomVisits;
    RoomVisit(RoomVisits &visits, GuestId guest, const QString &address);
    quint64 nextRequest();
    void takeAnswer(const GuestAnswer &answer);

    QPointer<RoomVisits> m_visits;
    GuestId m_guest;
    QString m_address;
    QString m_firstName; ///< that the room gave
    QString m_name;
    quint64 m_requests = 0;
    int m_unanswered = 0;
};

/// The gateway's end of a RoomDoor, which lives in another thread (or, in tests, in the same): one queued call each way
/// for each thing said, whatever the number of guests. Gateways thread; the door must outlive it.
class RoomVisits : public QObject
{
    Q_OBJECT

public:
    RoomVisits(RoomDoor &door, SharedGuestNumbers numbers, QObject *parent = nullptr);
    ~RoomVisits() override;

    /// Somebody came: `arrival` without number and address. Belongs to the caller.
    [[nodiscard]] std::unique_ptr<RoomVisit> begin(GuestArrival arrival, const PeerAddress &peer);
    /// Whoever has this number, is called so, was called so at first, or has this address; nullptr when there is
    /// nobody.
    [[nodiscard]] const RoomVisit *find(const QString &who) const;
    [[nodiscard]] qsizetype count() const { return m_visits.size(); }
    /// The gateway's own account says something.
    void sayItself(const QString &text);

Q_SIGNALS:
    /// What happens in the room, for all visits; also what they said themselves.
    void heard(const salon::server::RoomWord &word);
    /// There will be no room for anybody; see RoomDoor.
    void refused(const salon::Error &error);
    /// The room does not show so many arrivals; see RoomDoor.
    void arrivalsLeftOut(int count);
    /// A visit took another name.
    void renamed(salon::server::GuestId guest, const QString &from, const QString &to);

private:
    friend class RoomVisit;
    /// Runs in the door's thread.
    template <class Call>
    void ask(Call call)
    {
        QMetaObject::invokeMethod(
            &m_door, [door = &m_door, call = std::move(call)] { call(*door); }, Qt::QueuedConnection);
    }

    RoomDoor &m_door;
    SharedGuestNumbers m_numbers;
    QHash<GuestId, RoomVisit *> m_visits;
};

} // namespace salon::server
