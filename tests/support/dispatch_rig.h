// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/dispatch/dispatcher.h"
#include "server/files/blob_lane.h"
#include "server/search/message_index.h"
#include "shared/protocol/login_proof.h"
#include "shared/protocol/messages/all.h"
#include "shared/protocol/version.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_outbound.h"

#include <QTemporaryDir>
#include <QTest>

namespace salon::test {

/// A whole server but for its network: dispatcher, rules and a real store in a folder of its own.
class DispatchRig
{
public:
    using ConnectionId = server::ConnectionId;

    /// Everybody may register, nothing is limited: a test sets what it is about.
    DispatchRig();
    ~DispatchRig();
    Q_DISABLE_COPY_MOVE(DispatchRig)

    /// Messages can be searched from now on, also after a restart.
    void useIndex();
    /// Stops the server and starts another one on the same data, as after a crash: connections are gone.
    void restart();

    ConnectionId connect(const QString &addressPrefix = {});
    void disconnect(ConnectionId connection);
    /// Sends without waiting; the correlation that the answer will have.
    template <wire::Message M>
    quint64 send(ConnectionId connection, const M &message)
    {
        const quint64 correlation = ++m_correlation;
        deliver(connection, { encodeFrame(message, correlation) });
        return correlation;
    }
    template <wire::Message M>
    void notify(ConnectionId connection, const M &message)
    {
        deliver(connection, { encodeFrame(message) });
    }
    /// Hands over raw frames in one turn.
    void deliver(ConnectionId connection, const QList<QByteArray> &frames);
    [[nodiscard]] quint64 nextCorrelation() { return ++m_correlation; }

    /// The answer to a request, waited for; Failed becomes its error.
    template <wire::Message Reply>
    Result<Reply> answerTo(ConnectionId connection, quint64 correlation)
    {
        const auto envelope = waitForReply(connection, correlation);
        if (!envelope)
            return fail(ErrorCode::TimedOut);
        if (envelope->is(MessageType::Failed)) {
            const Failed failed = decode<Failed>(*envelope).value();
            return fail(Error{ ErrorCode(failed.code), {}, failed.params, failed.retryAfterMs });
        }
        return decode<Reply>(*envelope);
    }
    template <wire::Message Reply, wire::Message M>
    Result<Reply> ask(ConnectionId connection, const M &message)
    {
        return answerTo<Reply>(connection, send(connection, message));
    }
    /// The code that a request is refused with; 0 when it is not.
    template <wire::Message Reply, wire::Message M>
    int codeOf(ConnectionId connection, const M &message)
    {
        const auto reply = ask<Reply>(connection, message);
        return reply ? 0 : int(reply.error().code);
    }

    /// A connection that said Hello.
    ConnectionId greet(const QString &addressPrefix = {});
    [[nodiscard]] DeviceProof proofOf(ConnectionId connection, const DeviceKey &key) const;

    struct Person
    {
        ConnectionId connection{};
        AccountId account{};
        DeviceId device{};
        DeviceKey key{};
        QHash<RoomId, quint64> counters{};
    };
    Person join(const QString &login);
    /// Another connection of the same device, as after a reconnect.
    Person comeBack(const Person &person);
    /// A second device of the same account; the account gets a password for it.
    Person secondDevice(const QString &login, const QString &password);
    Person joinWithPassword(const QString &login, const QString &password);

    /// Sends the next message of the person's device.
    Result<Sent> say(Person &person, RoomId room, const QString &text);
    SendMessage draft(Person &person, RoomId room, const QString &text);
    RoomId openRoom(const Person &person, const QString &name, RoomKind kind = RoomKind::Public,
        const QList<AccountId> &members = {});
    [[nodiscard]] RoomId firstRoom() const { return RoomId{ 1 }; }

    /// What Hello names.
    QList<QString> features = knownFeatures();
    FakeClock clock;
    FakeOutbound net;
    server::ServerSettings settings;
    server::PasswordHasher hasher{ server::PasswordHashCost::cheap() };
    QTemporaryDir folder;
    std::unique_ptr<server::Store> store;
    std::unique_ptr<server::BlobLane> files;
    /// What uploads believe of the disk; from the next restart on.
    server::BlobStore::SpaceProbe space = &server::BlobStore::probeDisk;
    std::unique_ptr<server::MessageIndex> index; ///< with useIndex()
    std::unique_ptr<server::Dispatcher> dispatcher;

private:
    void start();
    std::optional<Envelope> waitForReply(ConnectionId connection, quint64 correlation);

    bool m_hasIndex = false;
    qint64 m_connections = 0;
    quint64 m_correlation = 0;
    QHash<ConnectionId, QByteArray> m_nonces;
};

} // namespace salon::test
