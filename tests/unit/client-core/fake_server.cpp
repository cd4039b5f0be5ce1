// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/fake_server.h"

#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/outbox_entry.h"
#include "shared/protocol/login_proof.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::test {

FakeServer::FakeServer() = default;

ChannelFactory FakeServer::channels()
{
    return [this] {
        return std::make_unique<FakeChannel>(*this);
    };
}

// --- Arranging

FakeServer::Room &FakeServer::addRoom(RoomId id, const QString &name, RoomKind kind)
{
    Room &room = m_rooms[id];
    room.summary.id = id;
    room.summary.name = name;
    room.summary.kind = kind;
    room.summary.member = true;
    room.summary.memberCount = 3;
    return room;
}

RoomEvent FakeServer::append(RoomEvent event, bool pushes)
{
    Room &room = m_rooms[event.room];
    event.seq = qsizetype(room.log.size()) + 1;
    event.timeMs = 1'750'000'000'000 + event.seq * 1000;
    room.log.append(event);
    changePresentForm(event);
    const QByteArray frame = encodeFrame(event, 0);
    for (const Client &client : std::as_const(m_clients)) {
        if (pushes && client.follows.contains(event.room))
            deliver(client.channel, frame);
    }
    return event;
}

void FakeServer::changePresentForm(const RoomEvent &change)
{
    if (!isChange(change.kind))
        return;
    for (RoomEvent &event : m_rooms[change.room].log) {
        if (event.seq == change.target)
            applyChange(event, change, Me);
        if (change.kind == EventKind::Deleted && event.kind == EventKind::Edited && event.target == change.target)
            event.text.clear();
    }
}

RoomEvent FakeServer::change(RoomId room, AccountId author, EventKind kind, Seq target, const QString &textOrEmoji,
    const QList<AccountId> &mentions)
{
    RoomEvent event;
    event.room = room;
    event.kind = kind;
    event.author = author;
    event.target = target;
    event.cid = Cid::createUuid();
    event.mentions = mentions;
    if (kind == EventKind::Edited)
        event.text = textOrEmoji;
    else if (!textOrEmoji.isEmpty())
        event.params = { textOrEmoji };
    return append(event);
}

RoomEvent FakeServer::say(RoomId room, AccountId author, const QString &text, const QList<AccountId> &mentions)
{
    RoomEvent event;
    event.room = room;
    event.author = author;
    event.authorName = author == Marie ? u"Marie"_s : author == Jean ? u"Jean"_s : displayName;
    event.cid = Cid::createUuid();
    event.text = text;
    event.mentions = mentions;
    return append(event);
}

Seq FakeServer::arrivalOf(RoomId room, AccountId person) const
{
    Seq arrival = 0;
    for (const RoomEvent &event : m_rooms.value(room).log) {
        const bool isArrival = (event.kind == EventKind::Joined && event.author == person)
            || (event.kind == EventKind::Invited && event.subject == person);
        arrival = isArrival ? event.seq : arrival;
    }
    return arrival;
}

RoomEvent FakeServer::sayThrough(RoomId room, AccountId author, const QString &alias, const QString &text)
{
    RoomEvent event;
    event.room = room;
    event.author = author;
    event.alias = alias;
    event.cid = Cid::createUuid();
    event.text = text;
    return append(event);
}

void FakeServer::fill(RoomId room, int count)
{
    for (int i = 0; i < count; ++i) {
        RoomEvent event;
        event.room = room;
        event.author = i % 3 == 0 ? Jean : Marie;
        event.authorName = i % 3 == 0 ? u"Jean"_s : u"Marie"_s;
        event.cid = Cid::createUuid();
        event.text = u"message %1"_s.arg(m_rooms[room].log.size() + 1);
        append(event, false);
    }
}

void FakeServer::cut()
{
    ++m_generation;
    const QList<Client> clients = std::exchange(m_clients, {});
    for (const Client &client : clients)
        Q_EMIT client.channel->closed({ ErrorCode::ConnectionLost });
}

QList<Envelope> FakeServer::received(MessageType type) const
{
    QList<Envelope> some;
    std::ranges::copy_if(m_received, std::back_inserter(some), [&](const Envelope &one) { return one.is(type); });
    return some;
}

