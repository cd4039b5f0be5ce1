// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/classroom/classroom_desk.h"
#include "server/gateways/guest_socket.h"
#include "server/gateways/line_cutter.h"

#include <QElapsedTimer>
#include <QTimer>
#include <memory>
#include <optional>

namespace salon::server {

/// A connection that was just accepted.
struct NewGuest
{
    qintptr descriptor = -1;
    std::unique_ptr<RoomVisit> visit;
    QString exercise{};
    QString address{};
};

/// One connection of an exercise: its socket and its place in the room. How bytes are cut into messages is up to the
/// class below. Gateways thread.
class ExerciseGuest : public QObject
{
    Q_OBJECT

public:
    ExerciseGuest(NewGuest guest, ClassroomDesk &desk);
    ~ExerciseGuest() override;

    [[nodiscard]] GuestId guest() const { return m_visit->guest(); }
    [[nodiscard]] const QString &address() const { return m_address; }
    /// The room welcomed it.
    [[nodiscard]] bool isIn() const { return !m_visit->name().isEmpty(); }
    /// What it sent last ended with a line end.
    [[nodiscard]] bool endsLines() const { return m_endsLines; }
    [[nodiscard]] bool isLeaving() const { return m_leaving; }
    [[nodiscard]] qint64 idleMs() const { return m_activity.elapsed(); }
    /// It was silent because it had to be.
    void forgiveSilence() { m_activity.start(); }

    void write(const QByteArray &bytes);
    /// Shows a message of this client to the operator and in the room.
    void show(const QString &text);
    /// The same with bytes: only what is UTF-8 is shown, the rest is mentioned.
    void showBytes(const QByteArray &bytes);
    /// Tells the operator and the room, not too often, that something is not shown; false when it was too often.
    bool mention(CutLine::Kind kind);
    /// Tells them, once for what comes at the same time, that so many lines were left out.
    void leaveOut(int count);
    /// Lets what was written leave, then ends the connection; nothing more is read.
    void finish();
    /// Ends the connection because of this.
    void drop(const Error &reason);
    /// The same, and nothing that came is shown any more.
    void expel(const Error &reason);
    /// The connection is broken, though this may not have been read yet.
    [[nodiscard]] bool isBroken() const { return m_socket.isBroken(); }

Q_SIGNALS:
    /// The connection is at its end and everything that came is shown: delete this.
    void ended(const salon::Error &reason);
    void toldPrivately(const salon::server::PrivateWord &word);
    /// Lines were left out, and the operator was told.
    void leftOut(int count);

protected:
    virtual void take(const QByteArray &bytes) = 0;
    /// Nothing more will come; may be called again.
    virtual void takeEnd() = 0;
    /// The room is ready for more.
    virtual void goOn() {}
    /// Everything that came is shown.
    [[nodiscard]] virtual bool isDone() const { return true; }
    /// Whatever came and is not shown need not be.
    virtual void forget() {}
    /// Nothing more will come, though what came may not be read yet.
    [[nodiscard]] bool hasPeerEnded() const { return m_socket.hasPeerEnded(); }

    /// What leaveOut() was told of, at once.
    void tellLeftOut();
    void setReading(bool reading) { m_socket.setReading(reading); }
    [[nodiscard]] bool isClosed() const { return m_closedWith.has_value(); }
    /// Emits ended() if it is time.
    void settle();
    [[nodiscard]] RoomVisit &visit() { return *m_visit; }
    [[nodiscard]] ClassroomDesk &desk() { return m_desk; }

private:
    ClassroomDesk &m_desk;
    std::unique_ptr<RoomVisit> m_visit;
    GuestSocket m_socket;
    QString m_exercise;
    QString m_address;
    QElapsedTimer m_activity;
    QElapsedTimer m_lastMention;
    QTimer m_tellLeftOut;
    int m_leftOut = 0;
    std::optional<Error> m_closedWith;
    std::optional<Error> m_reason; ///< of drop()
    bool m_endsLines = false;
    bool m_leaving = false;
    bool m_ended = false;
};

} // namespace salon::server
