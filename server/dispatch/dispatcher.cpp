// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/dispatcher.h"

#include "server/dispatch/account_commands.h"
#include "server/dispatch/command_context.h"
#include "server/dispatch/command_table.h"
#include "server/dispatch/file_desk.h"
#include "server/dispatch/import_desk.h"
#include "server/dispatch/login.h"
#include "server/dispatch/retention.h"
#include "server/dispatch/room_doors.h"
#include "server/search/message_index.h"
#include "shared/base/text_checks.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr qsizetype MaxGoodbyeBytes = 512;

QString shortened(QString text)
{
    while (text.toUtf8().size() > MaxGoodbyeBytes)
        text.chop(1);
    return text.isValidUtf16() ? text : text.chopped(1);
}

} // namespace

Dispatcher::Dispatcher(Outbound &outbound, Store &store, const Clock &clock, PasswordHasher &hasher,
    ServerSettings settings, const StoreContents &contents)
    : m_context(std::make_unique<CommandContext>(outbound, store, clock, hasher, std::move(settings), contents, *this))
    , m_doors(std::make_unique<RoomDoors>(*m_context))
    , m_retention(std::make_unique<Retention>(*m_context))
    , m_importDesk(std::make_unique<ImportDesk>(*m_context))
{
    connect(m_context.get(), &CommandContext::trimmed, this, &Dispatcher::historyTrimmed);
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::setFiles(BlobLane &lane)
{
    m_context->files = std::make_unique<FileDesk>(*m_context, lane);
}

void Dispatcher::setSettings(ServerSettings settings)
{
    m_context->settings = std::move(settings);
}

const ServerSettings &Dispatcher::settings() const
{
    return m_context->settings;
}

QByteArray Dispatcher::serverId() const
{
    return m_context->state.serverId;
}

void Dispatcher::useIndex(MessageIndex &index)
{
    m_context->index = &index;
    connect(m_context.get(), &CommandContext::published, &index, &MessageIndex::logGrew);
    connect(m_context.get(), &CommandContext::importedTo, &index, &MessageIndex::logGrew);
    connect(m_context.get(), &CommandContext::trimmed, &index, &MessageIndex::trim);
    QHash<RoomId, Seq> floors;
    for (const Room *room : m_context->state.rooms.all())
        floors.insert(room->id, room->floor);
    index.start(m_context->state.epoch, floors);
}

RoomDoor &Dispatcher::openDoor(const DoorWish &wish)
{
    return m_doors->open(wish);
}

ImportDesk &Dispatcher::importDesk()
{
    return *m_importDesk;
}

void Dispatcher::shutDown(quint32 retryAfterMs)
{
    if (m_context->closingRetryMs)
        return;
    m_context->closingRetryMs = retryAfterMs;
    const auto sayGoodbye = [this, retryAfterMs] {
        for (Session *session : m_context->sessions.all())
            m_context->dismiss(*session, { GoawayReason::Shutdown, retryAfterMs, {} });
        Q_EMIT drained();
    };
    if (m_context->unansweredTotal() == 0)
        QMetaObject::invokeMethod(this, sayGoodbye, Qt::QueuedConnection);
    else
        connect(m_context.get(), &CommandContext::allAnswered, this, sayGoodbye,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void Dispatcher::connectionOpened(const ConnectionInfo &info)
{
    m_context->sessions.open(info);
    Q_EMIT connected(info.id, info.peer);
    if (m_context->closingRetryMs)
        m_context->dismiss(
            *m_context->sessions.find(info.id), { GoawayReason::Shutdown, m_context->closingRetryMs, {} });
}

void Dispatcher::messagesReceived(const QList<InboundBatch> &batches)
{
    for (const InboundBatch &batch : batches) {
        for (const Envelope &envelope : batch.messages)
            takeMessage(*m_context, batch.connection, envelope);
    }
}

void Dispatcher::connectionClosed(ConnectionId connection, const Error &reason)
{
    const Session *session = m_context->sessions.find(connection);
    if (!session)
        return;
    const QString peer = session->info.peer;
    QString login;
    if (const Account *account = m_context->accountOf(*session)) {
        login = account->login;
        const qint64 nowMs = m_context->clock.wallMs();
        Account seen = *account;
        seen.lastSeenMs = nowMs;
        m_context->state.accounts.put(seen);
        if (const Device *device = m_context->state.accounts.findDevice(session->device)) {
            Device seenDevice = *device;
            seenDevice.lastSeenMs = nowMs;
            m_context->state.accounts.putDevice(seenDevice);
        } else {
            m_context->store.forgetDevice(session->countingDevice());
        }
        m_context->store.noteSeen(seen.id, session->device, nowMs);
        m_context->presence.leave(seen.id, connection.value);
        m_context->presenceChanged();
    }
    m_context->forget(connection);
    Q_EMIT disconnected(connection, peer, login, reason);
}

QList<PresentPerson> Dispatcher::who() const
{
    QList<PresentPerson> people;
    for (const Session *session : std::as_const(m_context->sessions).all()) {
        if (session->isIn())
            people.append(presentPerson(*session, *m_context->accountOf(*session), m_context->presence));
    }
    return people;
}

QList<RoomLine> Dispatcher::rooms() const
{
    QList<RoomLine> lines;
    for (const Room *room : m_context->state.rooms.all()) {
        if (room->kind != RoomKind::Direct) {
            lines.append({ room->id, room->kind, room->name, room->topic,
                quint32(m_context->state.rooms.memberCount(room->id)), room->head, room->lastActivityMs });
        }
    }
    std::sort(lines.begin(), lines.end(), [](const RoomLine &left, const RoomLine &right) {
        const int order = left.name.compare(right.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left.id < right.id;
    });
    return lines;
}

ServerCounts Dispatcher::counts() const
{
    ServerCounts counts;
    counts.connections = m_context->sessions.count();
    for (const Session *session : std::as_const(m_context->sessions).all())
        counts.loggedIn += session->isIn() ? 1 : 0;
    counts.accounts = m_context->state.accounts.count();
    counts.rooms = m_context->state.rooms.count();
    counts.messages = m_context->messagesStored;
    return counts;
}

QString Dispatcher::ownerCode() const
{
    return m_context->state.ownerCode;
}

void Dispatcher::announce(const QString &text, std::function<void(const Result<> &)> done)
{
    const auto checked = checkMessageText(text);
    if (!checked) {
        done(fail(checked.error()));
        return;
    }
    Event event;
    event.room = m_context->state.rooms.first()->id;
    event.kind = EventKind::Announcement;
    event.timeMs = m_context->clock.wallMs();
    event.text = *checked;
    m_context->store.appendEvent(
        event, m_context->whenDone<Event>([this, done = std::move(done)](const Result<Event> &stored) {
            if (stored)
                m_context->publish(*stored);
            done(stored ? Result<>() : fail(stored.error()));
        }));
}

Result<int> Dispatcher::kick(const QString &login, const QString &text)
{
    const Account *account = m_context->state.accounts.findLogin(login.trimmed().toLower());
    if (!account)
        return fail(ErrorCode::AccountUnknown);
    int count = 0;
    for (Session *session : m_context->sessions.of(account->id)) {
        m_context->dismiss(*session, { GoawayReason::Kicked, {}, shortened(text.left(MaxGoodbyeBytes)) });
        ++count;
    }
    return count;
}

void Dispatcher::createInvitation(
    quint32 lifetimeSeconds, quint32 uses, std::function<void(const Result<NewInvitation> &)> done)
{
    makeInvitation(*m_context, {}, { lifetimeSeconds, uses }, done);
}

} // namespace salon::server
