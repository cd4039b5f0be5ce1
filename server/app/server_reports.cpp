// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/operator_log.h"
#include "server/app/owner_note.h"
#include "server/app/server.h"
#include "server/app/service_manager.h"
#include "server/console/operator_words.h"
#include "shared/base/logging.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// "host:port" and how it is protected.
QString described(const ListenerAddress &listener)
{
    if (listener.endpoint.kind == Endpoint::Kind::Local)
        return listener.endpoint.path;
    return listener.endpoint.toString();
}

} // namespace

QString Server::ownerCodeToSay() const
{
    const QString code = m_dispatcher->ownerCode();
    const OwnerNote note(m_config.data);
    // The journal is read by the groups adm and systemd-journal too, and may be sent on to other machines.
    if (code.isEmpty() || !service_manager::keepsOutput()) {
        note.remove();
        return code;
    }
    JoinLink link = firstLink().value_or(JoinLink());
    link.invitation = code;
    if (const auto written = note.write(link.host.isEmpty() ? QString() : link.toString(), code); !written) {
        operator_log::failure(tr("The file %1 cannot be written: %2.").arg(note.path(), written.error().detail) + u' '
            + tr("Mend that and start the server again: the join link of the owner is to be written there."));
    }
    return {};
}

void Server::greet() const
{
    using operator_log::say;
    say(tr("%1 %2, server “%3”, data in %4")
            .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(), m_config.name,
                m_config.data));
    for (const ListenerAddress &listener : m_network->listeners()) {
        const bool plain = !listener.tls && listener.endpoint.kind == Endpoint::Kind::Tcp;
        say(plain ? tr("Server listening on %1 (without TLS)").arg(described(listener))
                  : tr("Server listening on %1").arg(described(listener)));
    }
    for (const GatewayAddress &gateway : m_gateways->addresses()) {
        if (gateway.name != "text"_L1)
            continue;
        say(tr("Plain-text access listening on %1").arg(gateway.address));
        if (!gateway.isLoopback) {
            say(tr("WARNING: whoever reaches %1 reads and writes in its room, without password and without encryption.")
                    .arg(gateway.address));
        }
    }
    for (const QString &line : Classroom::greeting(m_gateways->addresses()))
        say(line);
    if (m_beacon)
        say(tr("People on this network can find the server (UDP port %1)").arg(m_beacon->port()));
    say(tr("Fingerprint of the server's key: %1").arg(fingerprintText(m_identity.pin)));
    const QString ownerCode = ownerCodeToSay();
    QString firstLink;
    for (const JoinLink &known : m_links) {
        JoinLink link = known;
        link.invitation = ownerCode;
        const QString text = link.toString();
        if (firstLink.isEmpty())
            firstLink = text;
        say(tr("Join link: %1").arg(text));
    }
    if (!ownerCode.isEmpty())
        say(tr("Owner code: %1 (whoever joins with it becomes the owner; the link above carries it)").arg(ownerCode));
    else if (const QString note = OwnerNote(m_config.data).path(); QFileInfo(note).isFile())
        say(tr("The join link of the owner is in %1, which only root and this server may read.").arg(note));
    else if (m_dispatcher->ownerCode().isEmpty() && m_config.registration == "invitation"_L1)
        say(tr("New people need an invitation: type /invite to make one."));

    QByteArray ready = "READY";
    const auto add = [&ready](const char *key, const QString &value) {
        ready += QByteArrayLiteral(" ") + key + '=' + value.toUtf8();
    };
    const auto listeners = m_network->listeners();
    for (const bool tls : { true, false }) {
        for (const ListenerAddress &listener : listeners) {
            if (listener.endpoint.kind == Endpoint::Kind::Tcp && listener.tls == tls && !ready.contains(" port="))
                add("port", QString::number(listener.endpoint.port));
        }
    }
    add("spki", pinText(m_identity.pin));
    add("link", firstLink);
    if (!ownerCode.isEmpty())
        add("owner", ownerCode);
    for (const ListenerAddress &listener : listeners)
        add("listen", listener.toString());
    for (const GatewayAddress &gateway : m_gateways->addresses())
        add("gateway", gateway.name + u'@' + gateway.address);
    if (m_beacon)
        add("discovery", QString::number(m_beacon->port()));
    operator_log::forPrograms(ready);
}

