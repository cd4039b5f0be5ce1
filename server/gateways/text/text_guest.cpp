// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/text/text_guest.h"

#include "server/gateways/text/text_words.h"
#include "shared/transport/socket_options.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr qint64 ComplainEveryMs = 2000;
constexpr auto LeftOutAfter = 500ms; ///< so that it is said once, not for each line
// /help and what is no command: answered without the room, but not without end.
constexpr double AnswerBurst = 20;
constexpr double AnswersPerSecond = 2;

} // namespace

TextGuest::TextGuest(qintptr descriptor, std::unique_ptr<RoomVisit> visit, int maxDelayMs)
    : m_visit(std::move(visit))
    , m_socket(descriptor)
    , m_input(maxDelayMs)
    , m_answers(AnswerBurst, AnswersPerSecond)
{
    limitSendBuffer(descriptor, SystemBufferBytes);
    limitReceiveBuffer(descriptor, LineInput::ReceiveBufferBytes);
    for (QTimer *timer : { &m_lookAgain, &m_tellLeftOut })
        timer->setSingleShot(true);
    m_tellLeftOut.setInterval(LeftOutAfter);
    connect(&m_lookAgain, &QTimer::timeout, this, &TextGuest::work);
    connect(&m_tellLeftOut, &QTimer::timeout, this, [this] {
        if (m_leftOut > 0)
            write(TextWords::tooFast(std::exchange(m_leftOut, 0)));
    });
    connect(&m_input, &LineInput::changed, this, &TextGuest::work);
    connect(&m_socket, &GuestSocket::received, &m_input, &LineInput::feed);
    connect(&m_socket, &GuestSocket::readEnded, &m_input, &LineInput::finish);
    connect(&m_socket, &GuestSocket::closed, this, &TextGuest::socketClosed);
    connect(m_visit.get(), &RoomVisit::welcomed, this,
        [this](const GuestWelcome &welcome) { write(TextWords::welcome(welcome)); });
    connect(m_visit.get(), &RoomVisit::toldPrivately, this,
        [this](const PrivateWord &word) { write(TextWords::privateWord(word)); });
    connect(m_visit.get(), &RoomVisit::answered, this, &TextGuest::answered);
    connect(m_visit.get(), &RoomVisit::becameFree, this, &TextGuest::work);
    connect(m_visit.get(), &RoomVisit::becameIdle, this, &TextGuest::work);
}

TextGuest::~TextGuest()
{
    m_socket.disconnect(this);
    m_visit->disconnect(this);
}

void TextGuest::write(const QByteArray &lines)
{
    if (!lines.isEmpty())
        m_socket.write(lines);
}

void TextGuest::dismiss(const QByteArray &goodbye)
{
    m_leaving = true;
    m_input.setListening(false);
    write(goodbye);
    m_socket.finish();
}

void TextGuest::expel(const QByteArray &goodbye)
{
    m_expelled = true;
    m_input.backlog().clear();
    dismiss(goodbye);
    work();
}

/// Who is gone does not go on talking from what the system kept of it, and nobody's lines wait for too long.
void TextGuest::leaveOutTheLate()
{
    if (m_leaving)
        return;
    if (m_socket.hasPeerEnded())
        m_input.backlog().noteEnd();
    switch (m_input.backlog().state()) {
    case LineBacklog::State::InTime:
        break;
    case LineBacklog::State::TooSlow:
        leaveOut(m_input.backlog().clear());
        break;
    case LineBacklog::State::TooLate:
        if (const int lost = m_input.backlog().clear(); lost > 0) {
            write(TextWords::tooFast(lost + std::exchange(m_leftOut, 0)));
            Q_EMIT linesLost(lost);
        }
        m_leaving = m_expelled = true;
        m_socket.finish();
        break;
    }
}

void TextGuest::leaveOut(int count)
{
    m_leftOut += count;
    if (!m_tellLeftOut.isActive())
        m_tellLeftOut.start();
}

