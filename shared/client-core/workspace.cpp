// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/workspace.h"

#include "shared/base/logging.h"
#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/transport_channel.h"
#include "shared/client-core/store/sqlite_local_store.h"
#include "shared/client-core/store/sqlite_outbox_store.h"

#include <QLocale>
#include <QPromise>
#include <QRandomGenerator>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// People fetched by itself after each login, so that names and presence are known without asking.
constexpr quint32 MaxPeopleFetched = 1000;

template <class Value>
Answer<Value> failed(const Error &error)
{
    QPromise<Result<Value>> promise;
    promise.start();
    promise.addResult(Result<Value>(tl::unexpected(error)));
    promise.finish();
    return promise.future();
}

Answer<> done()
{
    QPromise<Result<>> promise;
    promise.start();
    promise.addResult(Result<>());
    promise.finish();
    return promise.future();
}

} // namespace

Workspace::Workspace(
    ClientProfile &profile, const QString &serverId, const QString &client, Environment environment, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_server(profile.servers().find(serverId).value_or(KnownServer{ serverId }))
{
    const Clock &clock = profile.clock();
    const QString folder = profile.serverFolder(serverId);
    m_store = std::make_unique<SqliteLocalStore>(folder + u"/mirror.sqlite"_s);
    m_outboxStore = std::make_unique<SqliteOutboxStore>(folder + u"/outbox.sqlite"_s);
    if (!environment.channels)
        environment.channels = TransportChannel::factory();
    if (!environment.random)
        environment.random = [] {
            return QRandomGenerator::global()->generateDouble();
        };
    m_session = std::make_unique<Session>(
        Session::Identity{ profile.deviceKey(), profile.deviceName(), client, QLocale().bcp47Name() },
        std::move(environment.channels), clock, ReconnectPolicy(clock, std::move(environment.random)));
    m_session->setServer(m_server.address, m_server.pin);
    m_people = std::make_unique<People>();
    m_rooms = std::make_unique<Rooms>(*m_people);
    m_outbox = std::make_unique<Outbox>(*m_session, *m_outboxStore, clock);
    m_sync = std::make_unique<RoomSync>(*m_session, *m_store, *m_outbox, *m_rooms, *m_people);
    m_typing = std::make_unique<TypingWatch>(clock);
    m_presence = std::make_unique<PresencePolicy>(clock);
    m_roomList = std::make_unique<RoomListModel>(*m_rooms, *m_people);
    m_outboxModel = std::make_unique<OutboxModel>(*m_outbox, *m_rooms);
    connectParts();
    m_sync->load();
    m_outbox->load();
}

Workspace::~Workspace()
{
    // Views and their models may still be children of this object: they go before what they look at.
    const QObjectList leftOver = children();
    qDeleteAll(leftOver);
    m_session->disconnect();
    m_session->stop();
}

void Workspace::connectParts()
{
    connect(m_session.get(), &Session::welcomed, this, &Workspace::welcomed);
    connect(m_session.get(), &Session::loggedIn, this, &Workspace::loggedIn);
    connect(m_session.get(), &Session::serverPinned, this, &Workspace::pinned);
    connect(m_session.get(), &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Online) {
            tellPresence();
            fetchPeople(0);
        } else if (state == SessionState::Offline) {
            m_typing->clear();
        }
    });
    connect(m_sync.get(), &RoomSync::loaded, this, [this] {
        m_loaded = true;
        Q_EMIT loaded();
        if (std::exchange(m_startWhenLoaded, false))
            m_session->start();
    });
    connect(m_sync.get(), &RoomSync::liveEventApplied, this, &Workspace::liveEvent);
    connect(m_sync.get(), &RoomSync::typingSeen, this, [this](RoomId room, AccountId account) {
        if (account != m_people->self())
            m_typing->seen(room, account);
    });
    connect(m_sync.get(), &RoomSync::roomAddedByOthers, this, &Workspace::addedToRoom);
    connect(m_rooms.get(), &Rooms::removed, this, &Workspace::roomRemoved);
    connect(m_typing.get(), &TypingWatch::changed, this, &Workspace::typingChanged);
    connect(m_presence.get(), &PresencePolicy::changed, this, [this](PresenceState state) {
        if (!m_holdsPresence)
            tellPresence();
        Q_EMIT presenceChanged(state);
    });
    connect(m_people.get(), &People::changed, this, [this](AccountId id) {
        if (id == m_people->self())
            Q_EMIT selfChanged();
    });
    const auto countsChanged = [this] {
        Q_EMIT unreadChanged(m_rooms->totalUnread(), m_rooms->totalMentions());
    };
    connect(m_rooms.get(), &Rooms::changed, this, [countsChanged](RoomId, RoomAspects what) {
        if (what & RoomAspect::Counts)
            countsChanged();
    });
    connect(m_rooms.get(), &Rooms::added, this, countsChanged);
    connect(m_rooms.get(), &Rooms::removed, this, countsChanged);
    connect(m_outbox.get(), &Outbox::draftChanged, this,
        [this](RoomId room) { m_roomList->setHasDraft(room, !m_outbox->draft(room).isEmpty()); });
    connect(m_outbox.get(), &Outbox::loaded, this, [this] {
        for (const RoomId room : m_outbox->draftRooms())
            m_roomList->setHasDraft(room, true);
    });
    m_presence->setAutoAwayMinutes(m_profile.settings().current().autoAwayMinutes);
    connect(&m_profile.settings(), &SettingsStore::changed, this,
        [this](const Settings &now) { m_presence->setAutoAwayMinutes(now.autoAwayMinutes); });
}

