// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/torture_device.h"
#include "shared/protocol/messages/reading.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

constexpr size_t QueueLength = 12;
constexpr size_t Window = 8;
constexpr int RetryMs = 5;

} // namespace

QByteArray textHash(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1);
}

DeliveryRecord recordOf(const RoomEvent &event)
{
    return { event.seq, event.cid, event.cid.isNull() ? QByteArray() : textHash(event.text), event.kind, event.author,
        event.mentions };
}

TortureDevice::TortureDevice(int number, DeviceKey key, QList<RoomId> rooms, quint32 seed)
    : m_number(number)
    , m_key(std::move(key))
    , m_random(seed)
{
    for (const RoomId room : rooms)
        m_rooms[room];
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryMs);
    connect(&m_retry, &QTimer::timeout, this, &TortureDevice::connectNow);
}

TortureDevice::~TortureDevice() = default;

void TortureDevice::start()
{
    connectNow();
}

void TortureDevice::connectNow()
{
    ++m_generation;
    m_ready = false;
    for (auto &[id, room] : m_rooms) {
        room.inFlight = 0;
        room.live = false;
        room.following = false;
    }
    if (m_client)
        m_client.release()->deleteLater();
    m_client = std::make_unique<TestClient>(m_key);
    m_client->keepsPushes = false;
    m_client->onPush = [this](const Envelope &push) {
        take(push);
    };
    connect(m_client.get(), &TestClient::opened, this, &TortureDevice::whenOpened);
    connect(m_client.get(), &TestClient::closed, this, &TortureDevice::lost);
    m_client->startConnecting(m_link);
}

void TortureDevice::lost()
{
    if (!m_retry.isActive())
        m_retry.start();
}

void TortureDevice::whenOpened()
{
    ++m_connections;
    m_client->ask<Welcome>(m_client->hello, std::function([this](const Result<Welcome> &welcome) {
        if (!welcome)
            return;
        m_client->noteWelcome(*welcome);
        m_epoch = welcome->epoch;
        login();
    }));
}

void TortureDevice::login()
{
    m_client->ask<LoggedIn>(LoginWithKey{ m_client->proof() }, std::function([this](const Result<LoggedIn> &in) {
        if (!in)
            return complain(u"login"_s, in.error());
        m_account = in->account;
        resume();
    }));
}

void TortureDevice::resume()
{
    Resume request{ m_epoch, {} };
    for (const auto &[id, room] : m_rooms)
        request.rooms.append({ id, room.last });
    m_client->ask<Resumed>(request, std::function([this](const Result<Resumed> &resumed) {
        if (!resumed)
            return complain(u"resume"_s, resumed.error());
        if (resumed->reset)
            m_complaints.append(u"the server asked to drop the history"_s);
        m_ready = true;
        for (const RoomSummary &summary : resumed->rooms)
            noteSummary(summary);
        for (auto &[id, room] : m_rooms) {
            const auto isIt = [id = id](const auto &entry) {
                return entry.id == id;
            };
            noteMembership(id, std::any_of(resumed->rooms.begin(), resumed->rooms.end(), isIt));
            room.moving = false;
            if (!room.member) {
                giveUpQueue(id);
                continue;
            }
            noteNumbers(*resumed);
            room.live = resumed->live.contains(id);
            if (!room.live)
                follow(id);
            pump(id);
        }
        wanderOn();
    }));
}

void TortureDevice::follow(RoomId id)
{
    Room &room = m_rooms[id];
    if (std::exchange(room.following, true))
        return;
    room.live = false;
    m_client->ask<HistoryPage>(
        Follow{ id, room.last }, std::function([this, id, generation = m_generation](const Result<HistoryPage> &page) {
            if (generation != m_generation)
                return;
            Room &followed = m_rooms[id];
            followed.following = false;
            if (!page && wandersIn(id) && page.error().code == ErrorCode::NotAMember) {
                if (followed.member) // again since then
                    follow(id);
                return;
            }
            if (!page)
                return complain(u"follow"_s, page.error());
            if (page->reset || page->gapTo != 0)
                m_complaints.append(u"reset or gap in room %1"_s.arg(id.value));
            for (const RoomEvent &event : page->events)
                apply(id, event);
            followed.live = page->live && followed.member;
            if (!page->live && followed.member)
                follow(id);
        }));
}

