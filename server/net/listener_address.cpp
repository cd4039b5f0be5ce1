// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/listener_address.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr auto PlainPrefix = "plain+"_L1;

} // namespace

Result<ListenerAddress> ListenerAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool plain = trimmed.startsWith(PlainPrefix);
    const auto endpoint = Endpoint::parse(plain ? trimmed.mid(PlainPrefix.size()) : trimmed);
    if (!endpoint)
        return fail(endpoint.error());
    if (plain && endpoint->kind == Endpoint::Kind::Local)
        return fail(ErrorCode::InvalidAddress, u"local sockets have no TLS anyway"_s, { text });
    return ListenerAddress{ *endpoint, !plain && endpoint->kind == Endpoint::Kind::Tcp };
}

QString ListenerAddress::toString() const
{
    return !tls && endpoint.kind == Endpoint::Kind::Tcp ? PlainPrefix + endpoint.toString() : endpoint.toString();
}

bool ListenerAddress::isCleartextBeyondThisMachine() const
{
    return !tls && !endpoint.isLoopback();
}

} // namespace salon::server
