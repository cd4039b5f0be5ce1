// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/guest_socket.h"
#include "server/gateways/line_input.h"
#include "server/gateways/rate_gate.h"
#include "server/gateways/room_visits.h"

#include <QElapsedTimer>
#include <QTimer>
#include <memory>

namespace salon::server {

/// One connection of the plain-text access: lines in, lines out. What came before the end of the connection is posted
/// before the guest leaves, whatever kind of end it was. A line that waits for longer than `maxDelayMs` is left out
/// with all that are behind it, and so is what is left that long after the end. Gateways thread.
class TextGuest : public QObject
{
    Q_OBJECT

public:
    /// What the system keeps for who does not read.
    static constexpr int SystemBufferBytes = 64 * 1024;

    TextGuest(qintptr descriptor, std::unique_ptr<RoomVisit> visit, int maxDelayMs);
    ~TextGuest() override;

    [[nodiscard]] GuestId guest() const { return m_visit->guest(); }
    /// The room welcomed it: it hears what others say from now on.
    [[nodiscard]] bool isIn() const { return !m_visit->name().isEmpty(); }
    void write(const QByteArray &lines);
    /// Says this and ends the connection; what it asked before is still done.
    void dismiss(const QByteArray &goodbye);
    /// The same, and nothing that it sent is done any more.
    void expel(const QByteArray &goodbye);

Q_SIGNALS:
    /// The connection is at its end and all that it said is posted: delete it.
    void ended();
    /// It was gone, and so many lines of it were not posted.
    void linesLost(int count);

private:
    void work();
    void leaveOutTheLate();
    void leaveOut(int count);
    [[nodiscard]] static bool isAnsweredHere(const CutLine &line);
    void handle(const CutLine &line);
    void command(const QString &line);
    void answered(const GuestAnswer &answer);
    void complain(CutLine::Kind kind);
    void socketClosed(const Error &reason);

    std::unique_ptr<RoomVisit> m_visit;
    GuestSocket m_socket;
    LineInput m_input; ///< read, but not asked yet
    RateGate m_answers; ///< of those that the room has nothing to do with
    QTimer m_lookAgain; ///< lines have waited for too long, or one may be answered again
    QTimer m_tellLeftOut;
    QElapsedTimer m_lastComplaint;
    int m_leftOut = 0; ///< lines that the guest will be told of
    bool m_leaving = false; ///< says nothing more
    bool m_expelled = false; ///< does not wait for answers either
    bool m_quits = false; ///< asked to leave, and does so when its last question is answered
    bool m_closed = false;
    bool m_ended = false;
};

} // namespace salon::server
