// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/line_guest.h"

#include "shared/transport/socket_options.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto AnswerPatience = 60s;

NewGuest withSmallBuffer(NewGuest guest)
{
    limitReceiveBuffer(guest.descriptor, LineInput::ReceiveBufferBytes);
    return guest;
}

} // namespace

LineGuest::LineGuest(NewGuest guest, ClassroomDesk &desk)
    : ExerciseGuest(withSmallBuffer(std::move(guest)), desk)
    , m_input(desk.settings().maxDelayMs)
{
    for (QTimer *timer : { &m_lookAgain, &m_patience })
        timer->setSingleShot(true);
    m_patience.setInterval(AnswerPatience);
    connect(&m_input, &LineInput::changed, this, &LineGuest::work);
    connect(&m_lookAgain, &QTimer::timeout, this, &LineGuest::work);
    connect(&m_patience, &QTimer::timeout, this, [this] { drop({ ErrorCode::TimedOut, {}, {}, {} }); });
}

void LineGuest::takeEnd()
{
    m_inputEnded = true;
    m_input.finish();
}

void LineGuest::setHeld(bool held)
{
    m_held = held;
    m_input.backlog().forgiveWaiting();
    work();
}

void LineGuest::answer(const QByteArray &bytes)
{
    m_isUnanswered = false;
    write(bytes);
    work();
}

/// Who is gone does not go on talking from what the system kept of it, and nobody's lines wait for too long.
void LineGuest::leaveOutTheLate()
{
    if (isLeaving())
        return;
    if (hasPeerEnded())
        m_input.backlog().noteEnd();
    const LineBacklog::State state = m_input.backlog().state();
    if (state == LineBacklog::State::InTime)
        return;
    if (const int count = m_input.backlog().clear(); count > 0)
        leaveOut(count);
    if (state == LineBacklog::State::TooLate) {
        tellLeftOut();
        finish();
    }
}

/// Hands on what was read, as much as the room may owe an answer to; reads on when nothing is left of it.
void LineGuest::work()
{
    const bool waits = m_held && !isClosed();
    if (!waits)
        leaveOutTheLate();
    while (!m_input.backlog().isEmpty() && !waits && !visit().isBusy()) {
        const CutLine line = m_input.backlog().take();
        if (isLeaving())
            continue;
        if (line.kind != CutLine::Kind::Text) {
            if (mention(line.kind))
                Q_EMIT refused(line.kind);
        } else if (!line.text.trimmed().isEmpty()) {
            m_isUnanswered = true;
            Q_EMIT lineRead(line.text);
        }
    }
    const bool reads = m_input.backlog().isEmpty() && !visit().isBusy();
    if (reads || waits || isLeaving())
        m_lookAgain.stop();
    else
        m_lookAgain.start(m_input.backlog().remainingMs());
    m_input.setListening(reads || isClosed());
    if (isClosed()) {
        settle();
        return;
    }
    setReading(reads);
    leaveWhenDone();
}

/// `echo question | nc` has said all it has to say, and waits for the answer.
void LineGuest::leaveWhenDone()
{
    if (!m_inputEnded || !m_input.backlog().isEmpty() || isLeaving())
        return;
    if (!m_expectsAnswers || !m_isUnanswered)
        finish();
    else if (!m_patience.isActive())
        m_patience.start();
}

} // namespace salon::server
