// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/client_profile.h"
#include "shared/client-core/export/room_export.h"
#include "shared/client-core/files/downloads.h"
#include "shared/client-core/files/file_scan.h"
#include "shared/client-core/files/uploads.h"
#include "shared/client-core/models/member_model.h"
#include "shared/client-core/models/message_list_model.h"
#include "shared/client-core/models/outbox_model.h"
#include "shared/client-core/models/public_room_model.h"
#include "shared/client-core/models/reaction_view.h"
#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/session/account_commands.h"
#include "shared/client-core/session/answer.h"
#include "shared/client-core/session/message_commands.h"
#include "shared/client-core/session/message_files.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/newcomers.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/own_presence.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/posting_watch.h"
#include "shared/client-core/session/quoted_messages.h"
#include "shared/client-core/session/room_commands.h"
#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"
#include "shared/client-core/session/seen_by.h"
#include "shared/client-core/session/server_record.h"
#include "shared/client-core/session/session.h"
#include "shared/client-core/session/typing.h"
#include "shared/client-core/session/unread_finder.h"

#include <QDate>
#include <memory>

namespace salon {

class DownloadUpkeep;
class HashAhead;
class MessageSearch;
class MirrorIndex;
class MomentFinder;
class SearchModel;

/// How a text is to be sent.
struct MessageOptions
{
    Seq replyTo = 0; ///< the message that it answers; 0: none
    TextFormat format = TextFormat::Markdown;
};

/// One server as a person uses it: session, cache, outbox, models and commands. Rooms and history of the last time are
/// there after loaded(), without any network. Everything in the thread that made it; nothing blocks it. Commands fail
/// with ConnectionLost while offline, except those that say otherwise.
class Workspace : public QObject
{
    Q_OBJECT
public:
    /// For tests: another way to connect, other time, no random.
    struct Environment
    {
        ChannelFactory channels{}; ///< empty: real connections
        std::function<double()> random{}; ///< empty: the system's
    };

    /// `serverId`: an entry of profile.servers(). `client`: "salon 0.1". The profile must be open and outlive this.
    Workspace(ClientProfile &profile, const QString &serverId, const QString &client, Environment environment,
        QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] QString id() const { return server().id; }
    /// The server's name, else its host.
    [[nodiscard]] QString name() const { return m_record->name(); }
    [[nodiscard]] const KnownServer &server() const { return m_record->server(); }

    // Parts, for what has no function here. All live as long as the workspace.
    [[nodiscard]] Session &session() const { return *m_session; }
    [[nodiscard]] Outbox &outbox() const { return *m_outbox; }
    [[nodiscard]] RoomSync &sync() const { return *m_sync; }
    [[nodiscard]] const Rooms &rooms() const { return *m_rooms; }
    [[nodiscard]] People &people() const { return *m_people; }
    [[nodiscard]] RoomListModel &roomList() const { return *m_roomList; }
    [[nodiscard]] OutboxModel &outboxModel() const { return *m_outboxModel; }

    /// New ones for each view; the caller owns them through `parent`, which must not outlive the workspace.
    [[nodiscard]] TimelineModel *makeTimeline(RoomId room, QObject *parent);
    /// `room`: of Pinned; the others list only this room's when it is valid.
    [[nodiscard]] MessageListModel *makeMessageList(MessageListKind kind, RoomId room, QObject *parent);
    [[nodiscard]] MessageSearch *makeSearch(QObject *parent);
    /// `search` must outlive it.
    [[nodiscard]] SearchModel *makeSearchModel(MessageSearch &search, QObject *parent);
    [[nodiscard]] MemberModel *makeMembers(RoomId room, QObject *parent);
    [[nodiscard]] PublicRoomModel *makeRoomSearch(QObject *parent);

    /// The cache was read; emitted once, soon after construction.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Connects with the device's key, and stays connected. Waits for loaded() by itself.
    void start();
    /// Connects with these credentials; after success the device's key is enough.
    void login(const Credentials &credentials);
    void stop();
    /// Another link to this server: its pin counts if none is known yet. TlsFailed, and nothing happens, when it asks
    /// to talk in clear to a server that is known by its key.
    Result<> adoptLink(const JoinLink &link) { return m_record->adoptLink(link); }