QStringList FakeServer::textsOf(RoomId room) const
{
    QStringList texts;
    for (const RoomEvent &event : m_rooms.value(room).log)
        texts.append(event.text);
    return texts;
}

QList<FakeChannel *> FakeServer::clients() const
{
    QList<FakeChannel *> channels;
    for (const Client &client : m_clients)
        channels.append(client.channel);
    return channels;
}

// --- The wire

FakeServer::Client *FakeServer::find(FakeChannel *channel)
{
    const auto found = std::ranges::find(m_clients, channel, &Client::channel);
    return found == m_clients.end() ? nullptr : &*found;
}

void FakeServer::connectClient(FakeChannel *channel, const QByteArray &expected)
{
    ++m_attempts;
    if (!reachable) {
        Q_EMIT channel->closed({ ErrorCode::ConnectionRefused });
        return;
    }
    if (!expected.isEmpty() && expected != pin) {
        Q_EMIT channel->keyDiffers(pin);
        return;
    }
    Client client;
    client.channel = channel;
    m_clients.append(client);
    Q_EMIT channel->connected();
    Q_EMIT channel->opened(pin);
}

void FakeServer::disconnectClient(FakeChannel *channel)
{
    m_clients.removeIf([&](const Client &client) { return client.channel == channel; });
}

void FakeServer::deliver(FakeChannel *channel, const QByteArray &frame)
{
    const QByteArray payload = frame.mid(FramePrefixBytes);
    QMetaObject::invokeMethod(
        channel,
        [server = QPointer(this), channel, payload, generation = m_generation] {
            if (server && generation == server->m_generation && server->find(channel))
                Q_EMIT channel->received(*openEnvelope(payload));
        },
        Qt::QueuedConnection);
}

void FakeServer::refuse(FakeChannel *channel, const Envelope &request, ErrorCode code, const QList<QString> &params,
    std::optional<quint32> retryAfterMs)
{
    reply(channel, request, Failed{ quint32(code), params, retryAfterMs });
}

void FakeServer::receive(FakeChannel *channel, const QByteArray &frame)
{
    Client *client = find(channel);
    const Result<Envelope> request = openEnvelope(frame.mid(FramePrefixBytes));
    if (!client || !request)
        return;
    m_received.append(*request);
    if (intercept && intercept(channel, *request))
        return;
    handle(*client, *request);
}

void FakeServer::handle(Client &client, const Envelope &request)
{
    if (handleLogin(client, request))
        return;
    if (!client.loggedIn)
        return refuse(client.channel, request, ErrorCode::NotLoggedIn);
    if (handleRooms(client, request) || handleLists(client, request) || handleReading(client, request))
        return;
    switch (MessageType(request.type)) {
    case MessageType::Resume:
        return resume(client, request);
    case MessageType::Follow:
        return follow(client, request);
    case MessageType::FetchHistory:
        return fetch(client, request);
    case MessageType::SendMessage:
        return sendMessage(client, request);
    case MessageType::Ping: {
        Pong pong;
        for (const RoomId room : std::as_const(client.follows))
            pong.heads.append({ room, Seq(m_rooms[room].log.size()) });
        return reply(client.channel, request, pongHasHeads ? pong : Pong());
    }
    case MessageType::FindPeople:
        return reply(client.channel, request, everybody());
    case MessageType::SetPresence:
        return reply(client.channel, request, Done());
    case MessageType::SetDisplayName:
        displayName = decode<SetDisplayName>(request)->displayName;
        reply(client.channel, request, Done());
        return pushAll(ProfileChanged{ profile(Me, displayName), Role::Member });
    case MessageType::Typing:
        return;
    default:
        return refuse(client.channel, request, ErrorCode::UnknownRequest);
    }
}

PeopleList FakeServer::everybody() const
{
    PeopleList list{ { profile(Me, displayName), profile(Marie, u"Marie"_s), profile(Jean, u"Jean"_s) }, false };
    for (auto newcomer = newcomers.cbegin(); newcomer != newcomers.cend(); ++newcomer)
        list.people.append(profile(newcomer.key(), newcomer.value()));
    return list;
}

