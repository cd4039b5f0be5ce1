// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/connection_info.h"
#include "server/net/ban_list.h"
#include "server/net/net_settings.h"
#include "shared/base/clock.h"

#include <QHash>
#include <map>
#include <optional>

namespace salon::server {

/// Decides which new connections come in (guarantees: 32 at once and 60 a minute of one address prefix, 256 that have
/// not logged in, some descriptors kept free, nobody who is banned). Counts only; the caller closes. Main thread.
class Admission
{
public:
    enum class Verdict
    {
        Welcome,
        TooManyAtOnce,
        TooManyPerMinute,
        Banned, ///< too many of its connections ended without a login
        OutOfDescriptors
    };

    Admission(const Clock &clock, const AdmissionLimits &limits);

    void setLimits(const AdmissionLimits &limits);

    /// Judges a connection from `prefix` (empty: exempt) and, if it is welcome, counts it under `id`.
    Verdict admit(ConnectionId id, const QString &prefix);
    /// The oldest connection that has not logged in, if there are more of them than allowed; it still counts until
    /// closed() is called, but is not named again.
    std::optional<ConnectionId> surplus();
    void loggedIn(ConnectionId id);
    /// Its prefix when that banned it, else nothing: it had not logged in, nor was it named by surplus().
    QString closed(ConnectionId id);

    /// True for the first refusal of a prefix in a minute: what a log may say.
    bool isWorthReporting(const QString &prefix);

    [[nodiscard]] int total() const { return int(m_connections.size()); }
    [[nodiscard]] int unauthenticated() const { return int(m_waiting.size()); }

private:
    struct Prefix
    {
        int open = 0;
        double allowance = 0; ///< new connections that it may make now
        qint64 refilledMs = 0;
        qint64 reportedMs = std::numeric_limits<qint64>::min() / 2;
    };
    struct Entry
    {
        QString prefix;
        quint64 order = 0; ///< in m_waiting; 0: not there
    };

    void refill(Prefix &prefix) const;
    void forgetQuietPrefixes();

    const Clock &m_clock;
    AdmissionLimits m_limits;
    QHash<QString, Prefix> m_prefixes;
    QHash<ConnectionId, Entry> m_connections;
    std::map<quint64, ConnectionId> m_waiting; ///< not logged in, oldest first
    BanList m_bans;
    quint64 m_nextOrder = 1;
    qsizetype m_sweepAt = 1024;
};

} // namespace salon::server
