// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/classroom_gateway.h"
#include "tests/support/wait_until.h"
#include "tests/unit/server/gateways/fake_room_door.h"

#include <QTest>
#include <memory>

namespace salon::test {

/// A classroom on ports of the system's choice, with a room that only notes what is asked of it.
class ClassroomFixture : public QObject
{
    Q_OBJECT

protected:
    ~ClassroomFixture() override = default;

    /// Closes what was open, and forgets what was told.
    void open(server::ClassroomSettings settings = {})
    {
        m_gateway.reset();
        m_told.clear();
        m_ports.clear();
        for (const server::ExerciseKind &kind : server::exerciseKinds)
            settings.ports.insert(kind.name, 0);
        m_gateway
            = std::make_unique<server::ClassroomGateway>(*m_door, std::make_shared<server::GuestNumbers>(), settings);
        const auto note = [this](const QString &line) {
            m_told.append(line);
        };
        connect(m_gateway.get(), &server::ClassroomGateway::happened, this, note);
        connect(m_gateway.get(), &server::ClassroomGateway::shown, this, note);
        const auto opened = m_gateway->open();
        QVERIFY(opened);
        QCOMPARE(opened->size(), qsizetype(server::exerciseKinds.size()));
        for (const server::GatewayAddress &door : *opened) {
            QVERIFY(door.isLoopback);
            m_ports.insert(door.name, door.address.section(u':', -1).toUShort());
        }
    }
    void makeDoor() { m_door = new FakeRoomDoor; }
    void close()
    {
        m_gateway.reset();
        delete std::exchange(m_door, nullptr);
    }
    [[nodiscard]] quint16 port(const QString &name) const { return m_ports.value(name); }
    /// Soon, if not yet.
    [[nodiscard]] bool told(const QString &text) const
    {
        return waitUntil([&] { return m_told.join(u'\n').contains(text); });
    }

    FakeRoomDoor *m_door = nullptr;
    std::unique_ptr<server::ClassroomGateway> m_gateway;
    QHash<QString, quint16> m_ports;
    QStringList m_told;
};

} // namespace salon::test
