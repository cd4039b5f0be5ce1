// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/message_guest.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto Silence = 200ms;

} // namespace

MessageGuest::MessageGuest(NewGuest guest, ClassroomDesk &desk)
    : ExerciseGuest(std::move(guest), desk)
{
    for (QTimer *timer : { &m_silence, &m_patience }) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &MessageGuest::endMessage);
    }
    m_silence.setInterval(Silence);
    m_patience.setInterval(std::chrono::milliseconds(this->desk().settings().idleMs));
}

void MessageGuest::take(const QByteArray &bytes)
{
    if (m_ended)
        return;
    if (m_message.isEmpty())
        m_patience.start();
    m_message.append(bytes.first(std::min(bytes.size(), MaxMessageBytes - m_message.size())));
    if (m_message.size() == MaxMessageBytes)
        endMessage();
    else
        m_silence.start();
}

void MessageGuest::takeEnd()
{
    endMessage();
}

void MessageGuest::endMessage()
{
    if (std::exchange(m_ended, true))
        return;
    m_silence.stop();
    m_patience.stop();
    if (m_message.isEmpty())
        finish();
    else
        Q_EMIT messageRead(m_message);
}

} // namespace salon::server