bool FakeServer::handleLogin(Client &client, const Envelope &request)
{
    switch (MessageType(request.type)) {
    case MessageType::Hello:
        if (answersHello)
            reply(client.channel, request,
                Welcome{ ProtocolVersion, QByteArray(16, 's'), u"Test"_s, epoch, features, registration, nonce, limits,
                    u"fake"_s });
        return true;
    case MessageType::LoginWithKey: {
        const DeviceProof proof = decode<LoginWithKey>(request)->device;
        logIn(client, request, u"me"_s, proof, devices.contains(proof.key), ErrorCode::DeviceUnknown);
        return true;
    }
    case MessageType::LoginWithPassword: {
        const auto login = decode<LoginWithPassword>(request);
        logIn(client, request, login->login, login->device.value_or(DeviceProof()), login->password == password,
            ErrorCode::WrongCredentials);
        return true;
    }
    case MessageType::Register: {
        const auto wanted = decode<Register>(request);
        const bool allowed = registration == RegistrationPolicy::Open || wanted->invitation == "code"_L1;
        logIn(client, request, wanted->login, wanted->device.value_or(DeviceProof()), allowed,
            ErrorCode::InvitationNeeded);
        return true;
    }
    default:
        return false;
    }
}

void FakeServer::logIn(Client &client, const Envelope &request, const QString &login, const DeviceProof &proof,
    bool allowed, ErrorCode otherwise)
{
    if (!allowed || !verifyDeviceProof(proof, nonce, pin))
        return refuse(client.channel, request, allowed ? ErrorCode::DeviceProofInvalid : otherwise);
    devices.insert(proof.key);
    client.key = proof.key;
    client.loggedIn = true;
    const DeviceId device{ qint64(devices.size()) };
    reply(client.channel, request, LoggedIn{ Me, login, displayName, Role::Member, device, true, hidesSeen });
}

bool FakeServer::handleRooms(Client &client, const Envelope &request)
{
    switch (MessageType(request.type)) {
    case MessageType::CreateRoom: {
        const auto wanted = decode<CreateRoom>(request);
        const RoomId id{ 1000 + m_rooms.size() };
        addRoom(id, wanted->name, wanted->kind).summary.topic = wanted->topic;
        RoomEvent created;
        created.room = id;
        created.kind = EventKind::RoomCreated;
        created.author = Me;
        created.params = { wanted->name };
        append(created);
        reply(client.channel, request, RoomOpened{ summary(id) });
        return true;
    }
    case MessageType::JoinRoom:
        reply(client.channel, request, RoomOpened{ summary(decode<JoinRoom>(request)->room) });
        return true;
    case MessageType::LeaveRoom: {
        const RoomId room = decode<LeaveRoom>(request)->room;
        m_rooms.remove(room);
        reply(client.channel, request, Done());
        pushAll(RoomRemoved{ room });
        return true;
    }
    case MessageType::ListRooms: {
        const auto wanted = decode<ListRooms>(request);
        RoomList list;
        QList<RoomId> ids = m_rooms.keys();
        std::ranges::sort(ids);
        for (const RoomId id : std::as_const(ids)) {
            if (m_rooms[id].summary.name.contains(wanted->query, Qt::CaseInsensitive))
                list.rooms.append(summary(id));
        }
        list.rooms = list.rooms.mid(wanted->offset, pageEvents);
        list.more = list.rooms.size() == pageEvents;
        reply(client.channel, request, list);
        return true;
    }
    case MessageType::ListMembers: {
        const RoomId room = decode<ListMembers>(request)->room;
        reply(client.channel, request,
            MemberList{ room,
                { { profile(Marie, u"Marie"_s), Role::Owner, true }, { profile(Jean, u"Jean"_s), Role::Member, false },
                    { profile(Me, displayName), Role::Member, false } },
                3 });
        return true;
    }
    default:
        return false;
    }
}

// --- The rules

Profile FakeServer::profile(AccountId id, const QString &displayName)
{
    Profile profile;
    profile.id = id;
    profile.login = id == Me ? u"me"_s : id == Marie ? u"marie"_s : u"jean"_s;
    profile.displayName = displayName;
    profile.presence = id == Jean ? PresenceState::Offline : PresenceState::Online;
    return profile;
}

