// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/codec.h"
#include "shared/protocol/join_link.h"
#include "shared/protocol/login_proof.h"
#include "shared/protocol/messages/all.h"
#include "shared/protocol/version.h"
#include "shared/transport/connection.h"
#include "shared/transport/turn_flusher.h"
#include "tests/support/wait_until.h"

#include <QHash>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace salon::test {

/// A client that speaks the protocol and nothing more: no outbox, no retries. The functions that return a Result wait
/// for the answer, at most ten seconds (then TimedOut); the others come back at once.
class TestClient : public QObject
{
    Q_OBJECT

public:
    explicit TestClient(DeviceKey key = DeviceKey::generate(), QObject *parent = nullptr);
    ~TestClient() override;

    /// Connects and says Hello.
    Result<Welcome> open(const JoinLink &link);
    /// Only connects: no TLS check beyond the link's pin.
    Result<> connectOnly(const JoinLink &link);
    /// The same without waiting: opened() or closed() follows.
    void startConnecting(const JoinLink &link);
    /// For those who say Hello themselves.
    void noteWelcome(const Welcome &welcome) { m_welcome = welcome; }
    Result<LoggedIn> registerAs(const QString &login, const QString &invitation = {}, const QString &password = {});
    Result<LoggedIn> loginWithKey();
    Result<LoggedIn> loginWithPassword(const QString &login, const QString &password);
    Result<Resumed> resume(const QByteArray &epoch = {}, const QList<RoomPosition> &rooms = {});
    /// Follows from `after` until the page that says live; all events on the way.
    Result<QList<RoomEvent>> follow(RoomId room, Seq after = 0);
    /// The whole log by FetchHistory.
    Result<QList<RoomEvent>> readAll(RoomId room);
    /// Sends under the next counter of the room.
    Result<Sent> send(RoomId room, const QString &text);
    /// open(), registerAs(), resume() and follow() of the first room, whose id is then firstRoom().
    bool join(const JoinLink &link, const QString &login, const QString &invitation = {});

    /// Asks, and calls `done` with the answer or with why there is none.
    template <wire::Message Reply, wire::Message Request>
    void ask(const Request &request, std::function<void(const Result<Reply> &)> done)
    {
        const quint64 correlation = m_nextCorrelation++;
        m_waiting.insert(correlation, [done = std::move(done)](const Result<Envelope> &answer) {
            done(!answer ? Result<Reply>(fail(answer.error())) : readReply<Reply>(*answer));
        });
        m_connection->queue(encodeFrame(request, correlation));
    }

    template <wire::Message Reply, wire::Message Request>
    Result<Reply> ask(const Request &request)
    {
        std::optional<Result<Reply>> answer;
        // Shared, since the answer may come after the wait was given up.
        auto slot = std::make_shared<std::optional<Result<Reply>> *>(&answer);
        ask<Reply>(request, std::function([slot](const Result<Reply> &result) {
            if (*slot)
                (*slot)->emplace(result);
        }));
        const bool answered = waitUntil([&answer] { return answer.has_value(); }, 10'000);
        *slot = nullptr;
        return answered ? *answer : Result<Reply>(fail(ErrorCode::TimedOut));
    }

    template <wire::Message M>
    void notify(const M &message)
    {
        m_connection->queue(encodeFrame(message));
    }

    /// What came without being asked for, of one kind.
    template <wire::Message M>
    [[nodiscard]] QList<M> pushes() const
    {
        QList<M> found;
        for (const Envelope &push : m_pushes) {
            if (auto message = decode<M>(push))
                found.append(std::move(*message));
        }
        return found;
    }
    void forgetPushes() { m_pushes.clear(); }
    /// Texts of the events pushed for a room, in the order of arrival.
    [[nodiscard]] QStringList pushedTexts(RoomId room) const;

    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] bool isConnected() const { return m_connection->isOpen(); }
    [[nodiscard]] const std::optional<Error> &closedWith() const { return m_closedWith; }
    bool waitForClosed(int ms = 10'000);
    [[nodiscard]] const DeviceKey &key() const { return m_key; }
    [[nodiscard]] const Welcome &welcome() const { return m_welcome; }
    [[nodiscard]] const LoggedIn &self() const { return m_self; }
    [[nodiscard]] RoomId firstRoom() const { return m_firstRoom; }
    [[nodiscard]] DeviceProof proof() const;

    /// Extra features, Hello's fields.
    Hello hello{ { ProtocolVersion }, { QStringLiteral("presence"), QStringLiteral("typing") },
        QStringLiteral("salon-test"), QStringLiteral("en") };
    /// Called for each push, before it is kept.
    std::function<void(const Envelope &)> onPush{};
    /// Whether pushes are kept for pushes().
    bool keepsPushes = true;

Q_SIGNALS:
    void opened();
    void closed(const salon::Error &error);

private:
    template <wire::Message Reply>
    static Result<Reply> readReply(const Envelope &envelope)
    {
        if (envelope.is(MessageType::Failed)) {
            const auto failed = decode<Failed>(envelope);
            if (!failed)
                return fail(failed.error());
            return fail(Error{ ErrorCode(failed->code), {}, failed->params, failed->retryAfterMs });
        }
        return decode<Reply>(envelope);
    }
    void makeConnection();
    void take(const QList<QByteArray> &payloads);
    void end(const Error &error);
    Result<LoggedIn> keep(const Result<LoggedIn> &answer);

    DeviceKey m_key;
    TurnFlusher m_flusher;
    std::unique_ptr<Connection> m_connection;
    QHash<quint64, std::function<void(const Result<Envelope> &)>> m_waiting;
    QList<Envelope> m_pushes;
    std::optional<Error> m_closedWith;
    QHash<RoomId, quint64> m_counters;
    Welcome m_welcome;
    LoggedIn m_self;
    QByteArray m_serverPin;
    RoomId m_firstRoom;
    quint64 m_nextCorrelation = 1;
};

} // namespace salon::test
