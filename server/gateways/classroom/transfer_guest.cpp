// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/transfer_guest.h"

#include "server/gateways/classroom/classroom_words.h"

#include <chrono>
#include <utility>

namespace salon::server {
namespace {

constexpr double TransferBurst = 20;
constexpr double TransfersPerSecond = 2;
constexpr quint32 WorthProgress = 1024 * 1024; ///< smaller data is there at once
constexpr quint32 Quarters = 4;
constexpr int QuarterPercent = 25;

} // namespace

TransferGuest::TransferGuest(NewGuest guest, ClassroomDesk &desk)
    : ExerciseGuest(std::move(guest), desk)
    , m_rate(TransferBurst, TransfersPerSecond)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TransferGuest::work);
}

void TransferGuest::take(const QByteArray &bytes)
{
    m_pending.append(bytes);
    work();
}

void TransferGuest::takeEnd()
{
    m_inputEnded = true;
    work();
}

/// Nobody who is gone goes on sending from what the system kept of it.
bool TransferGuest::isTooLate()
{
    if (isClosed())
        return true; // nobody is there to be answered
    if (!m_sinceEnd.isValid() && hasPeerEnded())
        m_sinceEnd.start();
    return m_sinceEnd.isValid() && m_sinceEnd.hasExpired(desk().settings().maxDelayMs);
}

void TransferGuest::work()
{
    if (!isLeaving() && isTooLate() && !m_pending.isEmpty()) {
        desk().announce(ClassroomWords::transfersLeftOut(address()));
        m_pending.clear();
        m_reader.next();
        finish();
    }
    while (!m_pending.isEmpty() && !isLeaving() && !m_pause.isActive()) {
        m_pending.remove(0, m_reader.feed(m_pending));
        switch (m_reader.state()) {
        case TransferReader::State::Length:
            break;
        case TransferReader::State::Content:
            showProgress();
            break;
        case TransferReader::State::Complete:
            complete();
            break;
        case TransferReader::State::TooLong:
            desk().announce(ClassroomWords::transferTooLong(address(), m_reader.announced()));
            finish();
            break;
        }
    }
    if (m_inputEnded && isDone())
        end();
    if (isClosed())
        settle();
    else if (!isLeaving())
        setReading(!m_pause.isActive());
}

void TransferGuest::showProgress()
{
    if (m_reader.received() == 0) {
        desk().tell(ClassroomWords::transferAnnounced(address(), m_reader.announced()));
        return;
    }
    if (m_reader.announced() < WorthProgress)
        return;
    const auto quarters = int(quint64(m_reader.received()) * Quarters / m_reader.announced());
    if (quarters <= std::exchange(m_quarters, quarters))
        return;
    desk().announce(ClassroomWords::transferProgress(address(), quarters * QuarterPercent, m_reader.announced()));
}

void TransferGuest::complete()
{
    const QByteArray sha256 = m_reader.sha256();
    const quint32 bytes = m_reader.announced();
    m_reader.next();
    m_quarters = 0;
    write(TransferReader::framed(sha256));
    desk().tell(ClassroomWords::transferDone(address(), bytes, sha256));
    visit().noteData(bytes, sha256);
    if (const int waitMs = m_rate.spend(); waitMs > 0)
        m_pause.start(std::chrono::milliseconds(waitMs));
}

void TransferGuest::end()
{
    if (isLeaving() || std::exchange(m_finished, true))
        return;
    if (m_reader.isWithin())
        desk().announce(ClassroomWords::transferCut(address(), m_reader.received(), m_reader.announced()));
    finish();
}

} // namespace salon::server
