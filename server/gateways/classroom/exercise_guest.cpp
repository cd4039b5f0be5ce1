// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/exercise_guest.h"

#include "server/gateways/classroom/classroom_words.h"
#include "shared/transport/socket_options.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr qint64 MentionEveryMs = 2000;
constexpr auto LeftOutAfter = 500ms; ///< so that it is said once, not for each line
constexpr int SystemBufferBytes = 64 * 1024; ///< what the system keeps for who does not read
// What the room takes of one long message; the beginning is enough to watch it.
constexpr qsizetype MaxShownCharacters = 2000;
constexpr qsizetype MaxShownLines = 100;

/// The beginning of a long text.
QString shortened(const QString &text)
{
    qsizetype end = std::min(text.size(), MaxShownCharacters);
    qsizetype line = -1;
    for (qsizetype count = 0; count < MaxShownLines; ++count) {
        line = text.indexOf(u'\n', line + 1);
        if (line < 0 || line >= end)
            break;
        if (count + 1 == MaxShownLines)
            end = line;
    }
    if (end == text.size())
        return text;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.first(end) + u" …"_s;
}

} // namespace

ExerciseGuest::ExerciseGuest(NewGuest guest, ClassroomDesk &desk)
    : m_desk(desk)
    , m_visit(std::move(guest.visit))
    , m_socket(guest.descriptor)
    , m_exercise(std::move(guest.exercise))
    , m_address(std::move(guest.address))
{
    limitSendBuffer(guest.descriptor, SystemBufferBytes);
    m_activity.start();
    connect(&m_socket, &GuestSocket::received, this, [this](const QByteArray &bytes) {
        m_activity.start();
        m_endsLines = bytes.endsWith('\n');
        take(bytes);
    });
    connect(&m_socket, &GuestSocket::readEnded, this, [this] { takeEnd(); });
    connect(&m_socket, &GuestSocket::closed, this, [this](const Error &reason) {
        m_closedWith = m_reason.value_or(reason);
        if (reason.code == ErrorCode::SlowReader)
            m_leaving = true;
        takeEnd();
        settle();
    });
    connect(m_visit.get(), &RoomVisit::becameFree, this, [this] { goOn(); });
    connect(m_visit.get(), &RoomVisit::toldPrivately, this, &ExerciseGuest::toldPrivately);
    connect(m_visit.get(), &RoomVisit::answered, this, [this](const GuestAnswer &answer) {
        if (!answer.done && answer.error.code == ErrorCode::RateLimited)
            leaveOut(1);
    });
    m_tellLeftOut.setSingleShot(true);
    m_tellLeftOut.setInterval(LeftOutAfter);
    connect(&m_tellLeftOut, &QTimer::timeout, this, &ExerciseGuest::tellLeftOut);
}

ExerciseGuest::~ExerciseGuest()
{
    m_socket.disconnect(this);
    m_visit->disconnect(this);
}

void ExerciseGuest::write(const QByteArray &bytes)
{
    if (m_socket.write(bytes))
        m_activity.start();
}

void ExerciseGuest::show(const QString &text)
{
    const QString beginning = shortened(text);
    m_desk.show(ClassroomWords::message(m_exercise, m_address, beginning));
    m_visit->say(beginning);
}

void ExerciseGuest::showBytes(const QByteArray &bytes)
{
    CutLine line = cutLineOf(bytes);
    while (line.text.endsWith(u'\n') || line.text.endsWith(u'\r'))
        line.text.chop(1);
    if (line.kind != CutLine::Kind::Text)
        mention(line.kind);
    else if (!line.text.trimmed().isEmpty())
        show(line.text);
}

bool ExerciseGuest::mention(CutLine::Kind kind)
{
    if (m_lastMention.isValid() && m_lastMention.elapsed() < MentionEveryMs)
        return false;
    m_lastMention.start();
    m_desk.announce(ClassroomWords::notText(m_exercise, m_address, kind));
    return true;
}

void ExerciseGuest::leaveOut(int count)
{
    m_leftOut += count;
    if (!m_tellLeftOut.isActive())
        m_tellLeftOut.start();
}

void ExerciseGuest::tellLeftOut()
{
    m_tellLeftOut.stop();
    if (m_leftOut == 0)
        return;
    const int count = std::exchange(m_leftOut, 0);
    m_desk.announce(ClassroomWords::tooFast(m_exercise, m_address, count));
    Q_EMIT leftOut(count);
}

void ExerciseGuest::finish()
{
    m_leaving = true;
    m_socket.finish();
}

void ExerciseGuest::drop(const Error &reason)
{
    if (!m_reason)
        m_reason = reason;
    finish();
}

void ExerciseGuest::expel(const Error &reason)
{
    m_reason = reason;
    m_closedWith = m_closedWith ? m_reason : std::nullopt;
    forget();
    finish();
    settle();
}

void ExerciseGuest::settle()
{
    if (!m_closedWith || !isDone() || std::exchange(m_ended, true))
        return;
    tellLeftOut();
    Q_EMIT ended(*m_closedWith);
}

} // namespace salon::server
