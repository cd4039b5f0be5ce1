// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/room_visits.h"

#include <algorithm>
#include <utility>

namespace salon::server {

RoomVisit::RoomVisit(RoomVisits &visits, GuestId guest, const QString &address)
    : m_visits(&visits)
    , m_guest(guest)
    , m_address(address)
{
}

RoomVisit::~RoomVisit()
{
    if (!m_visits)
        return;
    m_visits->m_visits.remove(m_guest);
    m_visits->ask([guest = m_guest](RoomDoor &door) { door.leave(guest); });
}

quint64 RoomVisit::nextRequest()
{
    ++m_unanswered;
    return ++m_requests;
}

quint64 RoomVisit::say(const QString &text)
{
    const quint64 request = nextRequest();
    m_visits->ask([guest = m_guest, request, text](RoomDoor &door) { door.say(guest, request, text); });
    return request;
}

quint64 RoomVisit::rename(const QString &name)
{
    const quint64 request = nextRequest();
    m_visits->ask([guest = m_guest, request, name](RoomDoor &door) { door.rename(guest, request, name); });
    return request;
}

quint64 RoomVisit::tell(const QString &rest)
{
    const quint64 request = nextRequest();
    m_visits->ask([guest = m_guest, request, rest](RoomDoor &door) { door.tell(guest, request, rest); });
    return request;
}

quint64 RoomVisit::listPeople()
{
    const quint64 request = nextRequest();
    m_visits->ask([guest = m_guest, request](RoomDoor &door) { door.listPeople(guest, request); });
    return request;
}

void RoomVisit::noteData(qint64 bytes, const QByteArray &sha256)
{
    m_visits->ask([guest = m_guest, bytes, sha256](RoomDoor &door) { door.noteData(guest, bytes, sha256); });
}

void RoomVisit::takeAnswer(const GuestAnswer &answer)
{
    const bool wasBusy = isBusy();
    --m_unanswered;
    // Whoever hears one of these may end the visit.
    const QPointer<RoomVisit> self(this);
    Q_EMIT answered(answer);
    if (self && wasBusy && !isBusy())
        Q_EMIT becameFree();
    if (self && m_unanswered == 0)
        Q_EMIT becameIdle();
}

RoomVisits::RoomVisits(RoomDoor &door, SharedGuestNumbers numbers, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_numbers(std::move(numbers))
{
    connect(
        &door, &RoomDoor::welcomed, this,
        [this](const GuestWelcome &welcome) {
            if (RoomVisit *visit = m_visits.value(welcome.guest)) {
                visit->m_name = visit->m_firstName = welcome.name;
                Q_EMIT visit->welcomed(welcome);
            }
        },
        Qt::QueuedConnection);
    connect(
        &door, &RoomDoor::answered, this,
        [this](const GuestAnswer &answer) {
            RoomVisit *visit = m_visits.value(answer.guest);
            if (!visit)
                return;
            if (answer.done && answer.renames) {
                const QString from = std::exchange(visit->m_name, answer.name);
                Q_EMIT renamed(answer.guest, from, answer.name);
            }
            visit->takeAnswer(answer);
        },
        Qt::QueuedConnection);
    connect(
        &door, &RoomDoor::toldPrivately, this,
        [this](const PrivateWord &word) {
            if (RoomVisit *visit = m_visits.value(word.guest))
                Q_EMIT visit->toldPrivately(word);
        },
        Qt::QueuedConnection);
    connect(&door, &RoomDoor::refused, this, &RoomVisits::refused, Qt::QueuedConnection);
    connect(&door, &RoomDoor::arrivalsLeftOut, this, &RoomVisits::arrivalsLeftOut, Qt::QueuedConnection);
    connect(&door, &RoomDoor::heard, this, &RoomVisits::heard, Qt::QueuedConnection);
}

RoomVisits::~RoomVisits()
{
    for (RoomVisit *visit : std::as_const(m_visits)) {
        visit->m_visits.clear();
        ask([guest = visit->m_guest](RoomDoor &door) { door.leave(guest); });
    }
}

std::unique_ptr<RoomVisit> RoomVisits::begin(GuestArrival arrival, const PeerAddress &peer)
{
    std::unique_ptr<RoomVisit> visit(new RoomVisit(*this, m_numbers->next(), peer.text));
    m_visits.insert(visit->m_guest, visit.get());
    arrival.guest = visit->m_guest;
    arrival.address = peer.text;
    arrival.prefix = peer.prefix;
    ask([arrival](RoomDoor &room) { room.arrive(arrival); });
    return visit;
}

const RoomVisit *RoomVisits::find(const QString &who) const
{
    const auto findBy = [this](auto fits) -> const RoomVisit * {
        const auto found = std::find_if(m_visits.begin(), m_visits.end(), fits);
        return found == m_visits.end() ? nullptr : *found;
    };
    // A number cannot be chosen, a name can.
    if (const auto *visit = findBy([&](const RoomVisit *each) { return QString::number(each->m_guest.value) == who; }))
        return visit;
    if (const auto *visit
        = findBy([&](const RoomVisit *each) { return each->m_name.compare(who, Qt::CaseInsensitive) == 0; }))
        return visit;
    return findBy([&](const RoomVisit *each) {
        return each->m_firstName.compare(who, Qt::CaseInsensitive) == 0 || each->m_address == who;
    });
}

void RoomVisits::sayItself(const QString &text)
{
    ask([text](RoomDoor &door) { door.sayItself(text); });
}

} // namespace salon::server