QString Workspace::name() const
{
    return m_server.name.isEmpty() ? m_server.address.host : m_server.name;
}

// --- The connection

void Workspace::start()
{
    if (m_loaded)
        m_session->start();
    else
        m_startWhenLoaded = true;
}

void Workspace::login(const Credentials &credentials)
{
    m_session->setCredentials(credentials);
    start();
}

void Workspace::stop()
{
    m_startWhenLoaded = false;
    m_session->stop();
}

void Workspace::adoptLink(const JoinLink &link)
{
    updateServer([&](KnownServer &server) {
        if (server.pin.isEmpty())
            server.pin = link.pin;
        server.address.plain = link.plain;
    });
    m_session->setServer(m_server.address, m_server.pin);
}

void Workspace::welcomed(const Welcome &welcome)
{
    const QString before = name();
    updateServer([&](KnownServer &server) {
        server.name = welcome.name;
        server.serverId = welcome.serverId;
    });
    if (name() != before)
        Q_EMIT nameChanged(name());
}

void Workspace::loggedIn(const LoggedIn &self)
{
    updateServer([&](KnownServer &server) {
        server.login = self.login;
        server.displayName = self.displayName;
        server.enrolled = self.device.isValid();
    });
}

void Workspace::pinned(const QByteArray &pin)
{
    updateServer([&](KnownServer &server) { server.pin = pin; });
}

void Workspace::updateServer(const std::function<void(KnownServer &)> &edit)
{
    edit(m_server);
    m_profile.servers().update(m_server);
}

template <class Value, wire::Message Reply, wire::Message Request, class Convert>
Answer<Value> Workspace::ask(const Request &request, Convert convert)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    promise->start();
    m_session->request<Reply>(request, this, [promise, convert](const Result<Reply> &reply) {
        if (!reply) {
            promise->addResult(Result<Value>(tl::unexpected(reply.error())));
        } else if constexpr (std::is_void_v<Value>) {
            convert(*reply);
            promise->addResult(Result<>());
        } else {
            promise->addResult(Result<Value>(convert(*reply)));
        }
        promise->finish();
    });
    return promise->future();
}

template <wire::Message Reply, wire::Message Request>
Answer<Reply> Workspace::askFor(const Request &request)
{
    return ask<Reply, Reply>(request, [](const Reply &reply) { return reply; });
}

template <wire::Message Request>
Answer<> Workspace::order(const Request &request)
{
    return ask<void, Done>(request, [](const Done &) {});
}

Answer<RoomId> Workspace::openRoom(const auto &request)
{
    return ask<RoomId, RoomOpened>(request, [this](const RoomOpened &opened) {
        m_sync->roomOpened(opened.room);
        return opened.room.id;
    });
}