ReadMoved FakeServer::counts(RoomId id) const
{
    const Room room = m_rooms.value(id);
    ReadMoved counts{ id, readSeqs.value(id), 0, 0, Seq(room.log.size()), marks.value(id) };
    const Seq from = counts.mark > 0 ? counts.mark - 1 : counts.seq;
    for (const RoomEvent &event : room.log) {
        const bool isText = event.kind == EventKind::Message || event.kind == EventKind::Announcement;
        if (event.seq <= from || !isText || event.author == Me || event.deleted)
            continue;
        ++counts.unread;
        counts.mentions += mentionsPerson(event, Me) ? 1 : 0;
    }
    return counts;
}

RoomSummary FakeServer::summary(RoomId id) const
{
    const Room room = m_rooms.value(id);
    const ReadMoved moved = counts(id);
    RoomSummary summary = room.summary;
    summary.head = moved.head;
    summary.floor = room.floor;
    summary.readSeq = moved.seq;
    summary.mark = moved.mark;
    summary.unread = moved.unread;
    summary.mentions = moved.mentions;
    summary.lastActivityMs = room.log.isEmpty() ? 0 : room.log.last().timeMs;
    return summary;
}

void FakeServer::resume(Client &client, const Envelope &request)
{
    const auto wanted = decode<Resume>(request);
    Resumed resumed;
    resumed.self = profile(Me, displayName);
    resumed.reset = !wanted->epoch.isEmpty() && wanted->epoch != epoch;
    QList<RoomId> ids = m_rooms.keys();
    std::ranges::sort(ids);
    for (const RoomId id : std::as_const(ids)) {
        if (id <= wanted->after)
            continue;
        if (roomsPerPage > 0 && resumed.rooms.size() == roomsPerPage) {
            resumed.more = true;
            break;
        }
        resumed.rooms.append(summary(id));
        const auto position = std::ranges::find(wanted->rooms, id, &RoomPosition::room);
        if (!resumed.reset && position != wanted->rooms.end() && position->last == m_rooms[id].log.size()) {
            resumed.live.append(id);
            client.follows.insert(id);
        }
    }
    const auto counters = m_counters.value(client.key);
    for (auto counter = counters.cbegin(); counter != counters.cend(); ++counter)
        resumed.counters.append({ counter.key(), counter.value() });
    reply(client.channel, request, resumed);
}

void FakeServer::follow(Client &client, const Envelope &request)
{
    const auto wanted = decode<Follow>(request);
    if (!m_rooms.contains(wanted->room))
        return refuse(client.channel, request, ErrorCode::RoomUnknown);
    const Room &room = m_rooms[wanted->room];
    HistoryPage page;
    page.room = wanted->room;
    page.head = room.log.size();
    page.floor = room.floor;
    page.reset = wanted->after > page.head;
    Seq after = wanted->after;
    if (after + 1 < room.floor)
        after = page.gapTo = room.floor - 1;
    page.events = page.reset ? QList<RoomEvent>() : room.log.mid(after, pageEvents);
    page.live = !page.reset && after + page.events.size() == page.head;
    reply(client.channel, request, page);
    if (page.live)
        client.follows.insert(wanted->room);
}

void FakeServer::fetch(Client &client, const Envelope &request)
{
    const auto wanted = decode<FetchHistory>(request);
    const Room &room = m_rooms[wanted->room];
    const qsizetype limit = std::min(wanted->limit > 0 ? int(wanted->limit) : 200, pageEvents);
    HistoryPage page;
    page.room = wanted->room;
    page.head = room.log.size();
    page.floor = room.floor;
    Seq first = std::max(wanted->after + 1, room.floor);
    Seq last = std::min(first + limit - 1, page.head);
    if (wanted->before > 0) {
        last = std::min(wanted->before - 1, page.head);
        first = std::max(last - limit + 1, room.floor);
    }
    if (first <= last)
        page.events = room.log.mid(first - 1, last - first + 1);
    reply(client.channel, request, page);
}

