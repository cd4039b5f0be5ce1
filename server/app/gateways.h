// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/app/classroom.h"
#include "server/app/config.h"
#include "server/app/report_limit.h"
#include "server/app/start_failure.h"
#include "server/console/guests_port.h"
#include "server/dispatch/dispatcher.h"
#include "server/gateways/gateway_thread.h"
#include "server/gateways/guest_numbers.h"
#include "shared/transport/endpoint.h"

#include <QObject>

namespace salon::server {

/// The listeners beside the native ones: opens those that the configuration asks for, each with its door, and tells the
/// operator who comes and goes. Domain thread; must end before the dispatcher does.
class Gateways final : public QObject, public GuestsPort
{
    Q_OBJECT

public:
    /// `reports` says how many lines each address may cause; must outlive this.
    Gateways(Dispatcher &dispatcher, ReportLimit &reports, QObject *parent = nullptr);

    /// Blocks for a moment: the server is not up yet.
    StartResult<> open(const Config &config);
    /// What is open, for the greeting and the READY line.
    [[nodiscard]] const QList<GatewayAddress> &addresses() const { return m_addresses; }
    /// Nullptr when it was not asked for.
    [[nodiscard]] ClassroomPort *classroom() { return m_hasClassroom ? &m_classroom : nullptr; }
    /// Nullptr when nobody can come in as a guest.
    [[nodiscard]] GuestsPort *guests() { return m_thread.isEmpty() ? nullptr : this; }
    void endGuest(const QString &who, std::function<void(const QString &name)> done) override;
    /// Says goodbye to all guests, then closed().
    void close() { m_thread.close(); }

Q_SIGNALS:
    void closed();

private:
    StartResult<> openText(const Config &config);
    StartResult<> openClassroom(const Config &config);
    StartResult<> add(std::unique_ptr<Gateway> gateway, const QString &address);
    Result<> open(std::unique_ptr<Gateway> gateway);
    void reportTextGuests(const RoomDoor &door);

    Dispatcher &m_dispatcher;
    ReportLimit &m_reports;
    SharedGuestNumbers m_numbers = std::make_shared<GuestNumbers>();
    QList<GatewayAddress> m_addresses;
    Classroom m_classroom;
    bool m_hasClassroom = false;
    GatewayThread m_thread;
};

/// Where a gateway listens: like Endpoint::parse(), but a port alone (or ":PORT") is this machine's.
[[nodiscard]] Result<Endpoint> gatewayEndpoint(const QString &text, quint16 defaultPort);

} // namespace salon::server