    // --- Oneself
    [[nodiscard]] AccountId selfId() const { return m_people->self(); }
    [[nodiscard]] QString selfName() const;
    [[nodiscard]] QString selfLogin() const;
    [[nodiscard]] Role selfRole() const { return m_session->self().role; }
    /// What others see of this device now.
    [[nodiscard]] PresenceState presence() const { return m_presence->state(); }
    /// Chosen by hand; kept over reconnects. Works offline: told at the next connection.
    Answer<> setPresence(PresenceState state, const std::optional<QString> &statusText = std::nullopt)
    {
        return m_presence->choose(state, statusText);
    }
    /// Tell it of input (at most once a second is enough): undoes and delays auto-away.
    void userActive() { m_presence->userActive(); }
    Answer<> setDisplayName(const QString &displayName) { return m_account->setDisplayName(displayName); }
    Answer<> claimOwnership(const QString &code) { return m_account->claimOwnership(code); }
    Answer<InvitationCreated> createInvitation(quint32 lifetimeSeconds = 0, quint32 uses = 0)
    {
        return m_account->createInvitation(lifetimeSeconds, uses);
    }
    Answer<> changePassword(const QString &oldPassword, const QString &newPassword, bool revokeOtherDevices)
    {
        return m_account->changePassword(oldPassword, newPassword, revokeOtherDevices);
    }
    Answer<QList<DeviceEntry>> listDevices() { return m_account->listDevices(); }
    Answer<> revokeDevice(DeviceId device) { return m_account->revokeDevice(device); }

    // --- Messages. These work offline.
    /// Checks the text and queues it; on an error nothing happened and the text stays with the caller.
    Result<Cid> sendText(RoomId room, const QString &text, const MessageOptions &options = {});
    // Changes are shown at once, and taken back when they are refused for good (the outbox tells why).
    /// `hasFiles`: of the message; only then it may be left without a text.
    Result<Cid> editMessage(RoomId room, Seq target, const QString &text, TextFormat format, bool hasFiles = false)
    {
        return m_messages->edit(room, target, text, format, hasFiles);
    }
    Result<Cid> deleteMessage(RoomId room, Seq target) { return m_messages->remove(room, target); }
    Result<Cid> react(RoomId room, Seq target, const QString &emoji, bool on)
    {
        return m_messages->react(room, target, emoji, on);
    }
    Result<Cid> pinMessage(RoomId room, Seq target, bool on) { return m_messages->pin(room, target, on); }
    void retry(const Cid &cid)
    {
        m_outbox->retry(cid);
        m_uploads->resume(cid);
    }
    OutboxRemoval discard(const Cid &cid, bool evenIfStored = false) { return m_outbox->discard(cid, evenIfStored); }
    [[nodiscard]] QString takeBack(const Cid &cid) { return m_outbox->takeBack(cid); }
    OutboxRemoval takeBackIntoDraft(const Cid &cid) { return m_outbox->takeBackIntoDraft(cid); }
    /// Text of the new message that is half written there.
    [[nodiscard]] QString draft(RoomId room) const { return m_outbox->drafts().of(room).text; }
    /// Another text for it; what it answers stays, unless the text is empty.
    void setDraft(RoomId room, const QString &text);
    /// The same with what it answers.
    [[nodiscard]] Draft draftOf(RoomId room) const { return m_outbox->drafts().of(room); }
    /// The edit that is half written there; empty: none. It never overwrites the draft of a new message.
    [[nodiscard]] Draft editDraftOf(RoomId room) const { return m_outbox->drafts().editOf(room); }
    /// Keeps a draft of a new message, or (with `editing`) of an edit.
    void keepDraft(RoomId room, const Draft &draft) { m_outbox->drafts().set(room, draft); }
    void endEdit(RoomId room) { m_outbox->drafts().endEdit(room); }
    /// The person has seen everything up to `seq`. Only forward; told to the server now or later.
    void markRead(RoomId room, Seq seq) { m_sync->markRead(room, seq); }
    /// The same up to the newest event, in one room or in all.
    void markAllRead(RoomId room);
    void markAllRead();
    /// A key stroke in the composer of this room; paced here, obeys the setting.
    void typing(RoomId room);
    /// That setting, of all servers: whether others see that one types.
    [[nodiscard]] bool tellsTyping() const;
    void setTellsTyping(bool tells);
    /// Display names of those who type now, oneself never.
    [[nodiscard]] QStringList typingNames(RoomId room) const;

