// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "benchmarks/load/histogram.h"
#include "benchmarks/load/load_client.h"
#include "benchmarks/load/load_options.h"
#include "benchmarks/load/process_usage.h"
#include "shared/base/clock.h"

#include <memory>
#include <vector>

namespace salon::load {

/// What a run measured.
struct LoadResult
{
    double seconds = 0;
    quint64 acknowledged = 0;
    quint64 deliveries = 0;
    Histogram delivery{}; ///< from sending to each member
    double serverCpuSeconds = 0;
    qint64 residentKiB = 0; ///< at the end
    double idleKiB = 0; ///< more resident memory per idle connection
    quint64 missedTurns = 0; ///< messages that --rate wanted and no sender was free for
};

/// One run: connects everybody, sends for a while, measures. One thread, epoll.
class LoadRun
{
public:
    explicit LoadRun(const LoadOptions &options);
    ~LoadRun();
    Q_DISABLE_COPY_MOVE(LoadRun)

    /// Nothing and a reason on standard error if something failed.
    std::optional<LoadResult> run();

private:
    struct Message
    {
        int sender = 0;
        int missing = 0; ///< members who have not got it yet
    };

    bool logIn(int count);
    bool openRoom();
    bool followRoom();
    bool drive(double seconds, bool measured);
    bool settle();
    /// Serves the sockets until `done` or a failure.
    bool pumpUntil(const std::function<bool()> &done, double seconds);
    void pump(int timeoutMs);
    void watch(LoadClient &client);

    void answered(LoadClient &client, const Envelope &envelope);
    void pushed(const QByteArray &payload);
    void release(int sender);
    void sendNext(LoadClient &client);
    void sendDue(double elapsed);
    bool fail(const QString &why);

    LoadOptions m_options;
    SystemClock m_clock;
    int m_epoll = -1;
    SSL_CTX *m_tls = nullptr;
    LoadClient::Events m_events;
    std::vector<std::unique_ptr<LoadClient>> m_clients; ///< members first, then idle ones
    int m_loggedIn = 0;
    int m_ready = 0; ///< in the room, then following it
    RoomId m_room{};
    Seq m_head = 0;
    std::vector<Message> m_messages;
    quint64 m_pacedMessages = 0;
    size_t m_nextSender = 0;
    bool m_sending = false;
    bool m_measuring = false;
    bool m_failed = false;
    LoadResult m_result;
};

} // namespace salon::load
