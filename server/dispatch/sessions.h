// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/connection_info.h"
#include "server/domain/device_counters.h"
#include "server/domain/id_map.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/protocol/codec.h"

#include <QList>
#include <vector>

namespace salon::server {

/// One connection and who it is.
struct Session
{
    enum class Phase
    {
        New, ///< nothing said yet
        Greeted, ///< Hello and Welcome are exchanged
        Entering, ///< a login is being checked; what comes meanwhile is held
        In, ///< logged in
        Closing ///< told to go; nothing more is heard from it
    };

    ConnectionInfo info{};
    Phase phase = Phase::New;
    QByteArray nonce{}; ///< that a login proof signs
    QList<QString> features{};
    QString client{};
    qint64 sinceMs = 0; ///< of the login, since 1970 UTC

    AccountId account{};
    DeviceId device{}; ///< invalid for a login without one
    QString deviceName{};
    QHash<RoomId, qint64> typedAtMs{}; ///< monotonic
    QHash<RoomId, NumbersUnderWay> sent{};

    QList<Envelope> held{};
    int unanswered = 0;
    int heldUnits = 0; ///< memoryUnits() of requests whose content waits for a disk
    bool paused = false;

    [[nodiscard]] bool hasFeature(const char *name) const { return features.contains(QLatin1StringView(name)); }
    [[nodiscard]] int busy() const { return unanswered + heldUnits; }
    [[nodiscard]] bool isIn() const { return phase == Phase::In; }
    /// Under which its messages are counted: a negative number lives as long as the login.
    [[nodiscard]] DeviceId countingDevice() const { return device.isValid() ? device : DeviceId{ -info.id.value }; }
};

/// All connections. Pointers that it gives are good until a connection closes.
class Sessions
{
public:
    void open(const ConnectionInfo &info);
    void close(ConnectionId id);
    /// From now on this connection is one of the account's.
    void enter(ConnectionId id, AccountId account, DeviceId device);

    [[nodiscard]] Session *find(ConnectionId id) { return findIn(m_sessions, id); }
    [[nodiscard]] const Session *find(ConnectionId id) const { return findIn(m_sessions, id); }
    /// Those of an account that are logged in and not about to close, in the order of their logins.
    [[nodiscard]] std::vector<Session *> of(AccountId account);
    [[nodiscard]] std::vector<Session *> all();
    [[nodiscard]] std::vector<const Session *> all() const;
    [[nodiscard]] qsizetype count() const { return qsizetype(m_sessions.size()); }

private:
    IdMap<ConnectionId, Session> m_sessions;
    QHash<AccountId, QList<ConnectionId>> m_ofAccount;
};

} // namespace salon::server
