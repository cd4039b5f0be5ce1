// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/protocol/messages/all.h"
#include "shared/protocol/version.h"
#include "tests/unit/client-core/fake_channel.h"

#include <QHash>
#include <QSet>
#include <functional>

namespace salon::test {

/// The server's rules of rooms, as docs/PROTOCOL.md states them, in memory: one account (id 1, "me") with any number of
/// devices, and others who exist only as authors. Everything crosses the event loop, in order, as on a wire. Faults are
/// scripted.
class FakeServer : public QObject
{
    Q_OBJECT
public:
    static constexpr AccountId Me{ 1 };
    static constexpr AccountId Marie{ 2 };
    static constexpr AccountId Jean{ 3 };

    struct Room
    {
        RoomSummary summary;
        QList<RoomEvent> log;
        Seq floor = 1;
    };

    FakeServer();

    ChannelFactory channels();

    // --- What tests arrange
    Room &addRoom(RoomId id, const QString &name, RoomKind kind = RoomKind::Public);
    Room &room(RoomId id) { return m_rooms[id]; }
    /// Somebody writes: stored, and pushed to those who follow.
    /// A message of a guest, or of somebody imported.
    RoomEvent sayThrough(RoomId room, AccountId author, const QString &alias, const QString &text);
    RoomEvent say(RoomId room, AccountId author, const QString &text, const QList<AccountId> &mentions = {});
    RoomEvent append(RoomEvent event, bool pushes = true);
    /// Somebody changes a message: an event of its own, and another present form.
    RoomEvent change(RoomId room, AccountId author, EventKind kind, Seq target, const QString &textOrEmoji = {},
        const QList<AccountId> &mentions = {});
    /// `count` messages at once, without pushing.
    void fill(RoomId room, int count);
    template <wire::Message M>
    void pushAll(const M &message)
    {
        for (const auto &client : std::as_const(m_clients))
            push(client.channel, message);
    }
    template <wire::Message M>
    void push(FakeChannel *channel, const M &message)
    {
        deliver(channel, encodeFrame(message, 0));
    }
    template <wire::Message M>
    void reply(FakeChannel *channel, const Envelope &request, const M &message)
    {
        deliver(channel, encodeFrame(message, request.correlation));
    }
    void refuse(FakeChannel *channel, const Envelope &request, ErrorCode code, const QList<QString> &params = {},
        std::optional<quint32> retryAfterMs = std::nullopt);
    /// The room's retention: events below `floor` are gone, and those who are connected hear of it.
    void trim(RoomId room, Seq floor);
    /// Ends all connections, now: what is on its way is lost, in both directions.
    void cut();

    [[nodiscard]] int connections() const { return int(m_clients.size()); }
    [[nodiscard]] int attempts() const { return m_attempts; }
    [[nodiscard]] QList<Envelope> received(MessageType type) const;
    void forgetReceived() { m_received.clear(); }
    [[nodiscard]] QStringList textsOf(RoomId room) const;
    [[nodiscard]] QList<FakeChannel *> clients() const;

    // --- Switches
    bool reachable = true;
    bool answersHello = true;
    QByteArray pin = QByteArray(32, 'k');
    QByteArray epoch = QByteArray(16, 'e');
    QByteArray nonce = QByteArray(32, 'n');
    QSet<QByteArray> devices; ///< enrolled public keys
    QString password = QStringLiteral("secret password");
    RegistrationPolicy registration = RegistrationPolicy::Open;
    int pageEvents = 200;
    bool pongHasHeads = true;
    int roomsPerPage = 0; ///< in one Resumed; 0: all
    QString displayName = QStringLiteral("Moi");
    QHash<AccountId, QString> newcomers; ///< registered beside those three
    /// Sees each request first; true: it is dealt with.
    std::function<bool(FakeChannel *, const Envelope &)> intercept;
    QHash<RoomId, Seq> readSeqs;
    QHash<RoomId, Seq> marks; ///< unread marks
    QHash<RoomId, QHash<AccountId, Seq>> seen; ///< how far others have read
    bool hidesSeen = false;
    QList<QString> features = knownFeatures();
    QList<std::pair<RoomId, Seq>> saved; ///< in the order saved
    int listPage = 50; ///< messages in one MessageList
    ServerLimits limits{ 16384, 4000, 512, 16 };
    /// Of what a message names; empty: all files are there.
    std::function<bool(const QByteArray &)> hasFile;

private:
    /// The event that brought them in; 0: none.
    [[nodiscard]] Seq arrivalOf(RoomId room, AccountId person) const;
    friend class FakeChannel;
    struct Client
    {
        FakeChannel *channel = nullptr;
        QByteArray key;
        bool loggedIn = false;
        QSet<RoomId> follows;
    };
    void connectClient(FakeChannel *channel, const QByteArray &pin);
    void disconnectClient(FakeChannel *channel);
    void receive(FakeChannel *channel, const QByteArray &frame);
    void handle(Client &client, const Envelope &request);
    bool handleLogin(Client &client, const Envelope &request);
    void logIn(Client &client, const Envelope &request, const QString &login, const DeviceProof &proof, bool allowed,
        ErrorCode otherwise);
    bool handleRooms(Client &client, const Envelope &request);
    [[nodiscard]] PeopleList everybody() const;
    void resume(Client &client, const Envelope &request);
    void follow(Client &client, const Envelope &request);
    void fetch(Client &client, const Envelope &request);
    void sendMessage(Client &client, const Envelope &request);
    void markRead(Client &client, const Envelope &request);
    bool handleReading(Client &client, const Envelope &request);
    void setAttention(Client &client, const Envelope &request);
    void setRules(Client &client, const Envelope &request);
    bool handleLists(Client &client, const Envelope &request);
    [[nodiscard]] QList<ListedMessage> listed(const ListMessages &wanted) const;
    [[nodiscard]] Result<> checkChange(const SendMessage &wanted) const;
    void changePresentForm(const RoomEvent &change);
    void deliver(FakeChannel *channel, const QByteArray &frame);
    [[nodiscard]] Client *find(FakeChannel *channel);
    [[nodiscard]] RoomSummary summary(RoomId id) const;
    [[nodiscard]] ReadMoved counts(RoomId id) const;
    [[nodiscard]] static Profile profile(AccountId id, const QString &displayName);

    QList<Client> m_clients;
    QHash<RoomId, Room> m_rooms;
    QHash<QByteArray, QHash<RoomId, quint64>> m_counters;
    QList<Envelope> m_received;
    int m_attempts = 0;
    int m_generation = 0; ///< what was on its way before a cut is lost
};

} // namespace salon::test