/// Asks the room for what was read, as much as may be unanswered; reads on when nothing is left of it.
void TextGuest::work()
{
    leaveOutTheLate();
    int waitMs = 0;
    while (!m_input.backlog().isEmpty() && !m_visit->isBusy()) {
        if (!m_leaving && isAnsweredHere(m_input.backlog().front())) {
            waitMs = m_answers.waitMs();
            if (waitMs > 0)
                break;
            (void)m_answers.take();
        }
        handle(m_input.backlog().take());
    }
    const bool reads = m_input.backlog().isEmpty() && !m_visit->isBusy();
    if (reads || m_leaving)
        m_lookAgain.stop();
    else
        m_lookAgain.start(
            waitMs > 0 ? std::min(waitMs, m_input.backlog().remainingMs()) : m_input.backlog().remainingMs());
    m_input.setListening(reads && !m_leaving);
    const bool isDone = m_input.backlog().isEmpty() && (m_expelled || !m_visit->hasUnanswered());
    if (m_closed) {
        if (isDone && !std::exchange(m_ended, true))
            Q_EMIT ended();
        return;
    }
    m_socket.setReading(reads);
    if (isDone && m_quits)
        dismiss(TextWords::goodbye());
    else if (isDone && m_socket.hasReadEnd())
        m_socket.finish();
}

void TextGuest::handle(const CutLine &line)
{
    if (m_leaving)
        return;
    if (line.kind != CutLine::Kind::Text)
        complain(line.kind);
    else if (line.text.startsWith("//"_L1))
        m_visit->say(line.text.mid(1));
    else if (line.text.startsWith(u'/'))
        command(line.text);
    else if (!line.text.trimmed().isEmpty())
        m_visit->say(line.text);
}

/// Whether it is a command that never reaches the room.
bool TextGuest::isAnsweredHere(const CutLine &line)
{
    if (line.kind != CutLine::Kind::Text || !line.text.startsWith(u'/') || line.text.startsWith("//"_L1))
        return false;
    const QString name = line.text.section(u' ', 0, 0).toLower();
    if (name == "/nick"_L1 || name == "/msg"_L1)
        return line.text.section(u' ', 1).trimmed().isEmpty();
    return name != "/who"_L1 && name != "/quit"_L1;
}

void TextGuest::command(const QString &line)
{
    const QString name = line.section(u' ', 0, 0).toLower();
    const QString rest = line.section(u' ', 1).trimmed();
    if (name == "/nick"_L1)
        rest.isEmpty() ? write(TextWords::missingName()) : void(m_visit->rename(rest));
    else if (name == "/msg"_L1)
        rest.isEmpty() ? write(TextWords::missingMessage()) : void(m_visit->tell(rest));
    else if (name == "/who"_L1)
        m_visit->listPeople();
    else if (name == "/help"_L1)
        write(TextWords::help());
    else if (name == "/quit"_L1)
        m_quits = m_leaving = true;
    else
        write(TextWords::unknownCommand(name));
}

void TextGuest::answered(const GuestAnswer &answer)
{
    if (!answer.done && answer.error.code == ErrorCode::RateLimited)
        leaveOut(1);
    else if (!answer.done)
        write(TextWords::problem(answer.error));
    else if (answer.renames)
        write(TextWords::ownName(answer.name));
    else if (answer.peopleCount > 0)
        write(TextWords::people(answer, m_visit->name()));
    else if (!answer.name.isEmpty())
        write(TextWords::sentTo(answer.name));
}

/// Bytes that are no text may come without end: they are not answered one by one.
void TextGuest::complain(CutLine::Kind kind)
{
    if (m_lastComplaint.isValid() && m_lastComplaint.elapsed() < ComplainEveryMs)
        return;
    m_lastComplaint.start();
    write(TextWords::hint(kind));
}

void TextGuest::socketClosed(const Error &reason)
{
    m_closed = true;
    m_input.setListening(false);
    if (reason.code == ErrorCode::SlowReader)
        m_input.backlog().clear();
    else if (!m_leaving)
        m_input.finish();
    work();
}

} // namespace salon::server
