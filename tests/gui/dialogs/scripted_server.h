// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/channel.h"
#include "shared/protocol/messages/all.h"

#include <QStringList>

#include <functional>

namespace salon::test {

/// A server in this process that does what it is told: how it can be reached, whom it lets in. Answers come from the
/// event loop, as from a network.
class ScriptedServer
{
public:
    /// For Workspace::Environment::channels. This must outlive the channels.
    [[nodiscard]] ChannelFactory factory();

    std::optional<Error> unreachable{}; ///< how connecting fails
    bool hangs = false; ///< connecting neither ends nor fails
    QByteArray pin = QByteArray(32, 'p');
    RegistrationPolicy policy = RegistrationPolicy::Open;
    QString invitation{}; ///< the one that is good
    QStringList takenLogins{};
    QString account{}; ///< login and password of the one that exists
    QString password{};
    bool knowsDevice = false;

    // What happened.
    int connections = 0;
    QList<Register> registrations{};
    QList<LoginWithPassword> logins{};
    int keyLogins = 0;

    /// The answer to a login message, as a frame.
    [[nodiscard]] QByteArray answer(const Envelope &request);

private:
    [[nodiscard]] QByteArray welcome(quint64 correlation) const;
    [[nodiscard]] QByteArray registered(const Register &message, quint64 correlation);
};

} // namespace salon::test
