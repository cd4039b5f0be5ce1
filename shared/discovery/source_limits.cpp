// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/discovery/source_limits.h"

#include "shared/discovery/network_link.h"

namespace salon {
namespace {

constexpr qint64 SecondMs = 1000;

} // namespace

bool SourceLimits::admits(const QHostAddress &source, bool text, qint64 nowMs)
{
    if (nowMs - m_secondBegan >= SecondMs) {
        m_secondBegan = nowMs;
        m_answers = 0;
        m_sources.clear();
    }
    if (m_answers >= m_rates.inTotal)
        return false;
    const QHostAddress address = plainAddress(source);
    const Count known = m_sources.value(address);
    if (known.answers >= m_rates.perSource || (text && known.texts >= m_rates.textsPerSource))
        return false;
    ++m_answers;
    m_sources[address] = { known.answers + 1, known.texts + (text ? 1 : 0) };
    return true;
}

} // namespace salon
