// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <optional>

namespace salon::server {

struct LoginGuardLimits
{
    int freeAttempts = 5; ///< per login and address, before a growing pause; 0: no limit
    int accountFailuresPerHour = 30; ///< per login from addresses that never got in; 0: no limit
    int addressFailures = 20; ///< per address, before an hour's pause; 0: no limit
};

/// Slows the guessing of passwords: per (login, address), per login, per address. Only passwords count: a device key is
/// never held back by what others try, so that locking somebody out is no weapon. An empty address is this machine,
/// which has no limit of its own; an empty login (codes of invitations, names that are none) belongs to nobody and is
/// counted by address alone, or strangers could close registration for all. Times are those of a clock that never
/// jumps.
class LoginGuard
{
public:
    /// Milliseconds until the next attempt may be made; nothing when it may be made now.
    [[nodiscard]] std::optional<quint32> heldBackMs(
        const LoginGuardLimits &limits, const QString &login, const QString &address, qint64 nowMs) const;
    void noteFailure(const LoginGuardLimits &limits, const QString &login, const QString &address, qint64 nowMs);
    void noteSuccess(const QString &login, const QString &address);

private:
    struct Failures
    {
        int count = 0;
        qint64 sinceMs = 0;
        qint64 heldUntilMs = 0;
    };

    void sweep(qint64 nowMs);

    QHash<QString, Failures> m_byPair;
    QHash<QString, Failures> m_byLogin;
    QHash<QString, Failures> m_byAddress;
    QSet<QString> m_knownPairs; ///< that got in before
};

} // namespace salon::server
