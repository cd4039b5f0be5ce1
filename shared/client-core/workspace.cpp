// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/workspace.h"

#include "shared/base/text_checks.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/export/export_writer.h"
#include "shared/client-core/export/room_exporter.h"
#include "shared/client-core/models/search_model.h"
#include "shared/client-core/search/message_search.h"
#include "shared/client-core/search/mirror_index.h"
#include "shared/client-core/search/moment_finder.h"
#include "shared/client-core/session/download_upkeep.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/muted_here.h"
#include "shared/client-core/session/transport_channel.h"
#include "shared/client-core/store/sqlite_local_store.h"
#include "shared/client-core/store/sqlite_outbox_store.h"
#include "shared/client-core/text/message_link.h"

#include <QLocale>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace salon {

Workspace::Workspace(
    ClientProfile &profile, const QString &serverId, const QString &client, Environment environment, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
{
    const Clock &clock = profile.clock();
    const QString folder = profile.serverFolder(serverId);
    const QString temporaryFolder = folder + u"/outgoing"_s;
    m_store = std::make_unique<SqliteLocalStore>(folder + u"/mirror.sqlite"_s);
    m_outboxStore = std::make_unique<SqliteOutboxStore>(folder + u"/outbox.sqlite"_s);
    if (!environment.channels)
        environment.channels = TransportChannel::factory();
    if (!environment.random)
        environment.random = [] {
            return QRandomGenerator::global()->generateDouble();
        };
    m_index = std::make_unique<MirrorIndex>(folder + u"/search"_s, *m_store);
    m_session = std::make_unique<Session>(
        Session::Identity{ profile.deviceKey(), profile.deviceName(), client, QLocale().bcp47Name() },
        std::move(environment.channels), clock, ReconnectPolicy(clock, std::move(environment.random)));
    m_record = std::make_unique<ServerRecord>(profile.servers(), serverId, *m_session);
    m_moments = std::make_unique<MomentFinder>(*m_session, *m_store);
    m_people = std::make_unique<People>();
    m_rooms = std::make_unique<Rooms>(*m_people);
    m_outbox = std::make_unique<Outbox>(*m_session, *m_outboxStore, clock);
    m_uploads = std::make_unique<Uploads>(*m_session, *m_outbox, m_fileLane, clock, temporaryFolder);
    m_downloads = std::make_unique<Downloads>(*m_session, m_fileLane, folder + u"/files"_s, clock);
    m_sync = std::make_unique<RoomSync>(*m_session, *m_store, *m_outbox, *m_rooms, *m_people);
    m_rules = std::make_unique<MessageRules>(*m_session, *m_rooms, *m_people);
    m_saved = std::make_unique<SavedMessages>(*m_session);
    m_quotes = std::make_unique<QuotedMessages>(*m_sync);
    m_messages = std::make_unique<MessageCommands>(*m_session, *m_outbox, *m_sync, *m_rooms, *m_saved);
    m_files = std::make_unique<MessageFiles>(MessageFiles::Parts{ *m_session, *m_record, *m_rooms, *m_people, *m_rules,
                                                 *m_messages, *m_downloads, m_fileLane },
        temporaryFolder);
    m_upkeep = std::make_unique<DownloadUpkeep>(*m_downloads, *m_sync, *m_rooms);
    m_typing = std::make_unique<TypingWatch>(clock);
    m_presence = std::make_unique<OwnPresence>(*m_session, clock);
    m_account = std::make_unique<AccountCommands>(*m_session);
    m_roomCommands = std::make_unique<RoomCommands>(*m_session, *m_sync, *m_people);
    m_seen = std::make_unique<SeenBy>(*m_session, *m_sync, *m_rooms);
    m_posting = std::make_unique<PostingWatch>(*m_rules, *m_rooms, *m_outbox, *m_sync, clock);
    m_unread = std::make_unique<UnreadFinder>(*m_sync, *m_rooms, *m_people);
    m_newcomers = std::make_unique<Newcomers>(*m_sync, *m_people,
        [this](const QString &query, quint32 offset) { return m_roomCommands->findPeople(query, offset); });
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
    m_session->stop(); // first: those who asked learn that the connection is over, not that they were answered
    m_session->disconnect();
}

void Workspace::connectParts()
{
    connect(m_record.get(), &ServerRecord::nameChanged, this, &Workspace::nameChanged);
    connect(m_session.get(), &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Online) {
            m_newcomers->begin();
        } else if (state == SessionState::Offline) {
            m_typing->clear();
        }
    });
    connect(m_sync.get(), &RoomSync::loaded, this, [this] {
        m_loaded = true;
        m_index->start();
        Q_EMIT loaded();
        if (std::exchange(m_startWhenLoaded, false))
            m_session->start();
    });
    connect(m_sync.get(), &RoomSync::liveEventApplied, this, &Workspace::liveEvent);
    connect(m_uploads.get(), &Uploads::fileUploaded, m_downloads.get(), &Downloads::adopt);
    connect(m_sync.get(), &RoomSync::typingSeen, this, [this](RoomId room, AccountId account) {
        if (account != m_people->self() && m_rooms->find(room) && m_people->find(account))
            m_typing->seen(room, account);
    });
    connect(m_sync.get(), &RoomSync::roomAddedByOthers, this, &Workspace::addedToRoom);
    connect(m_rooms.get(), &Rooms::removed, this, &Workspace::roomRemoved);
    connect(m_typing.get(), &TypingWatch::changed, this, &Workspace::typingChanged);
    connect(m_presence.get(), &OwnPresence::changed, this, &Workspace::presenceChanged);
    connect(m_account.get(), &AccountCommands::ownershipClaimed, this, &Workspace::selfChanged);
    connect(m_people.get(), &People::changed, this, [this](AccountId id) {
        if (id == m_people->self())
            Q_EMIT selfChanged();
    });
    const auto countsChanged = [this] {
        Q_EMIT unreadChanged(m_rooms->totalUnread(), m_rooms->totalMentions());
    };
    connect(m_rooms.get(), &Rooms::changed, this, [countsChanged](RoomId, RoomAspects what) {
        if (what & (RoomAspect::Counts | RoomAspect::Attention))
            countsChanged();
    });
    connect(m_rooms.get(), &Rooms::added, this, countsChanged);
    connect(m_rooms.get(), &Rooms::removed, this, countsChanged);
    connect(m_outbox.get(), &Outbox::draftChanged, this,
        [this](RoomId room) { m_roomList->setHasDraft(room, !m_outbox->drafts().of(room).isEmpty()); });
    connect(m_outbox.get(), &Outbox::loaded, this, [this] {
        for (const RoomId room : m_outbox->drafts().rooms())
            m_roomList->setHasDraft(room, true);
    });
    connectReading();
    m_presence->setAutoAwayMinutes(m_profile.settings().current().autoAwayMinutes);
    connect(&m_profile.settings(), &SettingsStore::changed, this,
        [this](const Settings &now) { m_presence->setAutoAwayMinutes(now.autoAwayMinutes); });
}

