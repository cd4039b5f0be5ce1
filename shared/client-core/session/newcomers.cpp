// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/newcomers.h"

#include "shared/client-core/session/history.h"
#include "shared/client-core/session/people.h"

namespace salon {

Newcomers::Newcomers(History &history, const People &people, Fetch fetch, QObject *parent)
    : QObject(parent)
    , m_people(people)
    , m_fetch(std::move(fetch))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(GatherMs);
    connect(&m_timer, &QTimer::timeout, this, &Newcomers::ask);
    connect(&history, &History::appended, this, [this](RoomId, const QList<RoomEvent> &events) {
        for (const RoomEvent &event : events) {
            note(event.author, event.authorName);
            note(event.subject, event.params.value(0));
        }
    });
}

void Newcomers::note(AccountId account, const QString &name)
{
    if (!account.isValid() || m_people.find(account) || m_asked.contains(account))
        return;
    // Who is not found is not asked for again and again.
    if (m_asked.size() >= MostRemembered)
        m_asked.clear();
    m_asked.insert(account);
    m_names.append(name);
    m_timer.start();
}

void Newcomers::ask()
{
    const QStringList names = std::exchange(m_names, {});
    m_fetch(names.size() == 1 ? names.constFirst() : QString());
}

} // namespace salon