void FakeServer::sendMessage(Client &client, const Envelope &request)
{
    const auto wanted = decode<SendMessage>(request);
    if (!m_rooms.contains(wanted->room))
        return refuse(client.channel, request, ErrorCode::NotAMember);
    for (const RoomEvent &event : std::as_const(m_rooms[wanted->room].log)) {
        if (event.cid == wanted->cid && event.author == Me)
            return reply(client.channel, request, Sent{ event.room, event.cid, event.seq, event.timeMs });
    }
    quint64 &last = m_counters[client.key][wanted->room];
    if (wanted->counter > last + 1)
        return refuse(client.channel, request, ErrorCode::CounterSkipped, { QString::number(last + 1) }, 0);
    if (wanted->counter <= last)
        return refuse(client.channel, request, ErrorCode::CounterReused, { QString::number(last + 1) });
    const auto isMissing = [this](const FileEntry &file) {
        return hasFile && !hasFile(file.hash);
    };
    if (std::ranges::any_of(wanted->files, isMissing))
        return refuse(client.channel, request, ErrorCode::FileUnknown);
    ++last;
    if (wanted->text == "refuse me"_L1)
        return refuse(client.channel, request, ErrorCode::NotPermitted);
    if (const Result<> allowed = checkChange(*wanted); !allowed)
        return refuse(client.channel, request, allowed.error().code);
    RoomEvent event;
    event.room = wanted->room;
    event.kind = wanted->kind;
    event.target = wanted->target;
    event.format = wanted->format;
    event.author = Me;
    event.authorName = displayName;
    event.cid = wanted->cid;
    event.text = wanted->text;
    event.files = wanted->files;
    event.folder = wanted->folder;
    if (!wanted->emoji.isEmpty())
        event.params = { wanted->emoji };
    event = append(event);
    reply(client.channel, request, Sent{ event.room, event.cid, event.seq, event.timeMs });
}

Result<> FakeServer::checkChange(const SendMessage &wanted) const
{
    if (!isChange(wanted.kind))
        return {};
    const QList<RoomEvent> log = m_rooms.value(wanted.room).log;
    if (wanted.target <= 0 || wanted.target > log.size() || log[wanted.target - 1].kind != EventKind::Message)
        return fail(ErrorCode::MessageUnknown);
    RoomEvent message = log[wanted.target - 1];
    if (message.deleted)
        return fail(wanted.kind == EventKind::Deleted ? ErrorCode::NothingToChange : ErrorCode::MessageGone);
    if (wanted.kind == EventKind::Edited)
        return message.author == Me ? Result<>() : fail(ErrorCode::NotPermitted);
    OutboxEntry change;
    change.room = wanted.room;
    change.kind = wanted.kind;
    change.target = wanted.target;
    change.emoji = wanted.emoji;
    return applyPending(message, change, Me) ? Result<>() : fail(ErrorCode::NothingToChange);
}

QList<ListedMessage> FakeServer::listed(const ListMessages &wanted) const
{
    QList<ListedMessage> all;
    if (wanted.list == MessageListKind::Saved) {
        for (const auto &[room, seq] : saved)
            all.prepend({ quint64(saved.indexOf(std::pair(room, seq)) + 1), m_rooms.value(room).log.value(seq - 1) });
    } else {
        for (const Room &room : m_rooms) {
            for (const RoomEvent &event : room.log) {
                const bool isPinned = wanted.list == MessageListKind::Pinned && event.pinned;
                const bool mentions = wanted.list == MessageListKind::Mentions && event.kind == EventKind::Message
                    && mentionsPerson(event, Me);
                if (isPinned || mentions)
                    all.prepend({ quint64(event.timeMs), event });
            }
        }
    }
    const auto isAskedFor = [&](const ListedMessage &message) {
        return (!wanted.room.isValid() || message.event.room == wanted.room)
            && (wanted.before == 0 || message.order < wanted.before);
    };
    all.removeIf([&](const ListedMessage &message) { return !isAskedFor(message); });
    return all;
}

