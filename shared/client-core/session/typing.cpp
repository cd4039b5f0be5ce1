// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/typing.h"

#include <algorithm>

namespace salon {

TypingWatch::TypingWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &TypingWatch::expire);
}

QList<AccountId> TypingWatch::typingIn(RoomId room) const
{
    QList<AccountId> accounts;
    for (const Typist &typist : m_typists.value(room))
        accounts.append(typist.account);
    return accounts;
}

void TypingWatch::seen(RoomId room, AccountId account)
{
    QList<Typist> &typists = m_typists[room];
    const qint64 untilMs = m_clock.monotonicMs() + ForgetMs;
    m_timer.start();
    if (const auto found = std::ranges::find(typists, account, &Typist::account); found != typists.end()) {
        found->untilMs = untilMs;
        return;
    }
    if (typists.size() >= MaxTypists)
        return;
    typists.append({ account, untilMs });
    Q_EMIT changed(room);
}

void TypingWatch::wrote(RoomId room, AccountId account)
{
    const auto found = m_typists.find(room);
    if (found != m_typists.end()
        && found->removeIf([&](const Typist &typist) { return typist.account == account; }) > 0)
        Q_EMIT changed(room);
}

void TypingWatch::clear()
{
    const QList<RoomId> rooms = m_typists.keys();
    m_typists.clear();
    m_toldMs.clear();
    m_timer.stop();
    for (const RoomId room : rooms)
        Q_EMIT changed(room);
}

bool TypingWatch::mayTell(RoomId room)
{
    const qint64 nowMs = m_clock.monotonicMs();
    const auto told = m_toldMs.constFind(room);
    if (told != m_toldMs.constEnd() && nowMs - *told < RepeatMs)
        return false;
    m_toldMs.insert(room, nowMs);
    return true;
}

void TypingWatch::sent(RoomId room)
{
    m_toldMs.remove(room);
}

void TypingWatch::expire()
{
    const qint64 nowMs = m_clock.monotonicMs();
    QList<RoomId> touched;
    for (auto it = m_typists.begin(); it != m_typists.end();) {
        if (it->removeIf([&](const Typist &typist) { return typist.untilMs <= nowMs; }) > 0)
            touched.append(it.key());
        it = it->isEmpty() ? m_typists.erase(it) : std::next(it);
    }
    if (m_typists.isEmpty())
        m_timer.stop();
    for (const RoomId room : std::as_const(touched))
        Q_EMIT changed(room);
}

} // namespace salon
