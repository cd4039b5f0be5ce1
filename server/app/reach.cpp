// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/reach.h"

#include "shared/transport/endpoint.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace salon::server {

Reach Reach::of(const Config &config)
{
    Reach reach;
    const auto only = config.listen.size() == 1 ? Endpoint::parse(config.listen.constFirst())
                                                : Result<Endpoint>(fail(ErrorCode::InvalidAddress));
    if (!only || only->kind != Endpoint::Kind::Tcp || !only->service.isEmpty() || only->port == 0) {
        reach.who = Who::AsItIs;
        return reach;
    }
    reach.port = only->port;
    if (only->host == "127.0.0.1"_L1 && config.publicAddress.isEmpty())
        reach.who = Who::ThisComputer;
    else if (!only->isEveryAddress())
        reach.who = Who::AsItIs;
    else if (!config.publicAddress.isEmpty())
        reach.who = Who::Everyone;
    reach.publicAddress = config.publicAddress;
    return reach;
}

std::optional<Reach> Reach::read(const QString &answer, const Reach &offered)
{
    const QStringList words = answer.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return offered;
    Reach reach;
    reach.port = offered.port;
    if (words.size() > 2 || words.at(0).size() != 1)
        return {};
    switch (words.at(0).at(0).unicode()) {
    case u'1':
        reach.who = Who::ThisComputer;
        break;
    case u'2':
        reach.who = Who::LocalNetwork;
        break;
    case u'3':
        reach.who = Who::Everyone;
        reach.publicAddress = offered.publicAddress;
        break;
    default:
        return {};
    }
    if (words.size() == 1)
        return reach;
    bool isNumber = false;
    const uint port = words.at(1).toUInt(&isNumber);
    if (isNumber) {
        if (port < 1 || port > 65535)
            return {};
        reach.port = quint16(port);
        return reach;
    }
    if (reach.who != Who::Everyone)
        return {};
    const auto outside = Endpoint::parse(words.at(1), reach.port);
    if (!outside || outside->kind != Endpoint::Kind::Tcp || outside->isEveryAddress() || !outside->service.isEmpty()
        || outside->host.isEmpty() || outside->port == 0) {
        return {};
    }
    reach.port = outside->port;
    reach.publicAddress = outside->toString();
    return reach;
}

void Reach::applyTo(Config &config) const
{
    if (who == Who::AsItIs)
        return;
    const QString host = who == Who::ThisComputer ? u"127.0.0.1"_s : u"*"_s;
    config.listen = { u"%1:%2"_s.arg(host).arg(port) };
    config.publicAddress = who == Who::Everyone ? publicAddress : QString();
}

} // namespace salon::server
