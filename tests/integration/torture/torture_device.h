// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "tests/integration/torture/history.h"
#include "tests/support/test_client.h"

#include <QRandomGenerator>
#include <QTimer>
#include <deque>
#include <map>

namespace salon::test {

/// A device with a queue that survives every disconnection: keeps sending, moves its read positions here and there,
/// reconnects by itself, resumes where it was, and writes down what it sent, got and was told. Its account exists
/// already, knows the key and is in all the rooms.
class TortureDevice : public QObject
{
    Q_OBJECT

public:
    TortureDevice(int number, DeviceKey key, QList<RoomId> rooms, quint32 seed);
    ~TortureDevice() override;

    /// Where the server is from now on.
    void setServer(const JoinLink &link) { m_link = link; }
    /// Connects, and again whenever the connection ends.
    void start();
    /// Leaves the room and enters it again, time after time, with messages on their way.
    void wander(RoomId room) { m_wanders = room; }
    /// Sends what is queued, makes nothing new, enters where it should be.
    void stopProducing();
    /// Connected, nothing queued, in every room and following it live.
    [[nodiscard]] bool isSettled() const;
    /// Asks once more where its read positions are and what is unread; for the end, when all is settled.
    void askPositions();
    [[nodiscard]] bool knowsPositions() const { return m_knowsPositions; }
    /// Highest seq stored of a room.
    [[nodiscard]] Seq lastOf(RoomId room) const { return m_rooms.at(room).last; }
    [[nodiscard]] qint64 acked() const { return m_acked; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Why it cannot be trusted any more: a refusal that no guarantee allows.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

    void addTo(History &history) const;

private:
    struct Room
    {
        Timeline timeline{};
        Seq last = 0;
        quint64 counter = 0;
        std::deque<qsizetype> outbox{}; ///< places in m_sends, oldest first
        size_t inFlight = 0; ///< of the outbox' front
        bool live = false;
        bool following = false;
        bool member = true;
        bool numbered = true; ///< the counter is known; else Resumed tells it, once it is a member
        bool moving = false; ///< asked to leave or enter, and was not answered yet
    };

    void connectNow();
    void whenOpened();
    void login();
    void resume();
    void follow(RoomId id);
    void take(const Envelope &push);
    void apply(RoomId id, const RoomEvent &event);
    void produce(RoomId id, Room &room);
    void pump(RoomId id);
    void transmit(RoomId id, qsizetype place);
    void answered(RoomId id, qsizetype place, const Result<Sent> &sent);
    void refused(RoomId id, qsizetype place);
    void lost();
    void noteSummary(const RoomSummary &summary);
    void askNumbers();
    void noteMembership(RoomId id, bool member);
    void giveUpQueue(RoomId id);
    void noteNumbers(const Resumed &resumed);
    void markSomewhere(RoomId id);
    void wanderOn();
    void leave();
    void enter();
    [[nodiscard]] bool wandersIn(RoomId id) const { return id == m_wanders; }
    void complain(const QString &what, const Error &error);

    int m_number;
    DeviceKey m_key;
    SystemClock m_clock;
    QRandomGenerator m_random;
    JoinLink m_link;
    std::unique_ptr<TestClient> m_client;
    std::map<RoomId, Room> m_rooms;
    QList<SendRecord> m_sends;
    QStringList m_texts; ///< of m_sends
    QTimer m_retry;
    quint64 m_generation = 0; ///< of the connection: answers of an older one are not for us
    QByteArray m_epoch;
    qint64 m_acked = 0;
    int m_connections = 0;
    bool m_producing = true;
    bool m_ready = false; ///< logged in and resumed
    bool m_knowsPositions = false;
    AccountId m_account;
    RoomId m_wanders;
    QList<ReadRecord> m_reads;
    QList<MarkRecord> m_marks;
    QList<MemberRecord> m_members;
    QStringList m_complaints;
};

/// Fingerprint of a text, for histories.
[[nodiscard]] QByteArray textHash(const QString &text);

/// What a history keeps of an event.
[[nodiscard]] DeliveryRecord recordOf(const RoomEvent &event);

} // namespace salon::test
