// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/outbound.h"
#include "server/dispatch/member_lists.h"
#include "server/dispatch/operator_port.h"
#include "server/dispatch/room_tail.h"
#include "server/dispatch/server_settings.h"
#include "server/dispatch/sessions.h"
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
#include <QTimer>

namespace salon::server {

/// Where an answer goes. Every request is answered exactly once.
struct ReplyTo
{
    ConnectionId connection{};
    quint64 correlation = 0;
};

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
};

/// How often an account did what is limited.
struct AccountBuckets
{
    TokenBucket messages;
    TokenBucket messageBytes;
    TokenBucket commands;
    TokenBucket roomsCreated;
    TokenBucket directsOpened;
};

/// What command handlers work with, and the few things they all do. Domain thread.
class CommandContext : public QObject
{
    Q_OBJECT

public:
    CommandContext(Outbound &network, Store &storage, const Clock &time, PasswordHasher &passwords,
        ServerSettings wanted, const StoreContents &contents, OperatorPort &operators);

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
    IdMap<RoomId, RoomTail> tails; ///< together at most settings.tailBytes
    quint64 messagesStored = 0;
    std::optional<quint32> closingRetryMs; ///< set while the server shuts down

    /// The request was received: it counts as unanswered until reply() or refuse(). Too many pause the connection.
    void expectReply(Session &session);
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

private:
    bool settle(const ReplyTo &to);
    void tellPresence();
    void remember(const Event &event, const QByteArray &frame);
    void entomb(const Event &deletion, Seq seq);

    qint64 m_unanswered = 0;
    qsizetype m_tailBytes = 0; ///< of all tails
    QTimer m_presenceTimer;
};

} // namespace salon::server