bool FakeServer::handleLists(Client &client, const Envelope &request)
{
    if (request.is(MessageType::ListMessages)) {
        const QList<ListedMessage> all = listed(*decode<ListMessages>(request));
        reply(client.channel, request, MessageList{ all.mid(0, listPage), all.size() > listPage });
        return true;
    }
    if (request.is(MessageType::SaveMessage)) {
        const auto wanted = decode<SaveMessage>(request);
        saved.removeAll(std::pair(wanted->room, wanted->seq));
        if (wanted->saved)
            saved.append({ wanted->room, wanted->seq });
        reply(client.channel, request, Done());
        pushAll(MessageSaved{ wanted->room, wanted->seq, wanted->saved });
        return true;
    }
    return false;
}

// --- Reading and rules

bool FakeServer::handleReading(Client &client, const Envelope &request)
{
    switch (MessageType(request.type)) {
    case MessageType::MarkRead:
        markRead(client, request);
        return true;
    case MessageType::MarkUnread: {
        const auto wanted = decode<MarkUnread>(request);
        Seq &mark = marks[wanted->room];
        const Seq before = mark;
        if (wanted->seq >= m_rooms[wanted->room].floor && wanted->seq <= readSeqs.value(wanted->room))
            mark = mark > 0 ? std::min(mark, wanted->seq) : wanted->seq;
        const bool moved = mark != before;
        reply(client.channel, request, Done());
        if (moved)
            pushAll(counts(wanted->room));
        return true;
    }
    case MessageType::SetRoomAttention:
        setAttention(client, request);
        return true;
    case MessageType::SetRoomRules:
        setRules(client, request);
        return true;
    case MessageType::ListSeen: {
        SeenList list;
        const RoomId asked = decode<ListSeen>(request)->room;
        const auto positions = seen.value(asked);
        for (auto position = positions.cbegin(); position != positions.cend(); ++position)
            list.positions.append({ position.key(), position.value(), arrivalOf(asked, position.key()) });
        reply(client.channel, request, list);
        return true;
    }
    case MessageType::SetPrivacy:
        hidesSeen = decode<SetPrivacy>(request)->hidesSeen;
        reply(client.channel, request, Done());
        for (const Client &other : std::as_const(m_clients)) {
            if (other.channel != client.channel)
                push(other.channel, PrivacyChanged{ hidesSeen });
        }
        return true;
    default:
        return false;
    }
}

void FakeServer::setAttention(Client &client, const Envelope &request)
{
    const auto wanted = decode<SetRoomAttention>(request);
    RoomSummary &room = m_rooms[wanted->room].summary;
    room.attention = wanted->attention;
    room.attentionUntilMs = wanted->untilMs;
    reply(client.channel, request, Done());
    for (const Client &other : std::as_const(m_clients)) {
        if (other.channel != client.channel)
            push(other.channel, RoomAttention{ wanted->room, wanted->attention, wanted->untilMs });
    }
}

void FakeServer::setRules(Client &client, const Envelope &request)
{
    const auto wanted = decode<SetRoomRules>(request);
    m_rooms[wanted->room].summary.rules = wanted->rules;
    reply(client.channel, request, Done());
    RoomEvent changed;
    changed.room = wanted->room;
    changed.kind = EventKind::RulesChanged;
    changed.author = Me;
    changed.params
        = { u"posting=%1"_s.arg(int(wanted->rules.posting)), u"slowSeconds=%1"_s.arg(wanted->rules.slowSeconds) };
    append(changed);
}

void FakeServer::trim(RoomId room, Seq floor)
{
    m_rooms[room].floor = floor;
    Seq &read = readSeqs[room];
    read = std::max(read, floor - 1);
    Seq &mark = marks[room];
    mark = mark > 0 ? std::max(mark, floor) : 0;
    mark = mark > read ? 0 : mark;
    pushAll(HistoryTrimmed{ room, floor });
    pushAll(counts(room));
}

void FakeServer::markRead(Client &client, const Envelope &request)
{
    const auto wanted = decode<MarkRead>(request);
    Seq &read = readSeqs[wanted->room];
    read = std::max(read, wanted->seq);
    if (!wanted->keepMark)
        marks.remove(wanted->room);
    reply(client.channel, request, Done());
    pushAll(counts(wanted->room));
}

} // namespace salon::test
