// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/text/text_guest.h"

#include "server/gateways/text/text_words.h"
#include "shared/transport/socket_options.h"

#include <chrono>

#ifdef Q_OS_LINUX
#include <poll.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salon::server {
namespace {

constexpr auto Silence = 200ms; ///< then bytes without a line end are a message
constexpr auto CharacterPatience = 2s; ///< for the rest of a character that came in part
constexpr qint64 ComplainEveryMs = 2000;
constexpr qint64 AfterEndMs = 10'000; ///< for what was read of who is gone; the rest is left out

/// Whether the other side has ended the connection, though what it sent is not read yet.
bool hasPeerEnded(qintptr descriptor)
{
#ifdef Q_OS_LINUX
    pollfd look{ int(descriptor), POLLRDHUP, 0 };
    return poll(&look, 1, 0) > 0 && (look.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
#else
    Q_UNUSED(descriptor)
    return false;
#endif
}

} // namespace

TextGuest::TextGuest(qintptr descriptor, std::unique_ptr<RoomVisit> visit)
    : m_visit(std::move(visit))
    , m_descriptor(descriptor)
    , m_socket(descriptor)
{
    limitSendBuffer(descriptor, SystemBufferBytes);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &TextGuest::silence);
    connect(&m_socket, &GuestSocket::received, this, [this](const QByteArray &bytes) {
        m_waitedForCharacter = false;
        take(m_cutter.feed(bytes));
        if (m_cutter.isHolding())
            m_silence.start(Silence);
        else
            m_silence.stop();
    });
    connect(&m_socket, &GuestSocket::readEnded, this, [this] {
        m_silence.stop();
        take(m_cutter.finish());
    });
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
    m_silence.stop();
    write(goodbye);
    m_socket.finish();
}

void TextGuest::take(QList<CutLine> lines)
{
    for (CutLine &line : lines)
        m_lines.push_back(std::move(line));
    work();
}

/// Who is gone does not go on talking from what the system kept of it.
bool TextGuest::isTooLate()
{
    if (m_lines.empty() || m_leaving)
        return false;
    if (m_sinceEnd.isValid())
        return m_sinceEnd.hasExpired(AfterEndMs);
    if (m_closed || m_socket.hasReadEnd() || m_socket.isWriteBroken()
        || (m_socket.isOpen() && hasPeerEnded(m_descriptor)))
        m_sinceEnd.start();
    return false;
}

/// Asks the room for what was read, as much as may be unanswered; reads on when nothing is left of it.
void TextGuest::work()
{
    if (isTooLate()) {
        m_lines.clear();
        m_leaving = true;
        m_socket.finish();
    }
    while (!m_lines.empty() && !m_visit->isBusy()) {
        const CutLine line = std::move(m_lines.front());
        m_lines.pop_front();
        handle(line);
    }
    const bool isDone = m_lines.empty() && !m_visit->hasUnanswered();
    if (m_closed) {
        if (isDone && !std::exchange(m_ended, true))
            Q_EMIT ended();
        return;
    }
    m_socket.setReading(m_lines.empty() && !m_visit->isBusy());
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
    if (!answer.done)
        write(TextWords::problem(answer.error));
    else if (answer.renames)
        write(TextWords::ownName(answer.name));
    else if (answer.peopleCount > 0)
        write(TextWords::people(answer, m_visit->name()));
    else if (!answer.name.isEmpty())
        write(TextWords::sentTo(answer.name));
}

void TextGuest::silence()
{
    take(std::exchange(m_waitedForCharacter, true) ? m_cutter.finish() : m_cutter.takeAfterSilence());
    if (m_cutter.isHolding())
        m_silence.start(CharacterPatience);
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
    m_silence.stop();
    if (reason.code == ErrorCode::SlowReader)
        m_lines.clear();
    else if (!m_leaving)
        take(m_cutter.finish());
    work();
}

} // namespace salon::server
