// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/command_context.h"

#include "server/dispatch/file_desk.h"
#include "server/dispatch/wire_form.h"
#include "shared/protocol/messages/rules.h"
#include "shared/protocol/version.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto PresenceGathering = 1s;
constexpr qsizetype MaxPresencePerFrame = 512;

} // namespace

ServerState::ServerState(const StoreContents &contents)
    : serverId(contents.serverId)
    , epoch(contents.epoch)
    , ownerCode(contents.ownerCode)
    , blobBytes(contents.blobBytes)
{
    for (const Account &account : contents.accounts)
        accounts.put(account);
    QHash<AccountId, QList<QString>> skeletons;
    for (const StoredName &name : contents.names)
        skeletons[name.account].append(name.skeleton);
    for (auto entry = skeletons.constBegin(); entry != skeletons.constEnd(); ++entry)
        accounts.putSkeletons(entry.key(), entry.value());
    for (const Device &device : contents.devices)
        accounts.putDevice(device);
    for (const Room &room : contents.rooms)
        rooms.put(room);
    for (const Membership &membership : contents.memberships)
        rooms.putMembership(membership);
    for (const StoredBan &ban : contents.bans)
        rooms.setBanned(ban.room, ban.account, true);
    for (const StoredCounter &counter : contents.counters)
        counters.insert({ counter.device, counter.room }, counter.last);
    for (const Invitation &invitation : contents.invitations)
        invitations.insert(invitation.codeHash, invitation);
}

CommandContext::CommandContext(Outbound &network, Store &storage, const Clock &time, PasswordHasher &passwords,
    ServerSettings wanted, const StoreContents &contents, OperatorPort &operators)
    : outbound(network)
    , store(storage)
    , clock(time)
    , hasher(passwords)
    , port(operators)
    , settings(std::move(wanted))
    , state(contents)
{
    m_presenceTimer.setSingleShot(true);
    m_presenceTimer.setInterval(PresenceGathering);
    connect(&m_presenceTimer, &QTimer::timeout, this, &CommandContext::tellPresence);
}

CommandContext::~CommandContext() = default;

void CommandContext::expectReply(Session &session)
{
    ++m_unanswered;
    ++session.unanswered;
    pauseIfBusy(session);
}

void CommandContext::hold(ConnectionId connection, int units)
{
    if (Session *session = sessions.find(connection)) {
        session->heldUnits += units;
        pauseIfBusy(*session);
    }
}

void CommandContext::release(ConnectionId connection, int units)
{
    if (Session *session = sessions.find(connection)) {
        session->heldUnits -= units;
        goOnIfFree(*session);
    }
}

void CommandContext::pauseIfBusy(Session &session)
{
    if (settings.maxUnanswered > 0 && session.busy() >= settings.maxUnanswered && !session.paused) {
        session.paused = true;
        outbound.setPaused(session.info.id, true);
    }
}

void CommandContext::goOnIfFree(Session &session)
{
    if (session.paused && session.busy() <= settings.maxUnanswered / 2 && session.phase != Session::Phase::Entering) {
        session.paused = false;
        outbound.setPaused(session.info.id, false);
    }
}

bool CommandContext::settle(const ReplyTo &to)
{
    Session *session = sessions.find(to.connection);
    if (!session)
        return false;
    --session->unanswered;
    goOnIfFree(*session);
    if (--m_unanswered == 0)
        Q_EMIT allAnswered();
    return session->phase != Session::Phase::Closing;
}

void CommandContext::refuse(const ReplyTo &to, const Error &error)
{
    reply(to, Failed{ quint32(error.code), error.params.mid(0, 8), error.retryAfterMs });
}

void CommandContext::publish(const Event &event, const ChangeEffect &effect)
{
    state.rooms.applyEvent(event);
    const QByteArray frame = encodeFrame(wireEvent(event));
    remember(event, frame);
    messagesStored += event.kind == EventKind::Message ? 1 : 0;
    if (event.kind == EventKind::Joined || event.kind == EventKind::Invited)
        seen.note(event.room, event.kind == EventKind::Joined ? event.author : event.subject);
    if (effect.deleted) {
        entomb(event.room, effect.target, event.seq, event.author);
        for (const Seq edit : effect.edits)
            entomb(event.room, edit, event.seq, event.author);
    }
    if (files)
        files->books.removeFreed(effect.freed);
    outbound.fanOut(event.room, event.seq, frame);
    if (effect.target > 0) {
        for (const AccountId account : state.rooms.applyEffect(event.room, effect))
            sendToAccount(account, encodeFrame(readMoved(*state.rooms.membership(event.room, account), state)));
    }
    Q_EMIT published(event);
}

void CommandContext::entomb(RoomId room, Seq seq, Seq changed, AccountId by)
{
    RoomTail &tail = tails[room];
    const Event *found = tail.find(seq);
    if (!found)
        return;
    Event tombstone = *found;
    tombstone.text.clear();
    tombstone.mentions.clear();
    tombstone.format = TextFormat::Plain;
    tombstone.call = Call::Nobody;
    tombstone.files.clear();
    tombstone.folder.clear();
    tombstone.form.changed = changed;
    tombstone.form.deleted = true;
    tombstone.form.deletedBy = by;
    const qsizetype before = tail.bytes();
    tail.replace(tombstone, encodeFrame(wireEvent(tombstone)));
    m_tailBytes += tail.bytes() - before;
}