void Workspace::connectReading()
{
    connect(m_posting.get(), &PostingWatch::changed, this, &Workspace::postingChanged);
    connect(m_sync.get(), &RoomSync::trimmed, this, &Workspace::historyTrimmed);
    connect(m_sync.get(), &RoomSync::trimmed, m_saved.get(), &SavedMessages::trim);
    connect(m_sync.get(), &RoomSync::reset, m_saved.get(), &SavedMessages::forget);
    connect(m_sync.get(), &RoomSync::savedRead, m_saved.get(), &SavedMessages::restore);
    connect(m_saved.get(), &SavedMessages::changed, this,
        [this](RoomId room, Seq seq, bool saved) { m_store->keepSaved(room, seq, saved); });
    connect(m_sync.get(), &RoomSync::caughtUp, this, [this] {
        if (canMarkUnread())
            handOverMutedHere(m_profile.settings(), id(), *m_rooms, *m_sync);
    });
    connect(m_outbox.get(), &Outbox::entryChanged, this, [this](const OutboxEntry &entry) {
        if (entry.state == SendState::Failed && isChange(entry))
            Q_EMIT changeRefused(entry.room, entry.cid, entry.error);
    });
    connect(m_rooms.get(), &Rooms::changed, this, [this](RoomId room, RoomAspects what) {
        if (!(what & RoomAspect::Rules))
            return;
        // Slow mode may be off now: what waits for it need not.
        for (const OutboxEntry &entry : m_outbox->entriesOf(room)) {
            if (entry.isDelayed && entry.error.code == ErrorCode::SlowMode)
                m_outbox->retry(entry.cid);
        }
    });
    const auto selfToldAnew = [this] {
        if (std::exchange(m_hidSeen, hidesSeen()) != hidesSeen())
            Q_EMIT privacyChanged(hidesSeen());
    };
    connect(m_session.get(), &Session::loggedIn, this, selfToldAnew);
    connect(m_session.get(), &Session::selfUpdated, this, selfToldAnew);
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

// --- Oneself

QString Workspace::selfName() const
{
    const QString name = m_people->nameOf(m_people->self());
    return name.isEmpty() ? server().displayName : name;
}

QString Workspace::selfLogin() const
{
    const Profile *self = m_people->find(m_people->self());
    return self && !self->login.isEmpty() ? self->login : server().login;
}

// --- Messages

Result<Cid> Workspace::sendText(RoomId room, const QString &text, const MessageOptions &options)
{
    if (m_rooms->find(room) && !m_rules->mayPost(room))
        return fail(ErrorCode::PostingRestricted);
    const bool isPlain = rules(room).plainOnly && options.format == TextFormat::Markdown; // as it will be stored
    return noteSent(room, m_messages->send(room, text, options.replyTo, isPlain ? TextFormat::Plain : options.format));
}

Result<Cid> Workspace::noteSent(RoomId room, const Result<Cid> &sent)
{
    if (sent)
        m_typing->sent(room);
    return sent;
}

void Workspace::setDraft(RoomId room, const QString &text)
{
    Draft draft = m_outbox->drafts().of(room);
    draft.text = text;
    m_outbox->drafts().set(room, text.isEmpty() ? Draft() : draft);
}

// --- Files

Result<Cid> Workspace::sendFiles(RoomId room, const QString &caption, const QList<OutgoingFile> &files,
    const QString &folder, const MessageOptions &options)
{
    if (const Result<> checked = checkFiles(room, files, folder); !checked)
        return tl::unexpected(checked.error());
    return noteSent(room, m_messages->sendFiles(room, caption, options.replyTo, options.format, files, folder));
}

Result<Cid> Workspace::forwardFiles(RoomId room, const QString &text, const QList<FileEntry> &files,
    const QString &folder, const MessageOptions &options)
{
    if (files.isEmpty())
        return sendText(room, text, options);
    if (const Result<> checked = m_files->checkForwarded(room, files); !checked)
        return tl::unexpected(checked.error());
    QList<OutgoingFile> outgoing;
    for (const FileEntry &file : files)
        outgoing.append(forwardedFile(file));
    return noteSent(room, m_messages->sendFiles(room, text, options.replyTo, options.format, outgoing, folder));
}

QString Workspace::messageLink(RoomId room, Seq seq) const
{
    return MessageLink{ server().address.host, server().address.port, room, seq }.toString();
}

bool Workspace::canSearchServer() const
{
    return m_session->hasFeature(QString::fromLatin1(features::Search));
}

Answer<Seq> Workspace::findMoment(RoomId room, const QDate &day)
{
    return m_moments->find(room, day);
}

void Workspace::markAllRead(RoomId room)
{
    m_sync->markRead(room, m_sync->last(room));
}

void Workspace::markAllRead()
{
    const QList<RoomId> rooms = m_rooms->ids();
    for (const RoomId id : rooms) {
        const RoomSummary *room = m_rooms->find(id);
        if (room && (room->unread > 0 || room->mark > 0))
            markAllRead(id);
    }
}

// --- Reading, rules, export

bool Workspace::canMarkUnread() const
{
    return m_session->hasFeature(QString::fromLatin1(features::Reading));
}

Seq Workspace::firstUnread(RoomId room) const
{
    const RoomSummary *known = m_rooms->find(room);
    if (!known || (known->unread == 0 && known->mark == 0))
        return 0;
    return std::max(known->floor, known->mark > 0 ? known->mark : known->readSeq + 1);
}

Attention Workspace::attention(RoomId room) const
{
    const RoomSummary *known = m_rooms->find(room);
    return known ? known->attention : Attention::All;
}

qint64 Workspace::attentionUntilMs(RoomId room) const
{
    const RoomSummary *known = m_rooms->find(room);
    return known ? known->attentionUntilMs : 0;
}

bool Workspace::callsAttention(RoomId room, bool mentionsMe) const
{
    const Attention wanted = attention(room);
    return wanted == Attention::All || (wanted == Attention::Mentions && mentionsMe);
}

RoomRules Workspace::rules(RoomId room) const
{
    const RoomSummary *known = m_rooms->find(room);
    return known ? known->rules : RoomRules();
}

RoomExport *Workspace::exportRoom(RoomId room, const QString &folder, QObject *parent)
{
    const RoomSummary *known = m_rooms->find(room);
    const RoomSummary summary = known ? *known : RoomSummary();
    const qint64 nowMs = m_profile.clock().wallMs();
    const QString name = m_rooms->displayName(room);
    const ExportHead head{ m_record->serverId(), this->name(), summary.id, summary.kind, name, summary.topic, nowMs,
        { selfId(), selfLogin(), selfName() }, std::max<Seq>(1, summary.floor),
        m_sync->last(room) > 0 ? m_sync->last(room) : summary.head };
    return new RoomExporter({ *m_session, *m_sync, *m_people, *m_downloads }, head,
        exportPlace(folder, name.isEmpty() ? u"room-%1"_s.arg(room.value) : name, nowMs), parent);
}

void Workspace::typing(RoomId room)
{
    const bool wanted = m_profile.settings().current().sendsTyping && m_session->isOnline() && !rules(room).noTyping
        && m_session->hasFeature(QString::fromLatin1(features::Typing));
    if (wanted && m_typing->mayTell(room))
        m_session->notify(Typing{ room });
}

bool Workspace::tellsTyping() const
{
    return m_profile.settings().current().sendsTyping;
}

void Workspace::setTellsTyping(bool tells)
{
    m_profile.settings().change([tells](Settings &settings) { settings.sendsTyping = tells; });
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
    if (!countsAsUnread(event.kind))
        return;
    m_typing->wrote(event.room, event.author);
    Q_EMIT messageArrived(event.room, event, mentionsPerson(event, m_people->self()));
}

// --- Models

MessageSources Workspace::sources() const
{
    return { *m_sync, *m_outbox, *m_rooms, *m_people, *m_rules, *m_saved, *m_quotes, m_uploads.get() };
}

TimelineModel *Workspace::makeTimeline(RoomId room, QObject *parent)
{
    auto *timeline = new TimelineModel(room, sources(), parent);
    connect(this, &Workspace::languageChanged, timeline, &TimelineModel::retranslate);
    return timeline;
}

MessageListModel *Workspace::makeMessageList(MessageListKind kind, RoomId room, QObject *parent)
{
    const auto ask = [this, kind, room](quint64 before) {
        return m_messages->list(kind, room, before);
    };
    auto *list = new MessageListModel(kind, room, ask, sources(), parent);
    connect(this, &Workspace::languageChanged, list, &MessageListModel::retranslate);
    return list;
}

MessageSearch *Workspace::makeSearch(QObject *parent)
{
    return new MessageSearch(*m_session, *m_index, *m_sync, *m_rooms, parent);
}

SearchModel *Workspace::makeSearchModel(MessageSearch &search, QObject *parent)
{
    auto *found = new SearchModel(search, sources(), parent);
    connect(this, &Workspace::languageChanged, found, &SearchModel::retranslate);
    return found;
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
