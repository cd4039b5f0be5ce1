// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/endpoint.h"

#include <QNetworkInterface>

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace salon {

using namespace Qt::StringLiterals;

namespace {

constexpr auto LocalPrefix = "unix:"_L1;
constexpr qsizetype MaxHostLength = 253;
constexpr qsizetype MaxServiceLength = 64;

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isHostName(QStringView text)
{
    // "7256" is a forgotten host or port, not the address 0.0.28.88.
    return text.size() <= MaxHostLength && !isNumber(text) && !text.startsWith(u'.') && !text.startsWith(u'-')
        && std::all_of(text.begin(), text.end(),
            [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c == u'-' || c == u'.' || c == u'_'; });
}

bool isServiceName(QStringView text)
{
    return text.size() <= MaxServiceLength && !isNumber(text) && text.front() != u'-'
        && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
                   || c == u'_' || c == u'.' || c == u'+';
           });
}

/// Reads what follows the colon into port or service.
bool readPort(QStringView text, Endpoint &endpoint)
{
    if (text.isEmpty())
        return false;
    if (isNumber(text)) {
        bool ok = false;
        endpoint.port = text.toUShort(&ok);
        return ok;
    }
    endpoint.service = text.toString();
    endpoint.port = 0;
    return isServiceName(text);
}

bool isLocalhost(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0;
}

bool isIpv6(const QString &text)
{
    const QHostAddress address(text);
    return address.protocol() == QAbstractSocket::IPv6Protocol;
}

} // namespace

Result<Endpoint> Endpoint::parse(const QString &text, quint16 defaultPort)
{
    const auto refuse = [&text] {
        return fail(ErrorCode::InvalidAddress, u"not an address: "_s + text, { text });
    };
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(LocalPrefix)) {
        if (trimmed.size() == LocalPrefix.size() || trimmed.contains(QChar(u'\0')))
            return refuse();
        return Endpoint::local(trimmed.sliced(LocalPrefix.size()));
    }
    Endpoint endpoint;
    endpoint.port = defaultPort;
    if (trimmed.startsWith(u'[')) {
        const qsizetype end = trimmed.indexOf(u']');
        if (end < 0)
            return refuse();
        endpoint.host = trimmed.sliced(1, end - 1);
        const QStringView rest = QStringView(trimmed).sliced(end + 1);
        if (!isIpv6(endpoint.host)
            || (!rest.isEmpty() && (rest.front() != u':' || !readPort(rest.sliced(1), endpoint))))
            return refuse();
        return endpoint;
    }
    if (isIpv6(trimmed)) {
        endpoint.host = trimmed;
        return endpoint;
    }
    const qsizetype colon = trimmed.indexOf(u':');
    endpoint.host = colon < 0 ? trimmed : trimmed.first(colon);
    if (colon >= 0 && !readPort(QStringView(trimmed).sliced(colon + 1), endpoint))
        return refuse();
    if (colon == 0)
        endpoint.host = u"*"_s;
    if (endpoint.host.isEmpty() || (!endpoint.isEveryAddress() && !isHostName(endpoint.host)))
        return refuse();
    return endpoint;
}

Endpoint Endpoint::tcp(const QString &host, quint16 port)
{
    Endpoint endpoint;
    endpoint.host = host;
    endpoint.port = port;
    return endpoint;
}

Endpoint Endpoint::local(const QString &path)
{
    Endpoint endpoint;
    endpoint.kind = Kind::Local;
    endpoint.port = 0;
    endpoint.path = path;
    return endpoint;
}

QString Endpoint::toString() const
{
    if (kind == Kind::Local)
        return LocalPrefix + path;
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + (service.isEmpty() ? QString::number(port) : service);
}

bool Endpoint::isLoopback() const
{
    return kind == Kind::Local || isLocalhost(host) || QHostAddress(host).isLoopback();
}

Result<Endpoint> resolveService(Endpoint endpoint, QAbstractSocket::SocketType transport)
{
    if (endpoint.service.isEmpty())
        return endpoint;
    addrinfo hints{};
    hints.ai_family = AF_INET;
    hints.ai_socktype = transport == QAbstractSocket::UdpSocket ? SOCK_DGRAM : SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(nullptr, endpoint.service.toLatin1().constData(), &hints, &found) != 0 || !found)
        return fail(ErrorCode::InvalidAddress, u"unknown service: "_s + endpoint.service, { endpoint.service });
    endpoint.port = ntohs(reinterpret_cast<const sockaddr_in *>(found->ai_addr)->sin_port);
    endpoint.service.clear();
    freeaddrinfo(found);
    return endpoint;
}

Result<QList<QHostAddress>> addressesFound(const QString &host, const QHostInfo &info)
{
    if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
        return info.addresses();
    if (!isLocalhost(host))
        return fail(ErrorCode::HostNotFound, info.errorString(), { host });
    QList<QHostAddress> addresses{ QHostAddress(QHostAddress::LocalHost) };
    if (QNetworkInterface::allAddresses().contains(QHostAddress(QHostAddress::LocalHostIPv6)))
        addresses.prepend(QHostAddress(QHostAddress::LocalHostIPv6));
    return addresses;
}

Result<QList<QHostAddress>> resolveAddresses(const Endpoint &endpoint)
{
    if (endpoint.isEveryAddress())
        return QList{ QHostAddress(QHostAddress::Any) };
    if (const QHostAddress literal(endpoint.host); !literal.isNull())
        return QList{ literal };
    return addressesFound(endpoint.host, QHostInfo::fromName(endpoint.host));
}

} // namespace salon
