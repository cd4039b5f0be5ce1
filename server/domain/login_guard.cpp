// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/login_guard.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr qint64 HourMs = 3'600'000;
constexpr qint64 LongestPauseMs = 300'000;
constexpr qsizetype SweepAbove = 20'000;

QString pairOf(const QString &login, const QString &address)
{
    return login + u'\n' + address;
}

} // namespace

std::optional<quint32> LoginGuard::heldBackMs(
    const LoginGuardLimits &limits, const QString &login, const QString &address, qint64 nowMs) const
{
    const QString pair = pairOf(login, address);
    qint64 untilMs = 0;
    if (limits.freeAttempts > 0)
        untilMs = std::max(untilMs, m_byPair.value(pair).heldUntilMs);
    if (limits.accountFailuresPerHour > 0 && !login.isEmpty() && !m_knownPairs.contains(pair))
        untilMs = std::max(untilMs, m_byLogin.value(login).heldUntilMs);
    if (limits.addressFailures > 0 && !address.isEmpty())
        untilMs = std::max(untilMs, m_byAddress.value(address).heldUntilMs);
    if (untilMs <= nowMs)
        return std::nullopt;
    return quint32(untilMs - nowMs);
}

void LoginGuard::noteFailure(const LoginGuardLimits &limits, const QString &login, const QString &address, qint64 nowMs)
{
    sweep(nowMs);
    const QString pair = pairOf(login, address);
    const auto startAnew = [nowMs](Failures &failures, qint64 afterMs) {
        if (failures.count == 0 || nowMs - failures.sinceMs >= afterMs)
            failures = { 0, nowMs, failures.heldUntilMs };
    };
    Failures &byPair = m_byPair[pair];
    if (byPair.count > 0 && nowMs - std::max(byPair.sinceMs, byPair.heldUntilMs) >= HourMs)
        byPair = {};
    byPair.sinceMs = nowMs;
    if (++byPair.count >= limits.freeAttempts) {
        const int doublings = std::min(byPair.count - limits.freeAttempts, 16);
        byPair.heldUntilMs = nowMs + std::min<qint64>(LongestPauseMs, qint64(1000) << doublings);
    }
    if (!login.isEmpty() && !m_knownPairs.contains(pair)) {
        Failures &byLogin = m_byLogin[login];
        startAnew(byLogin, HourMs);
        if (++byLogin.count >= limits.accountFailuresPerHour)
            byLogin.heldUntilMs = byLogin.sinceMs + HourMs;
    }
    if (!address.isEmpty()) {
        Failures &byAddress = m_byAddress[address];
        startAnew(byAddress, HourMs);
        if (++byAddress.count >= limits.addressFailures)
            byAddress.heldUntilMs = nowMs + HourMs;
    }
}

void LoginGuard::noteSuccess(const QString &login, const QString &address)
{
    const QString pair = pairOf(login, address);
    m_byPair.remove(pair);
    if (m_knownPairs.size() > SweepAbove)
        m_knownPairs.clear(); // costs their owners a shared limit, nothing more
    m_knownPairs.insert(pair);
}

void LoginGuard::sweep(qint64 nowMs)
{
    for (auto *failures : { &m_byPair, &m_byLogin, &m_byAddress }) {
        if (failures->size() <= SweepAbove)
            continue;
        failures->removeIf([nowMs](auto entry) {
            return entry.value().heldUntilMs <= nowMs && nowMs - entry.value().sinceMs >= HourMs;
        });
        if (failures->size() > SweepAbove)
            failures->removeIf([nowMs](auto entry) { return entry.value().heldUntilMs <= nowMs; });
    }
}

} // namespace salon::server