// --- Oneself

QString Workspace::selfName() const
{
    const QString name = m_people->nameOf(m_people->self());
    return name.isEmpty() ? m_server.displayName : name;
}

QString Workspace::selfLogin() const
{
    const Profile *self = m_people->find(m_people->self());
    return self && !self->login.isEmpty() ? self->login : m_server.login;
}

Answer<> Workspace::setPresence(PresenceState state, std::optional<QString> statusText)
{
    if (statusText) {
        const Result<QString> checked = checkStatusText(*statusText);
        if (!checked)
            return failed<void>(checked.error());
        m_untoldStatus = *checked;
    }
    const bool wasTold = m_presence->state() == state && !statusText;
    {
        const QScopedValueRollback holding(m_holdsPresence, true); // told below, with its answer
        m_presence->choose(state);
    }
    if (!m_session->isOnline() || wasTold)
        return done();
    const SetPresence request{ m_presence->state(), std::exchange(m_untoldStatus, std::nullopt) };
    return order(request);
}

void Workspace::tellPresence()
{
    if (!m_session->isOnline())
        return;
    const SetPresence request{ m_presence->state(), std::exchange(m_untoldStatus, std::nullopt) };
    whenReady(order(request), this, [](const Result<> &told) {
        if (!told)
            qCInfo(salonSession) << "The presence was not told:" << errorName(told.error().code);
    });
}

void Workspace::fetchPeople(quint32 offset)
{
    if (offset >= MaxPeopleFetched)
        return;
    whenReady(findPeople({}, offset), this, [this, offset](const Result<PeopleList> &people) {
        if (people && people->more && !people->people.isEmpty())
            fetchPeople(offset + quint32(people->people.size()));
    });
}

Answer<> Workspace::setDisplayName(const QString &displayName)
{
    const Result<QString> checked = checkDisplayName(displayName);
    return checked ? order(SetDisplayName{ *checked }) : failed<void>(checked.error());
}

Answer<> Workspace::claimOwnership(const QString &code)
{
    return ask<void, LoggedIn>(ClaimOwnership{ code.trimmed() }, [this](const LoggedIn &self) {
        m_session->updateSelf(self);
        Q_EMIT selfChanged();
    });
}

Answer<InvitationCreated> Workspace::createInvitation(quint32 lifetimeSeconds, quint32 uses)
{
    return askFor<InvitationCreated>(CreateInvitation{ lifetimeSeconds, uses });
}

Answer<> Workspace::changePassword(const QString &oldPassword, const QString &newPassword, bool revokeOtherDevices)
{
    const Result<QString> checked = checkPassword(newPassword);
    return checked ? order(ChangePassword{ oldPassword, newPassword, revokeOtherDevices })
                   : failed<void>(checked.error());
}

Answer<QList<DeviceEntry>> Workspace::listDevices()
{
    return ask<QList<DeviceEntry>, DeviceList>(ListDevices(), [](const DeviceList &list) { return list.devices; });
}

Answer<> Workspace::revokeDevice(DeviceId device)
{
    return order(RevokeDevice{ device });
}

// --- Messages

Result<Cid> Workspace::sendText(RoomId room, const QString &text)
{
    const Result<QString> checked = checkMessageText(text);
    if (!checked)
        return tl::unexpected(checked.error());
    if (!m_rooms->find(room))
        return fail(ErrorCode::NotAMember);
    m_typing->sent(room);
    return m_outbox->queue(room, *checked);
}

void Workspace::markAllRead(RoomId room)
{
    m_sync->markRead(room, m_sync->last(room));
}

void Workspace::typing(RoomId room)
{
    const bool wanted = m_profile.settings().current().sendsTyping && m_session->isOnline()
        && m_session->hasFeature(QString::fromLatin1(features::Typing));
    if (wanted && m_typing->mayTell(room))
        m_session->notify(Typing{ room });
}

QStringList Workspace::typingNames(RoomId room) const
{
    QStringList names;
    for (const AccountId account : m_typing->typingIn(room)) {
        const QString name = m_people->nameOf(account);
        if (!name.isEmpty())
            names.append(name);
    }
    return names;
}

