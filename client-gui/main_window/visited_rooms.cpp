// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/visited_rooms.h"

namespace salon {

VisitedRooms::VisitedRooms(Exists exists)
    : m_exists(std::move(exists))
{
}

void VisitedRooms::visit(const Place &place)
{
    if (m_now >= 0 && m_places[m_now] == place)
        return;
    if (m_now >= 0)
        m_before = m_places[m_now];
    m_places.resize(m_now + 1);
    m_places.append(place);
    if (m_places.size() > MostKept)
        m_places.removeFirst();
    m_now = m_places.size() - 1;
}

std::optional<VisitedRooms::Place> VisitedRooms::back()
{
    return step(-1);
}

std::optional<VisitedRooms::Place> VisitedRooms::forward()
{
    return step(1);
}

std::optional<VisitedRooms::Place> VisitedRooms::step(qsizetype direction)
{
    const Place here = m_places.value(m_now);
    for (qsizetype at = m_now + direction; at >= 0 && at < m_places.size(); at += direction) {
        // Between two that are gone it may be the same room again.
        if (m_places[at] == here || !exists(m_places[at]))
            continue;
        m_before = here;
        m_now = at; // so that visit() finds itself there
        return m_places[at];
    }
    return {};
}

std::optional<VisitedRooms::Place> VisitedRooms::previous() const
{
    return m_before && exists(*m_before) ? m_before : std::nullopt;
}

bool VisitedRooms::canGoBack() const
{
    return canStep(-1);
}

bool VisitedRooms::canGoForward() const
{
    return canStep(1);
}

bool VisitedRooms::canStep(qsizetype direction) const
{
    const Place here = m_places.value(m_now);
    for (qsizetype at = m_now + direction; at >= 0 && at < m_places.size(); at += direction)
        if (m_places[at] != here && exists(m_places[at]))
            return true;
    return false;
}

} // namespace salon