    // --- Reading. These work offline.
    /// The server knows unread marks, attention and who has seen what; if not, offer nothing of them.
    [[nodiscard]] bool canMarkUnread() const;
    /// "Unread from here"; nothing happens for what is not read yet. Ends with markRead().
    void markUnread(RoomId room, Seq seq) { m_sync->markUnread(room, seq); }
    /// From where the room is unread: nothing of others before it is; 0: it is not. What a badge jumps to, and one less
    /// is what TimelineModel::setUnreadFrom() takes.
    [[nodiscard]] Seq firstUnread(RoomId room) const;
    /// The first unread message itself, from the mirror or else the server.
    Answer<UnreadReason> whyUnread(RoomId room) { return m_unread->find(room); }
    /// `untilMs`: since 1970 UTC, All again then; 0: for good.
    void setAttention(RoomId room, Attention attention, qint64 untilMs = 0)
    {
        m_sync->setAttention(room, attention, untilMs);
    }
    [[nodiscard]] Attention attention(RoomId room) const;
    /// Since 1970 UTC; 0: for good.
    [[nodiscard]] qint64 attentionUntilMs(RoomId room) const;
    /// Whether a new message there is to be told with sound and toast.
    [[nodiscard]] bool callsAttention(RoomId room, bool mentionsMe) const;
    /// How far others have read.
    [[nodiscard]] SeenBy &seen() const { return *m_seen; }
    /// One shows nobody how far one has read, and is not shown how far others have.
    [[nodiscard]] bool hidesSeen() const { return m_session->self().hidesSeen; }
    Answer<> setPrivacy(bool hidesSeen) { return m_account->setPrivacy(hidesSeen); } ///< asked of the server

    // --- Rules of rooms
    /// The server knows rules; if not, offer nothing of them.
    [[nodiscard]] bool canHaveRules() const { return m_rules->canHaveRules(); }
    [[nodiscard]] RoomRules rules(RoomId room) const;
    /// In a direct room only retention, files, noSeen and noTyping.
    [[nodiscard]] bool maySetRules(RoomId room) const { return m_rules->maySetRules(room); }
    /// Those that differ from `before`, what the person saw when they chose.
    Answer<> setRules(RoomId room, const RoomRules &rules, const RoomRules &before)
    {
        return m_roomCommands->setRules(room, rules, before);
    }
    Answer<> setRules(RoomId room, const RoomRules &wanted) { return setRules(room, wanted, rules(room)); }
    /// postingChanged() tells when it is another, but for the seconds that pass.
    [[nodiscard]] PostingState mayPost(RoomId room) const { return m_posting->of(room); }

