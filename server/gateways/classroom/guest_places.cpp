// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/guest_places.h"

#include "server/gateways/classroom/exercise_kinds.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr int KeptForEach = 8; ///< of an ordinary classroom; a small one has none to keep
constexpr int KeepingBegins = 32;

int tcpExercises()
{
    return int(std::count_if(
        exerciseKinds.begin(), exerciseKinds.end(), [](const ExerciseKind &kind) { return !kind.isUdp; }));
}

} // namespace

/// For each exercise.
int GuestPlaces::kept() const
{
    return std::min(KeptForEach, m_total / KeepingBegins);
}

bool GuestPlaces::hasPlaceFor(const QString &exercise) const
{
    if (m_byExercise.value(exercise) < kept())
        return true;
    int shared = m_total - kept() * tcpExercises();
    for (const int taken : m_byExercise)
        shared -= std::max(0, taken - kept());
    return shared > 0;
}

bool GuestPlaces::take(const QString &exercise, const QString &prefix)
{
    if (!hasPlaceFor(exercise) || !m_addresses.take(prefix))
        return false;
    ++m_taken;
    ++m_byExercise[exercise];
    return true;
}

void GuestPlaces::release(const QString &exercise, const QString &prefix)
{
    --m_taken;
    --m_byExercise[exercise];
    m_addresses.release(prefix);
}

} // namespace salon::server
