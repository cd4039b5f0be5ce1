// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/outbound.h"
#include "server/dispatch/member_lists.h"
#include "server/dispatch/operator_port.h"
#include "server/dispatch/room_tail.h"
#include "server/dispatch/seen_news.h"
#include "server/dispatch/server_settings.h"
#include "server/dispatch/sessions.h"
#include "server/dispatch/turns.h"
#include "server/domain/accounts.h"
#include "server/domain/device_counters.h"
#include "server/domain/invitation.h"
#include "server/domain/login_guard.h"
#include "server/domain/presence_board.h"
#include "server/domain/rooms.h"
#include "server/security/password_hasher.h"
#include "server/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/look_alike.h"
#include "shared/base/token_bucket.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

namespace salon::server {

class MessageIndex;

/// Where an answer goes. Every request is answered exactly once.
struct ReplyTo
{
    ConnectionId connection{};
    quint64 correlation = 0;
};

struct FileDesk;

/// The server in memory: what the store holds but for the logs.
struct ServerState
{
    explicit ServerState(const StoreContents &contents);

    QByteArray serverId;
    QByteArray epoch;
    QString ownerCode;
    Accounts accounts;
    Rooms rooms;
    QHash<CounterKey, quint64> counters; ///< last number of each device in each room, as committed
    QHash<QByteArray, Invitation> invitations; ///< by the hash of the code
    quint64 blobBytes = 0; ///< of all contents of files, at the start
};

/// How often an account did what is limited.
struct AccountBuckets
{
    TokenBucket messages;
    TokenBucket messageBytes;
    TokenBucket commands;
    TokenBucket roomsCreated;
    TokenBucket directsOpened;
    TokenBucket uploadBytes;
};

/// What command handlers work with, and the few things they all do. Domain thread.
class CommandContext : public QObject
{
    Q_OBJECT

public:
    CommandContext(Outbound &network, Store &storage, const Clock &time, PasswordHasher &passwords,
        ServerSettings wanted, const StoreContents &contents, OperatorPort &operators);
    ~CommandContext() override;
    Q_DISABLE_COPY_MOVE(CommandContext)

    Outbound &outbound;
    Store &store;
    const Clock &clock;
    PasswordHasher &hasher;
    OperatorPort &port;
    ServerSettings settings;
    ServerState state;
    Sessions sessions;
    PresenceBoard presence;
    LookAlike lookAlike;
    LoginGuard loginGuard;
    AddressBuckets registrations;
    IdMap<AccountId, AccountBuckets> buckets;
    MemberLists memberLists{ clock };
    SeenNews seen{ *this };
    IdMap<RoomId, RoomTail> tails; ///< together at most settings.tailBytes
    quint64 messagesStored = 0;
    std::unique_ptr<FileDesk> files; ///< nullptr: a server without any
    MessageIndex *index = nullptr; ///< none: nothing can be searched
    Turns<RoomId> ruleChanges; ///< each begins with the rules that the one before it left
    QSet<AccountId> searching; ///< accounts of whom a search is under way
    std::optional<quint32> closingRetryMs; ///< set while the server shuts down

    /// The request was received: it counts as unanswered until reply() or refuse(). Too many pause the connection.
    void expectReply(Session &session);
    /// Something of the connection waits in memory and counts like so many unanswered requests, until release().
    void hold(ConnectionId connection, int units);
    void release(ConnectionId connection, int units);
    template <class M>
    void reply(const ReplyTo &to, const M &message)
    {
        if (settle(to))
            outbound.send(to.connection, encodeFrame(message, to.correlation));
    }
    void done(const ReplyTo &to) { reply(to, Done{}); }
    void refuse(const ReplyTo &to, const Error &error);

    /// An outcome of the store: refused for the person if it failed, else passed on; dropped when the server is gone.
    template <class T, class Then>
    [[nodiscard]] Answer<T> whenStored(const ReplyTo &to, Then then)
    {
        return [guard = QPointer<CommandContext>(this), to, then = std::move(then)](const Result<T> &outcome) {
            if (!guard)
                return;
            if (!outcome)
                guard->refuse(to, outcome.error());
            else if constexpr (std::is_void_v<T>)
                then();
            else
                then(*outcome);
        };
    }
    /// The same for changes that nobody waits for; failures only cost what they would have changed.
    template <class T, class Then>
    [[nodiscard]] Answer<T> whenDone(Then then)
    {
        return [guard = QPointer<CommandContext>(this), then = std::move(then)](const Result<T> &outcome) {
            if (guard)
                then(outcome);
        };
    }

    /// An event that was committed: counted, remembered, and sent to all who follow its room. Whoever has another count
    /// of unread messages by its effect is told.
    void publish(const Event &event, const ChangeEffect &effect = {});
    /// A frame for every connection of an account but one.
    void sendToAccount(AccountId account, const QByteArray &frame, ConnectionId except = {});
    /// The same for those of its connections that named a feature.
    void sendToFeature(AccountId account, const char *feature, const QByteArray &frame, ConnectionId except = {});
    /// A read position or unread mark as the store has it now: the account's connections are told if it moved, others
    /// if that shows. False when the account is no member any more.
    bool takePosition(RoomId room, AccountId account, const ReadPosition &position);
    /// What lies below was removed for good, and those who stood there moved; all whom it concerns are told.
    void takeFloor(RoomId room, const FloorRaised &raised);
    /// Messages of an earlier time were put behind the room's log.
    void takeImport(RoomId room, const ImportedBatch &imported);
    /// Says goodbye and hears nothing more from the connection.
    void dismiss(Session &session, const Goaway &goodbye);
    /// The connection is gone; what it still waits for is dropped.
    void forget(ConnectionId connection);
    /// Others hear soon of the presence that changed.
    void presenceChanged();

    [[nodiscard]] const Account *accountOf(const Session &session) const
    {
        return state.accounts.find(session.account);
    }
    [[nodiscard]] Seq headOf(RoomId room) const;
    [[nodiscard]] qint64 unansweredTotal() const { return m_unanswered; }

Q_SIGNALS:
    void allAnswered();
    /// Committed, counted, and on its way to those who follow its room.
    void published(const salon::server::Event &event);
    void rulesChanged(salon::RoomId room);
    /// Committed and counted; nobody was pushed anything.
    void importedTo(salon::RoomId room);
    /// Everything below `floor` was removed for good.
    void trimmed(salon::RoomId room, salon::Seq floor);

private:
    bool settle(const ReplyTo &to);
    void tellPresence();
    void remember(const Event &event, const QByteArray &frame);
    void entomb(RoomId room, Seq seq, Seq changed, AccountId by);

    void pauseIfBusy(Session &session);
    void goOnIfFree(Session &session);

    qint64 m_unanswered = 0;
    qsizetype m_tailBytes = 0; ///< of all tails
    QTimer m_presenceTimer;
};

} // namespace salon::server