    // --- Export
    /// Makes a folder "<room>-<date>" in `folder` and writes the room into it; runs already. The caller owns it through
    /// `parent`, which must not outlive the workspace.
    [[nodiscard]] RoomExport *exportRoom(RoomId room, const QString &folder, QObject *parent);
    // --- Files
    /// Files may be offered there: the server takes them, and so do the room's rules.
    [[nodiscard]] bool canSendFiles(RoomId room) const { return m_files->mayBeSent(room); }
    /// What the server said last, also in an earlier run; fileBytes 0: no files.
    [[nodiscard]] ServerLimits limits() const { return m_record->limits(); }
    /// Looks at what was chosen (scanFilesNow()) in a lane, within limits().
    Answer<ScannedFiles> scan(const QStringList &paths) { return m_files->scan(paths); }
    /// For files that a person is about to send. Delete it when they did, or did not; it ends with the workspace.
    [[nodiscard]] HashAhead *hashAhead() { return m_files->hashAhead(); }
    /// A new file for something pasted, in the profile's folder: write it, and send it as `isTemporary`. Empty: it
    /// cannot be made. `suffix`: "png".
    [[nodiscard]] QString newTemporaryFile(const QString &suffix) { return m_files->newTemporaryFile(suffix); }
    /// Whether they would be accepted, before anything is lost: FilesNotAllowed, TooManyFiles{limit},
    /// FileTooLarge{limit}, InvalidFileName, CannotOpenFile{path}.
    [[nodiscard]] Result<> checkFiles(RoomId room, const QList<OutgoingFile> &files, const QString &folder = {}) const
    {
        return m_files->check(room, files, folder);
    }
    /// Checks and queues one message with these files, `caption` (may be empty) being its text. Works offline.
    Result<Cid> sendFiles(RoomId room, const QString &caption, const QList<OutgoingFile> &files,
        const QString &folder = {}, const MessageOptions &options = {});
    /// Queues one message with these files of another message that is here to be read, under `text`; nothing is put up.
    /// Without files it is sendText(). Works offline. Errors: those of sendText(), FilesNotAllowed,
    /// TooManyFiles{limit}; FileGone later in the outbox, when the other message was deleted meanwhile.
    Result<Cid> forwardFiles(RoomId room, const QString &text, const QList<FileEntry> &files,
        const QString &folder = {}, const MessageOptions &options = {});
    [[nodiscard]] Uploads &uploads() const { return *m_uploads; }
    void pauseTransfer(const Cid &cid) { m_uploads->pause(cid); }
    void resumeTransfer(const Cid &cid) { m_uploads->resume(cid); }
    [[nodiscard]] Downloads &downloads() const { return *m_downloads; }
    /// Downloads::save() of a file of a message that is here or on the server.
    Answer<QString> saveFile(const DownloadKey &key, const QString &target) { return m_files->save(key, target); }

    // --- Messages, asked of the server.
    /// The server knows changes of messages: edit, delete, react, pin, save; if not, offer nothing of it.
    [[nodiscard]] bool canChange() const { return m_rules->canChange(); }
    [[nodiscard]] MessageRights rights(const RoomEvent &message) const { return m_rules->rightsTo(message); }
    /// @here and @room call people there.
    [[nodiscard]] bool mayCall(RoomId room) const { return m_rules->mayCall(room); }
    /// removeFromRoom(), liftBan() and listBans() may be offered there.
    [[nodiscard]] bool mayRemovePeople(RoomId room) const { return m_rules->mayRemovePeople(room); }
    Answer<> saveMessage(RoomId room, Seq seq, bool on) { return m_messages->save(room, seq, on); }
    [[nodiscard]] bool isSaved(RoomId room, Seq seq) const { return m_saved->contains(room, seq); }
    Answer<QList<Revision>> revisions(RoomId room, Seq seq) { return m_messages->revisions(room, seq); }
    Answer<QList<ReactionPeople>> reactionPeople(RoomId room, Seq seq) { return m_messages->reactionPeople(room, seq); }
    /// In its present form, from the mirror or else the server. MessageUnknown: there is none for this reader.
    Answer<RoomEvent> fetchMessage(RoomId room, Seq seq) { return m_messages->fetch(room, seq); }
    /// The first message of the room on that day of local time, or after it: jump there. From the mirror when it
    /// reaches so far back, else from the server. MessageUnknown: all are older. UnknownRequest: the server cannot
    /// tell.
    Answer<Seq> findMoment(RoomId room, const QDate &day);
    /// The server can search and find days; without it searches see what is on this device.
    [[nodiscard]] bool canSearchServer() const;
    /// salon://host:port/room/ID/SEQ; MessageLink reads it.
    [[nodiscard]] QString messageLink(RoomId room, Seq seq) const;

