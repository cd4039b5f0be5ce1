// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/nearby_notes.h"

#include "shared/client-core/settings.h"
#include "shared/nearby/nearby.h"

namespace salon {
namespace {

constexpr qsizetype LongestText = 200;

} // namespace

NearbyNotes::NearbyNotes(SettingsStore &settings, Nearby &nearby, IsLookingAt isLookingAt, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_nearby(nearby)
    , m_isLookingAt(std::move(isLookingAt))
{
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
    if (m_settings.current().notifyAbout == NotifyAbout::Nothing || m_isLookingAt(person.key))
        return;
    //: Heading of a notification; %1 is a person's name
    Q_EMIT toast(tr("%1 wants to talk with you").arg(nameOf(person.key)), tr("Nearby, without a server"), person.key);
}

void NearbyNotes::entryCame(const QByteArray &person, const PeerEntry &entry)
{
    if (entry.isMine() || m_settings.current().notifyAbout == NotifyAbout::Nothing || m_isLookingAt(person))
        return;
    QString text;
    if (entry.file != PeerFileState::None)
        text = tr("Wants to send you a file");
    else if (!m_settings.current().notificationsShowText)
        text = tr("New message");
    else
        text = entry.text.simplified().left(LongestText);
    Q_EMIT toast(nameOf(person), text, person);
}

} // namespace salon
