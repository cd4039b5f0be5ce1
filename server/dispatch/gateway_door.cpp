// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/gateway_door.h"

#include "server/dispatch/message_drafts.h"
#include "server/dispatch/room_commands.h"
#include "shared/base/text_checks.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr size_t MaxHeld = 4096;
// A whole class may come at once; what goes on for longer is a loop gone wild.
constexpr double ArrivalBurst = 60;
constexpr double ArrivalsPerSecond = 5;
constexpr auto LeftOutEvery = 5s;

} // namespace

GatewayDoor::GatewayDoor(CommandContext &context, GuestBook &names, const DoorWish &wish)
    : m_context(context)
    , m_names(names)
    , m_wish(wish)
    , m_opening(context, wish)
    , m_turns(context.settings.messages, context.clock)
    , m_talks(context, names, wish.login.mid(GatewayLoginPrefix.size()))
{
    m_tellLeftOut.setSingleShot(true);
    m_tellLeftOut.setInterval(LeftOutEvery);
    connect(&m_tellLeftOut, &QTimer::timeout, this,
        [this] { Q_EMIT arrivalsLeftOut(std::exchange(m_arrivalsLeftOut, 0)); });
    connect(&m_talks, &GuestTalks::answered, this, &GatewayDoor::answered);
    connect(&m_talks, &GuestTalks::toldPrivately, this, &GatewayDoor::toldPrivately);
    connect(&m_opening, &DoorOpening::opened, this, &GatewayDoor::takeOpened);
    connect(&m_opening, &DoorOpening::refused, this, &GatewayDoor::takeRefused);
    connect(&m_context, &CommandContext::published, this, &GatewayDoor::takePublished);
    m_opening.start();
}

GatewayDoor::~GatewayDoor()
{
    for (const auto &[id, guest] : m_guests)
        m_names.leave(id);
}

void GatewayDoor::takeOpened(AccountId account, RoomId room)
{
    m_account = account;
    m_room = room;
    m_talks.open(account, room);
    m_context.presence.set(account, -account.value, PresenceState::Online); // no connection has a negative number
    m_context.presenceChanged();
    Q_EMIT opened(room, m_context.state.rooms.find(room)->name);
    for (const Action &action : std::exchange(m_held, {}))
        action();
}

void GatewayDoor::takeRefused(const Error &error)
{
    m_refusal = error;
    Q_EMIT refused(error);
    for (const Action &action : std::exchange(m_held, {}))
        action();
}

void GatewayDoor::whenOpen(Action action)
{
    if (m_room.isValid() || m_refusal)
        action();
    else if (m_held.size() < MaxHeld)
        m_held.push_back(std::move(action));
}

void GatewayDoor::inTurn(GuestId guest, GuestTurns::Order order)
{
    whenOpen([this, guest, order = std::move(order)] { m_turns.add(guest, order); });
}

void GatewayDoor::request(GuestId guest, quint64 number, Action action)
{
    whenOpen([this, guest, number, action = std::move(action)] {
        if (m_refusal)
            answer(guest, number, fail(*m_refusal));
        else
            m_turns.add(guest, { .run = action, .refuse = [this, guest, number] {
                                    answer(guest, number, fail(ErrorCode::RateLimited));
                                } });
    });
}

Event GatewayDoor::eventOf(GuestId guest, EventKind kind) const
{
    Event event = eventBy(m_context, account(), m_room, kind);
    event.alias = m_names.nameOf(guest);
    return event;
}

void GatewayDoor::append(GuestId guest, const Event &event, std::function<void(const Result<> &)> done)
{
    m_context.store.appendEvent(
        event, [self = QPointer<GatewayDoor>(this), guest, done = std::move(done)](const Result<Event> &stored) {
            if (!self)
                return;
            if (stored) {
                self->m_speaking = guest;
                self->m_context.publish(*stored);
                self->m_speaking = {};
            }
            if (done)
                done(stored ? Result<>() : fail(stored.error()));
        });
}

void GatewayDoor::answer(GuestId guest, quint64 request, const Result<> &outcome)
{
    GuestAnswer result{ .guest = guest, .request = request, .done = bool(outcome) };
    if (!outcome)
        result.error = outcome.error();
    Q_EMIT answered(result);
}

void GatewayDoor::arrive(const GuestArrival &arrival)
{
    whenOpen([this, arrival] {
        if (!m_refusal)
            welcome(arrival);
    });
}

void GatewayDoor::welcome(const GuestArrival &arrival)
{
    if (m_guests.contains(arrival.guest))
        return;
    m_guests[arrival.guest].arrival = arrival;
    m_turns.enter(arrival.guest, arrival.prefix);
    m_talks.enter(arrival);
    const QString name = m_names.enter(arrival.guest, m_wish.guestName);
    Q_EMIT welcomed({ arrival.guest, name, m_context.state.rooms.find(m_room)->name });
    Q_EMIT guestArrived(arrival.door, name, arrival.address);
    if (arrival.quietMs == 0)
        tellRoomOf(arrival.guest);
    else
        QTimer::singleShot(
            std::chrono::milliseconds(arrival.quietMs), this, [this, guest = arrival.guest] { tellRoomOf(guest); });
}

bool GatewayDoor::mayTellArrival()
{
    if (!m_arrivals.take(ArrivalBurst, ArrivalsPerSecond, 1, m_context.clock.monotonicMs()))
        return true;
    ++m_arrivalsLeftOut;
    if (!m_tellLeftOut.isActive())
        m_tellLeftOut.start();
    return false;
}

void GatewayDoor::tellRoomOf(GuestId guest)
{
    const auto found = m_guests.find(guest);
    if (found == m_guests.end() || !mayTellArrival())
        return;
    const GuestArrival &arrival = found->second.arrival;
    found->second.toldRoom = true;
    Event event = eventOf(guest, EventKind::GuestArrived);
    event.params = { arrival.door, arrival.tellsAddress ? arrival.address : QString() };
    append(guest, event, {});
}