void Workspace::liveEvent(const RoomEvent &event)
{
    m_typing->wrote(event.room, event.author);
    if (event.kind == EventKind::Message || event.kind == EventKind::Announcement)
        Q_EMIT messageArrived(event.room, event, event.mentions.contains(m_people->self()));
}

// --- Rooms

Answer<RoomId> Workspace::createRoom(
    RoomKind kind, const QString &name, const QString &topic, const QList<AccountId> &members)
{
    const Result<QString> checkedName = checkRoomName(name);
    if (!checkedName)
        return failed<RoomId>(checkedName.error());
    const Result<QString> checkedTopic = checkTopic(topic);
    if (!checkedTopic)
        return failed<RoomId>(checkedTopic.error());
    return openRoom(CreateRoom{ kind, *checkedName, *checkedTopic, members });
}

Answer<RoomId> Workspace::joinRoom(RoomId room)
{
    return openRoom(JoinRoom{ room });
}

Answer<> Workspace::leaveRoom(RoomId room)
{
    return ask<void, Done>(LeaveRoom{ room }, [this, room](const Done &) { m_sync->roomLeft(room); });
}

Answer<> Workspace::invite(RoomId room, AccountId person)
{
    return order(InviteToRoom{ room, person });
}

Answer<> Workspace::renameRoom(RoomId room, const QString &name)
{
    const Result<QString> checked = checkRoomName(name);
    return checked ? order(RenameRoom{ room, *checked }) : failed<void>(checked.error());
}

Answer<> Workspace::setTopic(RoomId room, const QString &topic)
{
    const Result<QString> checked = checkTopic(topic);
    return checked ? order(SetTopic{ room, *checked }) : failed<void>(checked.error());
}

Answer<RoomId> Workspace::openDirect(const QList<AccountId> &people)
{
    return openRoom(OpenDirect{ people });
}

Answer<RoomList> Workspace::listRooms(const QString &query, quint32 offset)
{
    return askFor<RoomList>(ListRooms{ query, offset, 0 });
}

Answer<PeopleList> Workspace::findPeople(const QString &query, quint32 offset)
{
    return ask<PeopleList, PeopleList>(FindPeople{ query, offset, 0 }, [this](const PeopleList &list) {
        for (const Profile &person : list.people)
            m_people->put(person);
        return list;
    });
}

Answer<MemberList> Workspace::listMembers(RoomId room, quint32 offset)
{
    return ask<MemberList, MemberList>(ListMembers{ room, offset, 0 }, [this](const MemberList &list) {
        for (const MemberEntry &member : list.members)
            m_people->put(member.profile);
        return list;
    });
}

// --- Models

TimelineModel *Workspace::makeTimeline(RoomId room, QObject *parent)
{
    auto *timeline = new TimelineModel(room, *m_sync, *m_outbox, *m_rooms, *m_people, parent);
    connect(this, &Workspace::languageChanged, timeline, &TimelineModel::retranslate);
    return timeline;
}

MemberModel *Workspace::makeMembers(RoomId room, QObject *parent)
{
    const auto fetch = [this, room](quint32 offset) {
        return listMembers(room, offset);
    };
    auto *members = new MemberModel(room, fetch, *m_sync, *m_people, parent);
    connect(m_session.get(), &Session::stateChanged, members, [members](SessionState state) {
        if (state == SessionState::Online)
            members->refresh();
    });
    return members;
}

PublicRoomModel *Workspace::makeRoomSearch(QObject *parent)
{
    auto *found = new PublicRoomModel(
        [this](const QString &query, quint32 offset) { return listRooms(query, offset); }, parent);
    connect(m_rooms.get(), &Rooms::added, found, [found](RoomId room) { found->setMember(room, true); });
    connect(m_rooms.get(), &Rooms::removed, found, [found](RoomId room) { found->setMember(room, false); });
    return found;
}

void Workspace::retranslate()
{
    m_roomList->retranslate();
    m_outboxModel->retranslate();
    Q_EMIT languageChanged();
}

} // namespace salon