void Server::reportPeople()
{
    using operator_log::event;
    const OperatorPort *port = m_dispatcher.get();
    // What a stranger can cause is limited for each address; what needs an account is told in full.
    connect(&m_reports, &ReportLimit::leftOut, this, [](const QString &prefix, int count) {
        event(tr("%n line(s) about connections were left out; most concerned %1", nullptr, count).arg(prefix));
    });
    connect(port, &OperatorPort::connected, &m_visits, &Visits::arrived);
    connect(port, &OperatorPort::greeted, &m_visits, &Visits::greeted);
    connect(&m_visits, &Visits::arrivalKnown, this, [this](const QString &peer) {
        if (m_reports.admits(peer))
            event(tr("Connection received from %1").arg(peer));
    });
    connect(port, &OperatorPort::registered, this,
        [](const PresentPerson &person) { event(tr("New account: %1 (%2)").arg(person.displayName, person.login)); });
    connect(port, &OperatorPort::loggedIn, this, [](const PresentPerson &person) {
        event(tr("%1 is now %2 (%3)").arg(person.peer, person.displayName, person.login));
    });
    connect(port, &OperatorPort::ownershipClaimed, this, [this](const QString &login) {
        OwnerNote(m_config.data).remove();
        event(tr("%1 is the owner of this server now").arg(login));
    });
    connect(port, &OperatorPort::loginRefused, this,
        [this](const QString &peer, const QString &login, const Error &reason) {
            if (!m_reports.admits(peer))
                return;
            event(login.isEmpty() ? tr("%1 was not let in: %2").arg(peer, OperatorWords::error(reason))
                                  : tr("%1 was not let in as “%2”: %3").arg(peer, login, OperatorWords::error(reason)));
        });
    connect(port, &OperatorPort::disconnected, this,
        [this](ConnectionId connection, const QString &peer, const QString &login, const Error &reason) {
            const bool isTold = m_visits.left(connection);
            if (login.isEmpty() && (!isTold || !m_reports.admits(peer)))
                return;
            event(login.isEmpty() ? tr("Connection from %1 ended: %2").arg(peer, OperatorWords::error(reason))
                                  : tr("%1 (%2) is gone: %3").arg(login, peer, OperatorWords::error(reason)));
        });
}

void Server::reportNetwork()
{
    using operator_log::event;
    connect(
        m_network.get(), &Network::connectionRefused, this, [this](const QString &peer, Admission::Verdict verdict) {
            if (!m_reports.admits(peer))
                return;
            switch (verdict) {
            case Admission::Verdict::TooManyAtOnce:
                return event(tr("%1 was turned away: too many connections from this address").arg(peer));
            case Admission::Verdict::TooManyPerMinute:
                return event(tr("%1 was turned away: too many new connections from this address").arg(peer));
            case Admission::Verdict::OutOfDescriptors:
                return event(tr("%1 was turned away: the server has as many connections as it may have").arg(peer));
            case Admission::Verdict::Banned: // told when it began
            case Admission::Verdict::Welcome:
                break;
            }
        });
    connect(m_network.get(), &Network::addressBanned, this, [this](const QString &prefix) {
        event(tr("%1 is kept out for %n second(s): too many of its connections did not log in", nullptr,
            int(m_config.banSeconds))
                  .arg(prefix));
    });
    connect(m_network.get(), &Network::connectionFailed, this, [this](const QString &peer, const Error &reason) {
        if (!m_reports.admits(peer))
            return;
        qCInfo(salonNet).noquote() << u"handshake with %1 failed: %2 %3"_s.arg(
            peer, QString(errorName(reason.code)), reason.detail);
    });
    connect(m_network.get(), &Network::acceptFailed, this,
        [](const Error &reason) { qCWarning(salonNet).noquote() << "accepting failed:" << reason.detail; });
}

} // namespace salon::server
