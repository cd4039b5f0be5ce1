// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/plain/plain_address.h"

#include "shared/base/terminal_text.h"

using namespace Qt::StringLiterals;

namespace salon::console {
namespace {

constexpr auto Broadcast = "<broadcast>"_L1;

/// Takes the scheme off; false for one that is not known.
bool takeScheme(QString &text, PlainAddress::Transport &transport)
{
    using Transport = PlainAddress::Transport;
    if (text.startsWith("unix:"_L1, Qt::CaseInsensitive)) {
        transport = Transport::Local;
        text.replace(0, 5, u"unix:"_s);
        return true;
    }
    const qsizetype end = text.indexOf("://"_L1);
    if (end < 0)
        return true;
    const QString scheme = text.first(end).toLower();
    text.remove(0, end + 3);
    if (text.endsWith(u'/'))
        text.chop(1);
    transport = scheme == "udp"_L1 ? Transport::Udp : Transport::Tcp;
    return scheme == "udp"_L1 || scheme == "tcp"_L1;
}

} // namespace

tl::expected<PlainAddress, QString> PlainAddress::parse(const QString &text, PlainOptions::Way way)
{
    const QString shown = safeLineForTerminal(text);
    const auto refuse = [&shown] {
        return tl::unexpected(
            tr("“%1” is not an address. Write tcp://HOST:PORT, udp://HOST:PORT or unix:PATH, with IPv6 "
               "addresses in brackets.")
                .arg(shown));
    };
    PlainAddress address;
    QString rest = text.trimmed();
    if (!takeScheme(rest, address.transport))
        return refuse();
    if (way == PlainOptions::Way::Either && address.isUdp())
        return tl::unexpected(tr("--peer needs a connection: tcp:// or unix:, not udp://."));
    if (rest.startsWith(Broadcast)) {
        if (!address.isUdp() || way == PlainOptions::Way::Listen)
            return tl::unexpected(tr("<broadcast> is an address to send to by udp://."));
        rest.replace(0, Broadcast.size(), u"255.255.255.255"_s);
    }
    if (way == PlainOptions::Way::Listen && address.transport != Transport::Local && !rest.contains(u':'))
        rest.prepend(u':');
    const auto endpoint = Endpoint::parse(rest, 0);
    if (!endpoint)
        return refuse();
    const auto resolved
        = resolveService(*endpoint, address.isUdp() ? QAbstractSocket::UdpSocket : QAbstractSocket::TcpSocket);
    if (!resolved)
        return tl::unexpected(
            tr("There is no service called “%1”. Write the port as a number.").arg(endpoint->service));
    address.endpoint = *resolved;
    // 0 is what an address without a port has, too; as a port it is the system's choice of one to listen on.
    const bool mayBeZero = way == PlainOptions::Way::Listen && rest.endsWith(":0"_L1);
    if (address.transport != Transport::Local && address.endpoint.port == 0 && !mayBeZero)
        return tl::unexpected(tr("“%1” has no port. Write it at the end: localhost:9000.").arg(shown));
    return address;
}

QString PlainAddress::toString() const
{
    switch (transport) {
    case Transport::Tcp:
        return u"tcp://"_s + endpoint.toString();
    case Transport::Udp:
        return u"udp://"_s + endpoint.toString();
    case Transport::Local:
        break;
    }
    return endpoint.toString();
}

} // namespace salon::console
