// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/server_record.h"

#include "shared/client-core/session/session.h"

namespace salon {

ServerRecord::ServerRecord(KnownServers &servers, const QString &id, Session &session, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_session(session)
    , m_server(servers.find(id).value_or(KnownServer{ id }))
{
    session.setServer(m_server.address, m_server.pin);
    connect(&session, &Session::welcomed, this, &ServerRecord::welcomed);
    connect(&session, &Session::loggedIn, this, &ServerRecord::loggedIn);
    connect(&session, &Session::serverPinned, this,
        [this](const QByteArray &pin) { update([&pin](KnownServer &server) { server.pin = pin; }); });
}

QString ServerRecord::name() const
{
    return m_server.name.isEmpty() ? m_server.address.host : m_server.name;
}

QByteArray ServerRecord::serverId() const
{
    const QByteArray &said = m_session.welcome().serverId;
    return said.isEmpty() ? m_server.serverId : said;
}

ServerLimits ServerRecord::limits() const
{
    ServerLimits limits = m_session.welcome().limits;
    if (m_session.welcome().serverId.isEmpty()) { // not heard of in this run
        limits.fileBytes = m_server.fileBytes;
        limits.files = m_server.files;
    } else if (!m_session.hasFeature(QString::fromLatin1(features::Files))) {
        limits.fileBytes = 0;
    }
    return limits;
}

Result<> ServerRecord::adoptLink(const JoinLink &link)
{
    const bool isKnownByKey = !m_server.address.plain && (!m_server.pin.isEmpty() || m_server.enrolled);
    if (link.plain && isKnownByKey)
        return fail(ErrorCode::TlsFailed);
    update([&](KnownServer &server) {
        if (server.pin.isEmpty())
            server.pin = link.pin;
        server.address.plain = link.plain;
    });
    m_session.setServer(m_server.address, m_server.pin);
    return {};
}

void ServerRecord::welcomed(const Welcome &welcome)
{
    const QString before = name();
    update([&](KnownServer &server) {
        server.name = welcome.name;
        server.serverId = welcome.serverId;
        server.fileBytes = limits().fileBytes;
        server.files = limits().files;
    });
    if (name() != before)
        Q_EMIT nameChanged(name());
}

void ServerRecord::loggedIn(const LoggedIn &self)
{
    update([&](KnownServer &server) {
        server.login = self.login;
        server.displayName = self.displayName;
        server.enrolled = self.device.isValid();
    });
}

void ServerRecord::update(const std::function<void(KnownServer &)> &edit)
{
    edit(m_server);
    m_servers.update(m_server);
}

} // namespace salon
