// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/line_guest.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto Silence = 200ms;
constexpr auto CharacterPatience = 2s; ///< for the rest of a character that came in part

} // namespace

LineGuest::LineGuest(NewGuest guest, ClassroomDesk &desk)
    : ExerciseGuest(std::move(guest), desk)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &LineGuest::silence);
}

void LineGuest::take(const QByteArray &bytes)
{
    m_waitedForCharacter = false;
    keep(m_cutter.feed(bytes));
    if (m_cutter.isHolding())
        m_silence.start(Silence);
    else
        m_silence.stop();
}

void LineGuest::silence()
{
    keep(std::exchange(m_waitedForCharacter, true) ? m_cutter.finish() : m_cutter.takeAfterSilence());
    if (m_cutter.isHolding())
        m_silence.start(CharacterPatience);
}

void LineGuest::takeEnd()
{
    m_inputEnded = true;
    m_silence.stop();
    keep(m_cutter.finish());
}

void LineGuest::setHeld(bool held)
{
    m_held = held;
    work();
}

void LineGuest::keep(QList<CutLine> lines)
{
    for (CutLine &line : lines)
        m_lines.push_back(std::move(line));
    work();
}

/// Hands on what was read, as much as the room may owe an answer to; reads on when nothing is left of it.
void LineGuest::work()
{
    const bool waits = m_held && !m_inputEnded;
    while (!m_lines.empty() && !waits && !visit().isBusy()) {
        const CutLine line = std::move(m_lines.front());
        m_lines.pop_front();
        if (isLeaving())
            continue;
        if (line.kind != CutLine::Kind::Text)
            mention(line.kind);
        else if (!line.text.trimmed().isEmpty())
            Q_EMIT lineRead(line.text);
    }
    if (isClosed()) {
        settle();
        return;
    }
    setReading(m_lines.empty() && !visit().isBusy());
    if (m_inputEnded && m_lines.empty() && !isLeaving())
        finish();
}

} // namespace salon::server
