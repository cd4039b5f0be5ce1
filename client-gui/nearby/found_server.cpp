// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/found_server.h"

#include "client-gui/dialogs/fingerprint_text.h"
#include "shared/client-core/text/error_text.h"
#include "shared/protocol/limits.h"
#include "shared/transport/endpoint.h"

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype GroupsOfHint = 6;

QString addressOf(const QHostAddress &host, quint16 port)
{
    return port == wire_limits::DefaultPort ? host.toString() : Endpoint::tcp(host.toString(), port).toString();
}

} // namespace

FoundServer FoundServer::of(const Neighbour &neighbour)
{
    const QHostAddress host = neighbour.addresses.value(0);
    FoundServer server{ neighbour.said.id, neighbour.said.name, addressOf(host, neighbour.said.port),
        neighbour.said.pin, neighbour.said.online, host.isLoopback() };
    if (server.pin.isEmpty() && server.isLoopback)
        server.address = u"salon+plain://"_s + Endpoint::tcp(host.toString(), neighbour.said.port).toString() + u"/"_s;
    return server;
}

QString FoundServerText::name(const FoundServer &server)
{
    return server.name.isEmpty() ? tr("Server without a name") : server.name;
}

QString FoundServerText::people(const FoundServer &server)
{
    return server.isJoinable() ? tr("%n online", nullptr, int(server.online)) : tr("without encryption");
}

QString FoundServerText::spoken(const FoundServer &server)
{
    //: For screen readers. %1 name of a server, %2 its address, %3 "3 online"
    return tr("%1, %2, %3").arg(name(server), server.address, people(server));
}

QString FoundServerText::key(const FoundServer &server)
{
    if (server.pin.isEmpty())
        return server.isLoopback ? tr("On this computer; the connection does not leave it.")
                                 : tr("This server speaks without encryption; Salon does not join such a server over "
                                      "a network.");
    return tr("Key that it announces:") + u'\n' + fingerprintLines(server.pin) + u'\n'
        + tr("Names and keys are what each server says of itself. Compare the key with the one that the person who "
             "runs the server sees on its screen.");
}

QString FoundServerText::keyHint(const QByteArray &pin)
{
    const QStringList groups = ErrorText::fingerprint(pin).split(u' ', Qt::SkipEmptyParts);
    //: %1 is the beginning of a fingerprint
    return tr("Announced key: %1 … To be sure, compare it with the one on the server’s screen.")
        .arg(groups.mid(0, GroupsOfHint).join(u' '));
}

} // namespace salon