    // --- Rooms. Names and topics are checked here first, with the same error codes as the server's.
    Answer<RoomId> createRoom(
        RoomKind kind, const QString &name, const QString &topic = {}, const QList<AccountId> &members = {})
    {
        return m_roomCommands->create(kind, name, topic, members);
    }
    Answer<RoomId> joinRoom(RoomId room) { return m_roomCommands->join(room); }
    /// Forgets the room and its history here too.
    Answer<> leaveRoom(RoomId room) { return m_roomCommands->leave(room); }
    Answer<> invite(RoomId room, AccountId person) { return m_roomCommands->invite(room, person); }
    /// With `ban` one who need not be a member, and may not come back until liftBan().
    Answer<> removeFromRoom(RoomId room, AccountId person, bool ban)
    {
        return m_roomCommands->removePerson(room, person, ban);
    }
    Answer<> liftBan(RoomId room, AccountId person) { return m_roomCommands->liftBan(room, person); }
    Answer<QList<Profile>> listBans(RoomId room) { return m_roomCommands->listBans(room); }
    Answer<> renameRoom(RoomId room, const QString &name) { return m_roomCommands->rename(room, name); }
    Answer<> setTopic(RoomId room, const QString &topic) { return m_roomCommands->setTopic(room, topic); }
    Answer<RoomId> openDirect(const QList<AccountId> &people) { return m_roomCommands->openDirect(people); }
    Answer<RoomList> listRooms(const QString &query, quint32 offset = 0) { return m_roomCommands->list(query, offset); }
    Answer<PeopleList> findPeople(const QString &query, quint32 offset = 0)
    {
        return m_roomCommands->findPeople(query, offset);
    }
    Answer<MemberList> listMembers(RoomId room, quint32 offset = 0)
    {
        return m_roomCommands->listMembers(room, offset);
    }

    /// Words held by models change language; call on LanguageChange. Timelines are told too.
    void retranslate();

Q_SIGNALS:
    void loaded();
    void nameChanged(const QString &name);
    /// For notifications: somebody else wrote this just now. Never for history or what was missed while offline.
    void messageArrived(salon::RoomId room, const salon::RoomEvent &event, bool mentionsMe);
    void typingChanged(salon::RoomId room);
    /// Somebody or another device put one into a room.
    void addedToRoom(salon::RoomId room);
    void roomRemoved(salon::RoomId room);
    void selfChanged();
    void presenceChanged(salon::PresenceState state);
    /// Sum over all rooms but those that shall not call, for a tray icon: Rooms::totalUnread().
    void unreadChanged(quint32 unread, quint32 mentions);
    void languageChanged();
    void postingChanged(salon::RoomId room);
    /// hidesSeen() is another.
    void privacyChanged(bool hidesSeen);
    /// A change of a message was refused for good, and what was shown of it is taken back; the outbox keeps it.
    void changeRefused(salon::RoomId room, const salon::Cid &cid, const salon::Error &error);
    /// Everything below `floor` is gone for good, by the room's retention: nothing of it may stay in caches or indexes.
    void historyTrimmed(salon::RoomId room, salon::Seq floor);

private:
    void connectParts();
    void liveEvent(const RoomEvent &event);
    /// Whoever sent a message types no more.
    Result<Cid> noteSent(RoomId room, const Result<Cid> &sent);
    void connectReading();
    [[nodiscard]] MessageSources sources() const;

    ClientProfile &m_profile;
    bool m_loaded = false;
    bool m_startWhenLoaded = false;
    JobLane m_fileLane{ QStringLiteral("salon-files") };
    bool m_hidSeen = false;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<MirrorIndex> m_index;
    std::unique_ptr<OutboxStore> m_outboxStore;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ServerRecord> m_record;
    std::unique_ptr<MomentFinder> m_moments;
    std::unique_ptr<People> m_people;
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Uploads> m_uploads;
    std::unique_ptr<Downloads> m_downloads;
    std::unique_ptr<RoomSync> m_sync;
    std::unique_ptr<MessageRules> m_rules;
    std::unique_ptr<SavedMessages> m_saved;
    std::unique_ptr<QuotedMessages> m_quotes;
    std::unique_ptr<MessageCommands> m_messages;
    std::unique_ptr<MessageFiles> m_files;
    std::unique_ptr<DownloadUpkeep> m_upkeep;
    std::unique_ptr<TypingWatch> m_typing;
    std::unique_ptr<OwnPresence> m_presence;
    std::unique_ptr<AccountCommands> m_account;
    std::unique_ptr<RoomCommands> m_roomCommands;
    std::unique_ptr<SeenBy> m_seen;
    std::unique_ptr<PostingWatch> m_posting;
    std::unique_ptr<UnreadFinder> m_unread;
    std::unique_ptr<Newcomers> m_newcomers;
    std::unique_ptr<RoomListModel> m_roomList;
    std::unique_ptr<OutboxModel> m_outboxModel;
};

} // namespace salon
