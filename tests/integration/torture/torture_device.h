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

/// A device with a queue that survives every disconnection: keeps sending, reconnects by itself, resumes where it was,
/// and writes down what it sent and got. Its account exists already and knows the key.
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
    /// Sends what is queued, makes nothing new.
    void stopProducing() { m_producing = false; }
    /// Connected, nothing queued, every room followed live.
    [[nodiscard]] bool isSettled() const;
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
    void lost();
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
    QStringList m_complaints;
};

/// Fingerprint of a text, for histories.
[[nodiscard]] QByteArray textHash(const QString &text);

} // namespace salon::test
