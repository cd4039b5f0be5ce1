// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_notes.h"

#include "shared/client-core/settings.h"
#include "shared/nearby/nearby.h"

#include <algorithm>
#include <utility>

namespace salon {
namespace {

constexpr qsizetype MostLater = 1'000; ///< more are not counted
constexpr int Growth = 2;

} // namespace

NearbyNotes::NearbyNotes(
    SettingsStore &settings, Nearby &nearby, Notifier &notifier, IsSilent isSilent, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_nearby(nearby)
    , m_notifier(notifier)
    , m_isSilent(std::move(isSilent))
{
    connect(&nearby, &Nearby::entryAdded, this, &NearbyNotes::entryCame);
    connect(&nearby, &Nearby::requested, this, &NearbyNotes::asked);
}

NearbyNotes::~NearbyNotes() = default;

int NearbyNotes::pauseMs(const QByteArray &person) const
{
    const auto running = m_pauses.find(person);
    return running == m_pauses.end() ? PauseMs : running->second->timer.interval();
}

QByteArray NearbyNotes::pauseOf(const QByteArray &person) const
{
    const auto known = m_nearby.people().find(person);
    // Anybody can make as many keys as they like; whom one has accepted are few.
    return known && known->trust == PeerTrust::Accepted && !known->asks ? person : QByteArray();
}

void NearbyNotes::asked(const NearbyPerson &person)
{
    add({ person.key, {}, true, false });
}

void NearbyNotes::entryCame(const QByteArray &person, const PeerEntry &entry)
{
    if (!entry.isMine())
        add({ person, entry.text.simplified(), false, entry.file != PeerFileState::None });
}

Notifier::NearbyNote NearbyNotes::noteOf(const Waiting &what) const
{
    const NearbyPerson person = m_nearby.people().find(what.person).value_or(NearbyPerson{ what.person });
    QString text;
    if (what.isRequest)
        text = person.trust == PeerTrust::Unknown && person.doubt != PeerDoubt::None ? NearbyPeople::statusOf(person)
                                                                                     : tr("Nearby, without a server");
    else if (what.isFile)
        text = tr("Wants to send you a file");
    else
        text = m_settings.current().notificationsShowText ? what.text : tr("New message");
    return { what.person, NearbyPeople::nameOf(person), text, what.isRequest };
}

void NearbyNotes::add(const Waiting &what)
{
    if (m_isSilent(what.person))
        return;
    const QByteArray whose = pauseOf(what.person);
    if (const auto running = m_pauses.find(whose); running != m_pauses.end()) {
        if (running->second->later.size() < MostLater)
            running->second->later.append(what);
        return;
    }
    m_notifier.addNearby({ noteOf(what) });
    auto pause = std::make_unique<Pause>();
    pause->timer.setSingleShot(true);
    connect(
        &pause->timer, &QTimer::timeout, this, [this, whose] { endPause(whose); }, Qt::QueuedConnection);
    pause->timer.start(PauseMs);
    m_pauses.emplace(whose, std::move(pause));
}

/// Neither answered nor read meanwhile.
bool NearbyNotes::isNews(const Waiting &what) const
{
    const auto person = m_nearby.people().find(what.person);
    return person && (what.isRequest ? person->asks : person->unread > 0) && !m_isSilent(what.person);
}

void NearbyNotes::endPauses()
{
    QList<QByteArray> running;
    for (const auto &[whose, pause] : m_pauses)
        running.append(whose);
    for (const QByteArray &whose : std::as_const(running))
        endPause(whose);
}

void NearbyNotes::endPause(const QByteArray &whose)
{
    const auto running = m_pauses.find(whose);
    if (running == m_pauses.end())
        return;
    Pause &pause = *running->second;
    QList<Waiting> waiting = std::exchange(pause.later, {});
    const bool cameSomething = !waiting.isEmpty();
    waiting.removeIf([this](const Waiting &what) { return !isNews(what); });
    if (waiting.isEmpty() && !(cameSomething && whose.isEmpty())) {
        m_pauses.erase(running);
        return;
    }
    // Unknown people who come and go keep the pause that they have.
    const int ms = pause.timer.interval();
    pause.timer.start(waiting.isEmpty() ? ms : std::min(ms * Growth, MostPauseMs));
    QList<Notifier::NearbyNote> notes;
    for (const Waiting &what : std::as_const(waiting))
        notes.append(noteOf(what));
    m_notifier.addNearby(notes);
}

} // namespace salon
