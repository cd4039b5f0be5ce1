// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/address_places.h"
#include "server/gateways/gateway.h"
#include "server/gateways/rate_gate.h"
#include "server/gateways/room_visits.h"
#include "shared/transport/endpoint.h"
#include "shared/transport/peer_address.h"

#include <QElapsedTimer>
#include <QTimer>
#include <memory>
#include <unordered_map>

namespace salon {
class ListenSocket;
}

namespace salon::server {

class TextGuest;

struct TextSettings
{
    Endpoint endpoint{};
    int maxGuests = 256;
    int maxGuestsPerAddress = 32; ///< of one IPv4 address or IPv6 /64; this machine is exempt
    int maxArrivalsPerMinute = 60; ///< the same
    int maxDelayMs = 10'000; ///< of a line, when a guest writes faster than it may, and after its end
};

/// Plain-text access: netcat, telnet and sockets of any language join one room. docs/PROTOCOL.md has the rules.
class TextGateway final : public Gateway
{
    Q_OBJECT

public:
    /// `door` must outlive it.
    TextGateway(RoomDoor &door, SharedGuestNumbers numbers, const TextSettings &settings);
    ~TextGateway() override;

    Result<QList<GatewayAddress>> open() override;
    void close() override;
    QString endGuest(const QString &who) override;

private:
    struct Place
    {
        std::unique_ptr<TextGuest> guest;
        QString prefix; ///< empty for this machine
    };

    void accept(qintptr descriptor);
    [[nodiscard]] bool takePlaceFor(const PeerAddress &peer);
    void report(const Error &error);
    void tellAll(const QByteArray &lines, GuestId except);
    void remove(qint64 place);

    RoomDoor &m_door;
    SharedGuestNumbers m_numbers;
    TextSettings m_settings;
    std::unique_ptr<ListenSocket> m_listener;
    std::unique_ptr<RoomVisits> m_visits;
    std::unordered_map<qint64, Place> m_guests; ///< by the number of the guest
    AddressPlaces m_addresses;
    QElapsedTimer m_lastReport; ///< for the log
    RateGate m_localArrivals; ///< of this machine, which nothing else holds back
    std::unique_ptr<QTimer> m_pause; ///< before the next is accepted
    bool m_closing = false;
};

} // namespace salon::server
