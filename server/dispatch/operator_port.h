// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/bus/connection_info.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/vocabulary.h"

#include <QList>
#include <QObject>
#include <QString>
#include <functional>

namespace salon::server {

/// Somebody who is logged in, one line per connection.
struct PresentPerson
{
    AccountId account{};
    QString login{};
    QString displayName{};
    Role role = Role::Member;
    PresenceState presence = PresenceState::Online;
    ConnectionId connection{};
    QString peer{};
    QString client{}; ///< program and version, as it says itself
    QString device{}; ///< name of the device; empty for a login without one
    qint64 sinceMs = 0; ///< since 1970 UTC
};

struct RoomLine
{
    RoomId id{};
    RoomKind kind = RoomKind::Public;
    QString name{};
    QString topic{};
    quint32 memberCount = 0;
    Seq head = 0;
    qint64 lastActivityMs = 0; ///< since 1970 UTC
};

struct ServerCounts
{
    qsizetype connections = 0;
    qsizetype loggedIn = 0; ///< of these connections
    qsizetype accounts = 0;
    qsizetype rooms = 0; ///< direct ones too
    quint64 messages = 0; ///< stored since the start
};

struct NewInvitation
{
    QString code{};
    QString link{}; ///< empty when the server does not know how it is reached
    qint64 expiresMs = 0; ///< since 1970 UTC
    quint32 uses = 1;
};

/// The server as its operator sees it: what the console asks, and what its log tells. Domain thread only. Names and
/// texts come from people: make them safe before they reach a terminal.
class OperatorPort : public QObject
{
    Q_OBJECT

public:
    ~OperatorPort() override = default;

    [[nodiscard]] virtual QList<PresentPerson> who() const = 0;
    /// Public and private rooms by name; direct rooms are nobody's business.
    [[nodiscard]] virtual QList<RoomLine> rooms() const = 0;
    [[nodiscard]] virtual ServerCounts counts() const = 0;
    /// The code that makes its user the owner; empty once it was used.
    [[nodiscard]] virtual QString ownerCode() const = 0;

    /// Says something to everybody in the first room. Errors as of checkMessageText(), or of the store.
    virtual void announce(const QString &text, std::function<void(const Result<> &)> done) = 0;
    /// Closes all connections of an account with these words; how many there were. Fails with AccountUnknown.
    virtual Result<int> kick(const QString &login, const QString &text) = 0;
    /// 0 seconds: 7 days; 0 uses: once.
    virtual void createInvitation(
        quint32 lifetimeSeconds, quint32 uses, std::function<void(const Result<NewInvitation> &)> done)
        = 0;

Q_SIGNALS:
    void connected(salon::server::ConnectionId connection, const QString &peer);
    /// It said Hello; `client` is the program and version, as it says itself.
    void greeted(salon::server::ConnectionId connection, const QString &client);
    void loggedIn(const salon::server::PresentPerson &person);
    void registered(const salon::server::PresentPerson &person);
    void ownershipClaimed(const QString &login);
    /// A login or registration was refused; `login` is what was tried, empty for a key.
    void loginRefused(const QString &peer, const QString &login, const salon::Error &reason);
    /// `login` is empty when the connection never logged in.
    void disconnected(
        salon::server::ConnectionId connection, const QString &peer, const QString &login, const salon::Error &reason);
};

} // namespace salon::server
