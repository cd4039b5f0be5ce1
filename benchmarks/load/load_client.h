// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "benchmarks/load/load_socket.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/frame_codec.h"
#include "shared/protocol/join_link.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/login_proof.h"
#include "shared/protocol/messages/all.h"

#include <QRandomGenerator>
#include <functional>

namespace salon::load {

/// One connection of the generator. Logs in by registering, then does what it is told.
class LoadClient
{
public:
    struct Events
    {
        std::function<void(LoadClient &)> loggedIn{};
        std::function<void(LoadClient &, const Envelope &)> answered{}; ///< correlation above the login's
        std::function<void(LoadClient &, const QByteArray &payload)> pushed{};
        std::function<void(LoadClient &, const QString &why)> failed{};
    };

    LoadClient(int number, const JoinLink &link, SSL_CTX *tls, Events &events);

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] LoadSocket &socket() { return m_socket; }
    void ready(bool readable, bool writable);

    template <wire::Message M>
    void ask(const M &message, quint64 correlation)
    {
        m_socket.write(encodeFrame(message, correlation));
    }

    quint64 counter = 0; ///< of what it sends to the room
    int inFlight = 0;

private:
    void take(QByteArray payload);
    void takeLoginAnswer(const Envelope &envelope);

    int m_number;
    const JoinLink &m_link;
    Events &m_events;
    LoadSocket m_socket;
    FrameDecoder m_decoder;
    bool m_greeted = false;
    bool m_in = false;
};

/// Correlations up to this one belong to the login.
inline constexpr quint64 LastLoginCorrelation = 3;

} // namespace salon::load
