// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/line_backlog.h"

#include <algorithm>
#include <utility>

namespace salon::server {

LineBacklog::LineBacklog(int maxDelayMs)
    : m_maxDelayMs(maxDelayMs)
{
    m_clock.start();
}

void LineBacklog::add(QList<CutLine> lines)
{
    for (CutLine &line : lines)
        m_lines.push_back({ std::move(line), m_clock.elapsed() });
}

CutLine LineBacklog::take()
{
    CutLine line = std::move(m_lines.front().line);
    m_lines.pop_front();
    return line;
}

int LineBacklog::clear()
{
    const auto count = int(m_lines.size());
    m_lines.clear();
    return count;
}

void LineBacklog::noteEnd()
{
    if (!m_sinceEnd.isValid())
        m_sinceEnd.start();
}

void LineBacklog::forgiveWaiting()
{
    for (Waiting &waiting : m_lines)
        waiting.sinceMs = m_clock.elapsed();
    if (m_sinceEnd.isValid())
        m_sinceEnd.start();
}

LineBacklog::State LineBacklog::state() const
{
    const bool isOld = !m_lines.empty() && m_clock.elapsed() - m_lines.front().sinceMs >= m_maxDelayMs;
    if (m_sinceEnd.isValid() && (isOld || m_sinceEnd.elapsed() >= m_maxDelayMs))
        return State::TooLate;
    return isOld ? State::TooSlow : State::InTime;
}

int LineBacklog::remainingMs() const
{
    qint64 remaining = m_maxDelayMs;
    if (m_sinceEnd.isValid())
        remaining = std::min(remaining, m_maxDelayMs - m_sinceEnd.elapsed());
    if (!m_lines.empty())
        remaining = std::min(remaining, m_lines.front().sinceMs + m_maxDelayMs - m_clock.elapsed());
    return int(std::max<qint64>(1, remaining));
}

} // namespace salon::server
