// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/client-core/fake_channel.h"

#include "tests/unit/client-core/fake_server.h"

namespace salon::test {

FakeChannel::FakeChannel(FakeServer &server)
    : m_server(&server)
{
}

FakeChannel::~FakeChannel()
{
    if (m_server)
        m_server->disconnectClient(this);
}

void FakeChannel::open(const JoinLink &, const QByteArray &pin)
{
    QMetaObject::invokeMethod(
        this,
        [this, pin] {
            if (m_server)
                m_server->connectClient(this, pin);
        },
        Qt::QueuedConnection);
}

void FakeChannel::send(const QByteArray &frame)
{
    if (!m_server)
        return;
    QMetaObject::invokeMethod(
        m_server,
        [server = m_server, channel = QPointer(this), frame, generation = m_server->m_generation] {
            if (channel && generation == server->m_generation)
                server->receive(channel, frame);
        },
        Qt::QueuedConnection);
}

void FakeChannel::close()
{
    if (m_server)
        m_server->disconnectClient(this);
    m_server = nullptr;
}

} // namespace salon::test
