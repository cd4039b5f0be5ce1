// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/torture/torture_device.h"

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
        if (in)
            resume();
        else
            complain(u"login"_s, in.error());
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
        for (auto &[id, room] : m_rooms) {
            room.live = resumed->live.contains(id);
            if (!room.live)
                follow(id);
            pump(id);
        }
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
            if (!page)
                return complain(u"follow"_s, page.error());
            if (page->reset || page->gapTo != 0)
                m_complaints.append(u"reset or gap in room %1"_s.arg(id.value));
            for (const RoomEvent &event : page->events)
                apply(id, event);
            followed.live = page->live;
            if (!page->live)
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
    room.timeline.append({ event.seq, event.cid, event.cid.isNull() ? QByteArray() : textHash(event.text) });
}

void TortureDevice::produce(RoomId id, Room &room)
{
    while (m_producing && room.outbox.size() < QueueLength) {
        const QString text
            = u"appareil %1, salon %2, n° %3 · %4"_s.arg(m_number)
                  .arg(id.value)
                  .arg(room.counter + 1)
                  .arg(QString(qsizetype(m_random.bounded(300)), QChar(char16_t(0x3b1 + m_random.bounded(24)))));
        room.outbox.push_back(m_sends.size());
        m_sends.append({ m_number, id, ++room.counter, makeCid(m_clock), textHash(text), {} });
        m_texts.append(text);
    }
}

void TortureDevice::pump(RoomId id)
{
    Room &room = m_rooms[id];
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
        return room.outbox.empty() && room.live && !room.following;
    });
}

void TortureDevice::addTo(History &history) const
{
    history.sends += m_sends;
    for (const auto &[id, room] : m_rooms)
        history.timelines[{ m_number, id }] = room.timeline;
}

} // namespace salon::test
