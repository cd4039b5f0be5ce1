// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/speed_meter.h"

namespace salon {
namespace {

constexpr qint64 LookBackMs = 4000;
constexpr qint64 ShortestMs = 200;

} // namespace

void SpeedMeter::add(quint64 bytes, qint64 nowMs)
{
    if (!m_samples.empty() && nowMs - m_samples.back().first < ShortestMs / 4)
        m_samples.back().second += bytes;
    else
        m_samples.emplace_back(nowMs, bytes);
    while (m_samples.size() > 2 && nowMs - m_samples.front().first > LookBackMs)
        m_samples.pop_front();
}

qint64 SpeedMeter::bytesPerSecond(qint64 nowMs) const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 tookMs = nowMs - m_samples.front().first;
    if (tookMs < ShortestMs)
        return 0;
    quint64 bytes = 0;
    for (auto sample = m_samples.begin() + 1; sample != m_samples.end(); ++sample)
        bytes += sample->second; // the first only says since when
    return qint64(bytes * 1000 / quint64(tookMs));
}

qint64 SpeedMeter::secondsLeft(quint64 bytes, qint64 nowMs) const
{
    const qint64 speed = bytesPerSecond(nowMs);
    return speed > 0 ? qint64((bytes + quint64(speed) - 1) / quint64(speed)) : -1;
}

} // namespace salon
