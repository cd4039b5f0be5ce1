// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/report_limit.h"

#include <QHostAddress>
#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr auto TellEvery = 60s;
constexpr int NetworkBits = 64; ///< of IPv6 that one customer has
constexpr qsizetype MaxAddressesCounted = 4096; ///< one by one; the others together

QString prefixOf(const QString &peer)
{
    QString host = peer.left(peer.lastIndexOf(u':'));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    const QHostAddress address(host);
    if (address.protocol() != QAbstractSocket::IPv6Protocol || address.isLoopback())
        return host;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + NetworkBits / 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString() + u"/64"_s;
}

} // namespace

ReportLimit::ReportLimit(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_teller.setSingleShot(true);
    m_teller.setInterval(TellEvery);
    connect(&m_teller, &QTimer::timeout, this, &ReportLimit::tell);
}

bool ReportLimit::admits(const QString &peer)
{
    const QString prefix = prefixOf(peer);
    if (!m_buckets.take(prefix, LinesAtOnce, LinesPerSecond, m_clock.monotonicMs()))
        return true;
    const bool isCounted = m_leftOut.contains(prefix) || m_leftOut.size() < MaxAddressesCounted;
    ++m_leftOut[isCounted ? prefix : QString()];
    if (!m_teller.isActive())
        m_teller.start();
    return false;
}

void ReportLimit::tell()
{
    int count = 0;
    auto most = m_leftOut.cbegin();
    for (auto entry = m_leftOut.cbegin(); entry != m_leftOut.cend(); ++entry) {
        count += *entry;
        if (!entry.key().isEmpty() && *entry > *most)
            most = entry;
    }
    const QString prefix = most.key();
    m_leftOut.clear();
    Q_EMIT leftOut(prefix, count);
}

} // namespace salon::server