void TortureDevice::take(const Envelope &push)
{
    if (push.is(MessageType::RoomEvent)) {
        if (const auto event = decode<RoomEvent>(push))
            apply(event->room, *event);
    } else if (push.is(MessageType::RoomBehind)) {
        if (const auto behind = decode<RoomBehind>(push))
            follow(behind->room);
    } else if (push.is(MessageType::ReadMoved)) {
        if (const auto moved = decode<ReadMoved>(push))
            m_reads.append(
                { m_number, m_account, moved->room, moved->seq, moved->unread, moved->mentions, moved->head });
    } else if (push.is(MessageType::RoomRemoved)) {
        if (const auto removed = decode<RoomRemoved>(push))
            noteMembership(removed->room, false);
    }
}

void TortureDevice::apply(RoomId id, const RoomEvent &event)
{
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end())
        return;
    Room &room = found->second;
    if (event.seq <= room.last) {
        // Known already: then it must be the same.
        const auto place = event.seq - room.timeline.first().seq;
        if (place >= 0 && room.timeline.at(place).cid != event.cid)
            m_complaints.append(u"seq %1 of room %2 changed"_s.arg(event.seq).arg(id.value));
        return;
    }
    if (event.seq > room.last + 1) {
        follow(id); // something is missing: ask, and get this one again
        return;
    }
    room.last = event.seq;
    room.timeline.append(recordOf(event));
}

void TortureDevice::produce(RoomId id, Room &room)
{
    while (m_producing && room.outbox.size() < QueueLength) {
        const QString filler(qsizetype(m_random.bounded(300)), QChar(char16_t(0x3b1 + m_random.bounded(24))));
        QString text
            = u"appareil %1, salon %2, n° %3 · %4"_s.arg(m_number).arg(id.value).arg(room.counter + 1).arg(filler);
        if (m_random.bounded(8) == 0)
            text += u" @device%1"_s.arg(m_random.bounded(8)); // some of them are there, one of them oneself
        room.outbox.push_back(m_sends.size());
        m_sends.append({ m_number, id, ++room.counter, makeCid(m_clock), textHash(text), {} });
        m_texts.append(text);
    }
}

void TortureDevice::pump(RoomId id)
{
    Room &room = m_rooms[id];
    if (!room.member || !room.numbered)
        return;
    produce(id, room);
    while (m_client->isConnected() && room.inFlight < std::min(Window, room.outbox.size()))
        transmit(id, room.outbox[room.inFlight++]);
}

void TortureDevice::transmit(RoomId id, qsizetype place)
{
    const SendRecord &send = m_sends.at(place);
    m_client->ask<Sent>(SendMessage{ id, send.cid, send.counter, m_texts.at(place) },
        std::function([this, id, place, generation = m_generation](const Result<Sent> &sent) {
            if (generation == m_generation)
                answered(id, place, sent);
        }));
}

void TortureDevice::answered(RoomId id, qsizetype place, const Result<Sent> &sent)
{
    Room &room = m_rooms[id];
    if (!sent) {
        if (sent.error().code == ErrorCode::ConnectionLost)
            return; // the queue keeps it
        if (wandersIn(id) && sent.error().code == ErrorCode::NotAMember)
            return refused(id, place);
        complain(u"send"_s, sent.error());
        return;
    }
    SendRecord &record = m_sends[place];
    if (sent->cid != record.cid || (record.acked && *record.acked != sent->seq))
        m_complaints.append(u"the answer is not that of the question"_s);
    record.acked = sent->seq;
    ++m_acked;
    if (room.outbox.empty() || room.outbox.front() != place) {
        m_complaints.append(u"answers out of order"_s);
        return;
    }
    room.outbox.pop_front();
    --room.inFlight;
    pump(id);
    markSomewhere(id);
    wanderOn();
}

void TortureDevice::refused(RoomId id, qsizetype place)
{
    Room &room = m_rooms[id];
    m_sends[place].refused = true;
    if (room.outbox.empty() || room.outbox.front() != place) {
        m_complaints.append(u"refusals out of order"_s);
        return;
    }
    room.outbox.pop_front();
    --room.inFlight;
    pump(id);
    wanderOn();
}

void TortureDevice::noteSummary(const RoomSummary &summary)
{
    if (summary.member && m_rooms.contains(summary.id)) {
        m_reads.append(
            { m_number, m_account, summary.id, summary.readSeq, summary.unread, summary.mentions, summary.head });
    }
}

void TortureDevice::noteMembership(RoomId id, bool member)
{
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end() || found->second.member == member)
        return;
    Room &room = found->second;
    if (!room.moving)
        m_complaints.append(u"membership in room %1 changed by itself"_s.arg(id.value));
    room.member = member;
    room.live = false;
    m_members.append({ m_account, id, member });
}

