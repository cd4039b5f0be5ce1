// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/result.h"
#include "shared/client-core/known_servers.h"
#include "shared/protocol/messages/accounts.h"
#include "shared/protocol/messages/session.h"

#include <QObject>
#include <functional>

namespace salon {

class Session;

/// What this installation remembers of a server: where it is and by which key it is known, how it calls itself, who one
/// is there, what it takes. Tells the session where to connect, and learns from what each connection says.
class ServerRecord : public QObject
{
    Q_OBJECT
public:
    /// `id`: an entry of `servers`. `servers` and `session` must outlive this.
    ServerRecord(KnownServers &servers, const QString &id, Session &session, QObject *parent = nullptr);

    [[nodiscard]] const KnownServer &server() const { return m_server; }
    /// The server's name, else its host.
    [[nodiscard]] QString name() const;
    /// Its id, as said on this connection or before; empty: never heard of.
    [[nodiscard]] QByteArray serverId() const;
    /// What it said last, also in an earlier run; fileBytes 0: no files.
    [[nodiscard]] ServerLimits limits() const;
    /// Another link to this server: its pin counts if none is known yet. TlsFailed, and nothing happens, when it asks
    /// to talk in clear to a server that is known by its key.
    Result<> adoptLink(const JoinLink &link);

Q_SIGNALS:
    void nameChanged(const QString &name);

private:
    void welcomed(const Welcome &welcome);
    void loggedIn(const LoggedIn &self);
    void update(const std::function<void(KnownServer &)> &edit);

    KnownServers &m_servers;
    Session &m_session;
    KnownServer m_server;
};

} // namespace salon