void CommandContext::remember(const Event &event, const QByteArray &frame)
{
    RoomTail &tail = tails[event.room];
    const qsizetype before = tail.bytes();
    tail.append(event, frame);
    m_tailBytes += tail.bytes() - before;
    if (settings.tailBytes == 0 || m_tailBytes <= settings.tailBytes)
        return;
    // The quietest rooms are forgotten, a quarter of all at once, so that this is rare.
    std::vector<std::pair<qint64, RoomTail *>> byActivity;
    for (auto &[id, other] : tails) {
        if (const Room *room = state.rooms.find(id); room && id != event.room && other.bytes() > 0)
            byActivity.emplace_back(room->lastActivityMs, &other);
    }
    std::ranges::sort(byActivity);
    for (const auto &[activity, quiet] : byActivity) {
        if (m_tailBytes <= settings.tailBytes / 4 * 3)
            break;
        m_tailBytes -= quiet->bytes();
        quiet->clear();
    }
}

void CommandContext::sendToAccount(AccountId account, const QByteArray &frame, ConnectionId except)
{
    for (const Session *session : sessions.of(account)) {
        if (session->info.id != except)
            outbound.send(session->info.id, frame);
    }
}

void CommandContext::sendToFeature(AccountId account, const char *feature, const QByteArray &frame, ConnectionId except)
{
    for (const Session *session : sessions.of(account)) {
        if (session->info.id != except && session->hasFeature(feature))
            outbound.send(session->info.id, frame);
    }
}

bool CommandContext::takePosition(RoomId room, AccountId account, const ReadPosition &position)
{
    const Membership *before = state.rooms.membership(room, account);
    if (!before)
        return false;
    const bool hasRead = position.readSeq != before->readSeq;
    const bool isOther = hasRead || position.mark != before->mark;
    Membership membership = *before;
    membership.readSeq = position.readSeq;
    membership.mark = position.mark;
    membership.messagesBefore = position.messagesBefore;
    membership.ownAfter = position.ownAfter;
    membership.mentionsAfter = position.mentionsAfter;
    membership.deletedAfter = position.deletedAfter;
    state.rooms.putMembership(membership);
    if (isOther)
        sendToAccount(account, encodeFrame(readMoved(membership, state)));
    if (hasRead)
        seen.note(room, account);
    return true;
}

void CommandContext::takeFloor(RoomId room, const FloorRaised &raised)
{
    state.rooms.raiseFloor(room, raised.floor);
    RoomTail &tail = tails[room];
    const qsizetype before = tail.bytes();
    tail.dropBelow(raised.floor);
    m_tailBytes += tail.bytes() - before;
    for (const Seq edit : tail.editsOfBelow(raised.floor))
        entomb(room, edit, edit, {});
    for (const FloorRaised::Moved &moved : raised.moved)
        takePosition(room, moved.account, moved.position);
    const QByteArray frame = encodeFrame(HistoryTrimmed{ room, raised.floor });
    for (const AccountId member : state.rooms.membersOf(room))
        sendToFeature(member, features::Rules, frame);
    Q_EMIT trimmed(room, raised.floor);
}

void CommandContext::takeImport(RoomId room, const ImportedBatch &imported)
{
    if (imported.head == imported.before)
        return;
    Room grown = *state.rooms.find(room);
    grown.head = imported.head;
    grown.messageCount = imported.messageCount;
    grown.lastActivityMs = imported.lastActivityMs;
    state.rooms.applyImport(grown, imported.authors);
    RoomTail &tail = tails[room]; // what it holds does not reach to the end any more
    m_tailBytes -= tail.bytes();
    tail.clear();
    messagesStored += quint64(imported.authors.size());
    Q_EMIT importedTo(room);
}

void CommandContext::dismiss(Session &session, const Goaway &goodbye)
{
    if (session.phase == Session::Phase::Closing)
        return;
    session.phase = Session::Phase::Closing;
    session.held.clear();
    outbound.close(session.info.id, goodbye);
}

void CommandContext::forget(ConnectionId connection)
{
    const Session *session = sessions.find(connection);
    if (!session)
        return;
    const int unanswered = session->unanswered;
    if (files)
        files->closeConnection(connection);
    sessions.close(connection);
    m_unanswered -= unanswered;
    if (unanswered > 0 && m_unanswered == 0)
        Q_EMIT allAnswered();
}

void CommandContext::presenceChanged()
{
    if (presence.hasChanged() && !m_presenceTimer.isActive())
        m_presenceTimer.start();
}

void CommandContext::tellPresence()
{
    PresenceChanged news;
    const auto tell = [&] {
        outbound.broadcast(Audience::WithPresence, encodeFrame(news));
        news.changes.clear();
    };
    for (const AccountId id : presence.takeChanged()) {
        if (const Account *account = state.accounts.find(id))
            news.changes.append(presenceEntry(*account, presence));
        if (news.changes.size() == MaxPresencePerFrame)
            tell();
    }
    if (!news.changes.isEmpty())
        tell();
}

Seq CommandContext::headOf(RoomId room) const
{
    const Room *found = state.rooms.find(room);
    const RoomTail *tail = findIn(tails, room);
    return std::max(found ? found->head : 0, tail ? tail->seen() : 0);
}

} // namespace salon::server
