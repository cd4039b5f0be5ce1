// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/address_race.h"

#include <algorithm>
#include <chrono>

namespace salon {

using namespace std::chrono_literals;

class AddressRace::Attempt final : public ByteChannelObserver
{
public:
    Attempt(AddressRace &race, std::unique_ptr<TcpChannel> tcp)
        : channel(std::move(tcp))
        , m_race(race)
    {
        channel->setObserver(this);
    }
    virtual ~Attempt() = default;
    Q_DISABLE_COPY_MOVE(Attempt)

    void channelReady() override { m_race.attemptReady(this); }
    void channelReadable() override {}
    void channelWrote() override {}
    void channelEnded(const Error &reason) override
    {
        channel->setObserver(nullptr);
        m_race.attemptEnded(this, reason);
    }

    std::unique_ptr<TcpChannel> channel;

private:
    AddressRace &m_race;
};

AddressRace::AddressRace(const QList<QHostAddress> &addresses, quint16 port, MakeChannel makeChannel)
    : m_addresses(inTurns(addresses))
    , m_port(port)
    , m_makeChannel(std::move(makeChannel))
{
    m_addresses.resize(std::min(m_addresses.size(), MaxAddresses));
    m_stagger.setInterval(250ms);
    connect(&m_stagger, &QTimer::timeout, this, &AddressRace::startNext);
}

AddressRace::~AddressRace() = default;

QList<QHostAddress> AddressRace::inTurns(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const QHostAddress &address : addresses)
        (address.protocol() == QAbstractSocket::IPv6Protocol ? first : second).append(address);
    QList<QHostAddress> ordered;
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            ordered.append(first.at(i));
        if (i < second.size())
            ordered.append(second.at(i));
    }
    return ordered;
}

void AddressRace::start()
{
    m_stagger.start();
    startNext();
}

void AddressRace::startNext()
{
    if (m_over)
        return;
    if (m_addresses.isEmpty()) {
        m_stagger.stop();
        return;
    }
    const QHostAddress address = m_addresses.takeFirst();
    m_attempts.push_back(std::make_unique<Attempt>(*this, m_makeChannel()));
    ++m_running;
    m_attempts.back()->channel->connectTo(address, m_port);
}

void AddressRace::attemptReady(Attempt *attempt)
{
    if (m_over)
        return;
    m_over = true;
    m_stagger.stop();
    m_winner = attempt;
    attempt->channel->setObserver(nullptr);
    Q_EMIT won();
}

void AddressRace::attemptEnded(Attempt *attempt, const Error &reason)
{
    Q_UNUSED(attempt)
    --m_running;
    if (m_over)
        return;
    if (!m_addresses.isEmpty()) {
        m_stagger.start();
        startNext();
    } else if (m_running == 0) {
        m_over = true;
        Q_EMIT lost(reason);
    }
}

std::unique_ptr<TcpChannel> AddressRace::takeWinner()
{
    return m_winner ? std::move(m_winner->channel) : nullptr;
}

} // namespace salon