/// What was not answered before it left may be there or not, and is not sent again: like the client, which shows it as
/// not sent.
void TortureDevice::giveUpQueue(RoomId id)
{
    Room &room = m_rooms[id];
    room.outbox.clear();
    room.inFlight = 0;
    room.numbered = false;
}

void TortureDevice::noteNumbers(const Resumed &resumed)
{
    for (auto &[id, room] : m_rooms) {
        if (room.numbered || !room.member)
            continue;
        const auto isCounter = [id = id](const DeviceCounter &counter) {
            return counter.room == id;
        };
        const auto counter = std::find_if(resumed.counters.begin(), resumed.counters.end(), isCounter);
        room.counter = counter == resumed.counters.end() ? 0 : counter->last;
        room.numbered = true;
    }
}

void TortureDevice::markSomewhere(RoomId id)
{
    const Seq last = m_rooms[id].last;
    if (last == 0 || m_random.bounded(16) != 0)
        return;
    const Seq seq = std::max<Seq>(1, last - m_random.bounded(300)); // often lower than where it is
    m_client->ask<Done>(MarkRead{ id, seq }, std::function([this, id, seq](const Result<Done> &done) {
        if (done)
            m_marks.append({ m_account, id, seq });
        else if (!wandersIn(id) || done.error().code != ErrorCode::NotAMember)
            complain(u"mark"_s, done.error());
    }));
}

void TortureDevice::stopProducing()
{
    m_producing = false;
    wanderOn();
}

void TortureDevice::wanderOn()
{
    if (!m_wanders.isValid() || !m_ready || !m_client->isConnected())
        return;
    const Room &room = m_rooms[m_wanders];
    if (room.moving)
        return;
    if (room.member && m_producing && m_random.bounded(100) == 0)
        leave();
    else if (!room.member && room.inFlight == 0 && (!m_producing || m_random.bounded(20) == 0))
        enter();
}

void TortureDevice::leave()
{
    const RoomId id = m_wanders;
    m_rooms[id].moving = true;
    m_client->ask<Done>(LeaveRoom{ id }, std::function([this, id, generation = m_generation](const Result<Done> &done) {
        if (generation != m_generation || (!done && done.error().code == ErrorCode::ConnectionLost))
            return; // Resumed will tell
        if (!done)
            complain(u"leave"_s, done.error());
        noteMembership(id, false);
        m_rooms[id].moving = false;
        wanderOn();
    }));
}

void TortureDevice::enter()
{
    const RoomId id = m_wanders;
    m_rooms[id].moving = true;
    const auto then = [this, id, generation = m_generation](const Result<RoomOpened> &opened) {
        if (generation != m_generation || (!opened && opened.error().code == ErrorCode::ConnectionLost))
            return; // Resumed will tell
        if (!opened)
            return complain(u"enter"_s, opened.error());
        noteMembership(id, true);
        noteSummary(opened->room);
        m_rooms[id].moving = false;
        follow(id);
        if (m_rooms[id].numbered)
            pump(id);
        else
            askNumbers();
    };
    m_client->ask<RoomOpened>(JoinRoom{ id }, std::function(then));
}

void TortureDevice::askNumbers()
{
    const auto then = [this, generation = m_generation](const Result<Resumed> &resumed) {
        if (generation != m_generation || !resumed)
            return; // asked again after the reconnect
        noteNumbers(*resumed);
        pump(m_wanders);
    };
    m_client->ask<Resumed>(Resume{ m_epoch, {} }, std::function(then));
}

void TortureDevice::askPositions()
{
    m_client->ask<Resumed>(Resume{ m_epoch, {} }, std::function([this](const Result<Resumed> &resumed) {
        if (!resumed)
            return complain(u"positions"_s, resumed.error());
        for (const RoomSummary &summary : resumed->rooms)
            noteSummary(summary);
        m_knowsPositions = true;
    }));
}

void TortureDevice::complain(const QString &what, const Error &error)
{
    if (error.code == ErrorCode::ConnectionLost)
        return;
    m_complaints.append(u"%1 refused: %2 %3"_s.arg(what, QString(errorName(error.code)), error.params.join(u' ')));
}

bool TortureDevice::isSettled() const
{
    return m_client && m_client->isConnected() && std::all_of(m_rooms.begin(), m_rooms.end(), [](const auto &entry) {
        const Room &room = entry.second;
        return room.outbox.empty() && room.live && !room.following && room.member && !room.moving;
    });
}

void TortureDevice::addTo(History &history) const
{
    history.sends += m_sends;
    history.reads += m_reads;
    history.marks += m_marks;
    history.members += m_members;
    for (const auto &[id, room] : m_rooms)
        history.timelines[{ m_number, id }] = room.timeline;
}

} // namespace salon::test
