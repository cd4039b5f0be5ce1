// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/guest_socket.h"
#include "server/gateways/line_cutter.h"
#include "server/gateways/room_visits.h"

#include <QElapsedTimer>
#include <QTimer>
#include <deque>
#include <memory>

namespace salon::server {

/// One connection of the plain-text access: lines in, lines out. What came before the end of the connection is posted
/// before the guest leaves, whatever kind of end it was, unless that takes more than ten seconds. Gateways thread.
class TextGuest : public QObject
{
    Q_OBJECT

public:
    /// What the system keeps for who does not read.
    static constexpr int SystemBufferBytes = 64 * 1024;

    TextGuest(qintptr descriptor, std::unique_ptr<RoomVisit> visit);
    ~TextGuest() override;

    [[nodiscard]] GuestId guest() const { return m_visit->guest(); }
    /// The room welcomed it: it hears what others say from now on.
    [[nodiscard]] bool isIn() const { return !m_visit->name().isEmpty(); }
    void write(const QByteArray &lines);
    /// Says this and ends the connection; what it asked before is still done.
    void dismiss(const QByteArray &goodbye);

Q_SIGNALS:
    /// The connection is at its end and all that it said is posted: delete it.
    void ended();

private:
    void take(QList<CutLine> lines);
    void work();
    [[nodiscard]] bool isTooLate();
    void handle(const CutLine &line);
    void command(const QString &line);
    void answered(const GuestAnswer &answer);
    void silence();
    void complain(CutLine::Kind kind);
    void socketClosed(const Error &reason);

    std::unique_ptr<RoomVisit> m_visit;
    qintptr m_descriptor; ///< of m_socket
    GuestSocket m_socket;
    LineCutter m_cutter;
    std::deque<CutLine> m_lines; ///< read, but not asked yet
    QTimer m_silence;
    QElapsedTimer m_lastComplaint;
    QElapsedTimer m_sinceEnd; ///< of the connection, while lines of it are left
    bool m_waitedForCharacter = false;
    bool m_leaving = false; ///< says nothing more
    bool m_quits = false; ///< asked to leave, and does so when its last question is answered
    bool m_closed = false;
    bool m_ended = false;
};

} // namespace salon::server