void GatewayDoor::say(GuestId guest, quint64 request, const QString &text)
{
    this->request(guest, request, [this, guest, request, text] { post(guest, request, text); });
}

void GatewayDoor::post(GuestId guest, quint64 request, const QString &text)
{
    const auto checked = checkMessageText(text);
    if (!checked) {
        answer(guest, request, fail(checked.error()));
        return;
    }
    if (m_context.state.rooms.find(m_room)->rules.posting != RoomPeople::Everyone) {
        answer(guest, request, fail(ErrorCode::PostingRestricted)); // whoever made the room: the guest did not
        return;
    }
    Event event = eventOf(guest, EventKind::Message);
    event.text = *checked;
    event.mentions = mentionsIn(m_context, *checked, m_room, m_account);
    append(guest, event, [this, guest, request](const Result<> &stored) { answer(guest, request, stored); });
}

void GatewayDoor::rename(GuestId guest, quint64 request, const QString &name)
{
    this->request(guest, request, [this, guest, request, name] {
        const auto taken = m_names.rename(guest, name);
        GuestAnswer result{ .guest = guest, .request = request, .done = taken.has_value(), .renames = true };
        if (taken)
            result.name = *taken;
        else
            result.error = taken.error();
        Q_EMIT answered(result);
    });
}

void GatewayDoor::tell(GuestId guest, quint64 request, const QString &rest)
{
    this->request(guest, request, [this, guest, request, rest] { m_talks.tell(guest, request, rest); });
}

void GatewayDoor::listPeople(GuestId guest, quint64 request)
{
    this->request(guest, request, [this, guest, request] { showPeople(guest, request); });
}

void GatewayDoor::showPeople(GuestId guest, quint64 request)
{
    const auto byName = [](const DoorPerson &left, const DoorPerson &right) {
        return left.name.compare(right.name, Qt::CaseInsensitive) < 0;
    };
    QList<DoorPerson> members;
    for (const AccountId id : m_context.state.rooms.membersOf(m_room)) {
        const Account *member = m_context.state.accounts.find(id);
        const PresenceState state = m_context.presence.stateOf(id);
        if (member && member->role != Role::Bot && state != PresenceState::Offline)
            members.append({ member->displayName, member->login, state });
    }
    std::sort(members.begin(), members.end(), byName);
    QList<DoorPerson> guests;
    for (const auto &[id, other] : m_guests)
        guests.append({ m_names.nameOf(id), {}, PresenceState::Online });
    std::sort(guests.begin(), guests.end(), byName);
    GuestAnswer result{ .guest = guest, .request = request };
    result.people = members + guests;
    result.peopleCount = int(result.people.size());
    result.people = result.people.mid(0, MaxPeople);
    Q_EMIT answered(result);
}

void GatewayDoor::noteData(GuestId guest, qint64 bytes, const QByteArray &sha256)
{
    inTurn(guest, { .run = [this, guest, bytes, sha256] {
        Event event = eventOf(guest, EventKind::DataReceived);
        event.params = { m_guests.at(guest).arrival.door, QString::number(bytes), QString::fromLatin1(sha256.toHex()) };
        append(guest, event, {});
    } });
}

void GatewayDoor::leave(GuestId guest)
{
    inTurn(guest, { .isCounted = false, .run = [this, guest] {
                       part(guest);
                   } });
}

void GatewayDoor::part(GuestId guest)
{
    const auto found = m_guests.find(guest);
    const GuestArrival arrival = found->second.arrival;
    const QString name = m_names.nameOf(guest);
    if (found->second.toldRoom) {
        Event event = eventOf(guest, EventKind::GuestLeft);
        event.params = { arrival.door, arrival.tellsAddress ? arrival.address : QString() };
        append(guest, event, {});
    }
    m_guests.erase(found);
    m_turns.remove(guest);
    m_talks.leave(guest);
    m_names.leave(guest);
    Q_EMIT guestLeft(arrival.door, name, arrival.address);
}

void GatewayDoor::sayItself(const QString &text)
{
    whenOpen([this, text] {
        const auto checked = checkMessageText(text);
        if (m_refusal || !checked)
            return;
        Event event = eventBy(m_context, account(), m_room, EventKind::Message);
        event.text = *checked;
        append({}, event, {});
    });
}

/// Guests see what the files are called.
QString GatewayDoor::textWithFiles(const Event &event)
{
    QStringList lines;
    if (!event.text.isEmpty() || event.files.isEmpty())
        lines.append(event.text);
    for (const File &file : event.files)
        lines.append(u'[' + (file.path.isEmpty() ? QString() : file.path + u'/') + file.name + u']');
    return lines.join(u'\n');
}

void GatewayDoor::takePublished(const Event &event)
{
    if (!m_room.isValid())
        return;
    if (event.room == m_room)
        takeWord(event);
    else if (event.kind == EventKind::Message && event.author != m_account)
        m_talks.takeReply(event);
}

void GatewayDoor::takeWord(const Event &event)
{
    const Account *author = m_context.state.accounts.find(event.author);
    RoomWord word;
    word.kind = event.kind;
    word.guest = event.author == m_account ? m_speaking : GuestId{};
    word.name = event.alias.isEmpty() ? event.authorName : event.alias;
    word.role = author ? author->role : Role::Owner; // without author: the operator, or the server itself
    word.text = textWithFiles(event);
    word.format = event.format;
    word.params = event.params;
    word.seq = event.seq;
    word.timeMs = event.timeMs;
    Q_EMIT heard(word);
}

} // namespace salon::server
