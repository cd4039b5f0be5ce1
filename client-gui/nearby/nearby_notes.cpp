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
    SettingsStore &settings, Nearby &nearby, Notifier &notifier, IsLookingAt isLookingAt, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_nearby(nearby)
    , m_notifier(notifier)
    , m_isLookingAt(std::move(isLookingAt))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &NearbyNotes::endPause);
    connect(&nearby, &Nearby::entryAdded, this, &NearbyNotes::entryCame);
    connect(&nearby, &Nearby::requested, this, &NearbyNotes::asked);
}

QString NearbyNotes::nameOf(const QByteArray &person) const
{
    const int row = m_nearby.people().rowOf(person);
    return row < 0 ? QString() : m_nearby.people().index(row, 0).data(NearbyPeople::NameRole).toString();
}

void NearbyNotes::asked(const NearbyPerson &person)
{
    const bool isDoubt = person.trust == PeerTrust::Unknown && person.doubt != PeerDoubt::None;
    add({ person.key, nameOf(person.key), isDoubt ? NearbyPeople::statusOf(person) : tr("Nearby, without a server"),
        true });
}

void NearbyNotes::entryCame(const QByteArray &person, const PeerEntry &entry)
{
    if (entry.isMine())
        return;
    QString text;
    if (entry.file != PeerFileState::None)
        text = tr("Wants to send you a file");
    else if (!m_settings.current().notificationsShowText)
        text = tr("New message");
    else
        text = entry.text.simplified();
    add({ person, nameOf(person), text, false });
}

void NearbyNotes::add(const Notifier::NearbyNote &note)
{
    if (m_isLookingAt(note.person))
        return;
    if (m_pause.isActive()) {
        if (m_later.size() < MostLater)
            m_later.append(note);
        return;
    }
    m_notifier.addNearby({ note });
    m_pause.start();
}

/// Neither answered nor read meanwhile.
bool NearbyNotes::isNews(const Notifier::NearbyNote &note) const
{
    const auto person = m_nearby.people().find(note.person);
    return person && (note.isRequest ? person->asks : person->unread > 0) && !m_isLookingAt(note.person);
}

void NearbyNotes::endPause()
{
    m_pause.stop();
    QList<Notifier::NearbyNote> notes = std::exchange(m_later, {});
    if (notes.isEmpty()) {
        m_pause.setInterval(PauseMs);
        return;
    }
    m_pause.setInterval(std::min(m_pause.interval() * Growth, MostPauseMs));
    m_pause.start();
    notes.removeIf([this](const Notifier::NearbyNote &note) { return !isNews(note); });
    m_notifier.addNearby(notes);
}

} // namespace salon
