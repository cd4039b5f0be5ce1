// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/line_input.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto Silence = 200ms; ///< then bytes without a line end are a message
constexpr auto CharacterPatience = 2s; ///< for the rest of a character that came in part

} // namespace

LineInput::LineInput(int maxDelayMs)
    : m_backlog(maxDelayMs)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &LineInput::silence);
}

void LineInput::feed(const QByteArray &bytes)
{
    m_waitedForCharacter = false;
    m_silence.stop();
    keep(m_cutter.feed(bytes));
}

void LineInput::finish()
{
    m_silence.stop();
    keep(m_cutter.finish());
}

void LineInput::silence()
{
    keep(std::exchange(m_waitedForCharacter, true) ? m_cutter.finish() : m_cutter.takeAfterSilence());
}

void LineInput::setListening(bool listening)
{
    if (!listening || !m_cutter.isHolding())
        m_silence.stop();
    else if (!m_silence.isActive())
        m_silence.start(m_waitedForCharacter ? CharacterPatience : Silence);
}

void LineInput::keep(QList<CutLine> lines)
{
    m_backlog.add(std::move(lines));
    Q_EMIT changed();
}

} // namespace salon::server
