// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/visits.h"

#include <QRandomGenerator>
#include <array>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

QString makeCheckName()
{
    std::array<quint32, 4> secret{};
    QRandomGenerator::system()->fillRange(secret.data(), qsizetype(secret.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(secret.data()), qsizetype(sizeof(secret)));
    return u"salon-server --health "_s + QString::fromLatin1(bytes.toHex());
}

} // namespace

Visits::Visits(QObject *parent)
    : QObject(parent)
    , m_checkName(makeCheckName())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(1s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        for (const auto &[connection, peer] : std::exchange(m_waiting, {}))
            Q_EMIT arrivalKnown(peer);
    });
}

void Visits::arrived(ConnectionId connection, const QString &peer)
{
    m_waiting.emplace(connection, peer);
    if (!m_patience.isActive())
        m_patience.start();
}

void Visits::greeted(ConnectionId connection, const QString &client)
{
    const auto waiting = m_waiting.extract(connection);
    if (waiting.empty())
        return; // told already
    if (client == m_checkName)
        m_checks.insert(connection);
    else
        Q_EMIT arrivalKnown(waiting.mapped());
}

bool Visits::left(ConnectionId connection)
{
    if (m_checks.remove(connection))
        return false;
    if (const auto waiting = m_waiting.extract(connection); !waiting.empty())
        Q_EMIT arrivalKnown(waiting.mapped());
    return true;
}

} // namespace salon::server
