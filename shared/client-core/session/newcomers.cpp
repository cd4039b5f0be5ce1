// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/newcomers.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/history.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/refusal.h"

#include <algorithm>

namespace salon {

Newcomers::Newcomers(History &history, const People &people, Find find, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_find(std::move(find))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(GatherMs);
    connect(&m_timer, &QTimer::timeout, this, &Newcomers::askNext);
    connect(&history, &History::appended, this, [this](RoomId, const QList<RoomEvent> &events) {
        for (const RoomEvent &event : events) {
            note(event.author, event.authorName);
            note(event.subject, event.params.value(0));
        }
    });
}

void Newcomers::begin()
{
    ++m_connection;
    m_asked.clear();
    for (const Newcomer &newcomer : std::as_const(m_waiting))
        m_asked.insert(newcomer.account);
    ask({}, {});
}

void Newcomers::note(AccountId account, const QString &name)
{
    if (!account.isValid() || m_people.find(account) || m_asked.contains(account))
        return;
    if (m_asked.size() >= MostRemembered) {
        m_asked.clear();
        m_waiting.clear();
    }
    m_asked.insert(account);
    m_waiting.append({ account, name });
    m_timer.start();
}

void Newcomers::askNext()
{
    if (m_isAsking)
        return;
    m_waiting.removeIf([this](const Newcomer &newcomer) { return m_people.find(newcomer.account); });
    if (m_waiting.isEmpty())
        return;
    const auto isNameless = [](const Newcomer &newcomer) {
        return newcomer.name.isEmpty();
    };
    if (m_waiting.size() > MostByName || std::ranges::any_of(m_waiting, isNameless)) {
        ask(std::exchange(m_waiting, {}), {});
    } else {
        const Newcomer next = m_waiting.takeFirst();
        ask({ next }, next.name);
    }
}

void Newcomers::ask(const QList<Newcomer> &sought, const QString &query)
{
    m_isAsking = true;
    m_sought = sought;
    fetch(query, 0);
}

void Newcomers::fetch(const QString &query, quint32 offset)
{
    whenReady(m_find(query, offset), this,
        [this, query, offset, connection = m_connection](const Result<PeopleList> &people) {
            if (connection == m_connection)
                found(people, query, offset);
        });
}

void Newcomers::found(const Result<PeopleList> &people, const QString &query, quint32 offset)
{
    if (!people && people.error().code == ErrorCode::RateLimited) {
        QTimer::singleShot(
            retryDelayMs(people.error(), AskAgainMs), this, [this, query, offset, connection = m_connection] {
                if (connection == m_connection)
                    fetch(query, offset);
            });
        return;
    }
    if (people && people->more && !people->people.isEmpty()) {
        const quint32 next = offset + quint32(people->people.size());
        if (next < MostFetched) {
            fetch(query, next);
            return;
        }
    }
    if (!people) {
        for (const Newcomer &newcomer : std::as_const(m_sought))
            m_asked.remove(newcomer.account);
    }
    m_sought.clear();
    m_isAsking = false;
    askNext();
}

} // namespace salon
