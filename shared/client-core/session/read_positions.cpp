// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/read_positions.h"

#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"
#include "shared/client-core/store/local_store.h"

namespace salon {
namespace {

constexpr int AskAgainMs = 2000;

} // namespace

ReadPositions::ReadPositions(Session &session, LocalStore &store, Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_store(store)
    , m_rooms(rooms)
{
    connect(&session, &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Offline) {
            ++m_connection;
            m_underWay.clear();
        }
    });
}

void ReadPositions::restore(const QHash<RoomId, Seq> &untold, const QHash<RoomId, UnsentMark> &marks)
{
    m_untold = untold;
    for (auto read = m_untold.cbegin(); read != m_untold.cend(); ++read)
        m_rooms.markReadHere(read.key(), read.value());
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        m_rooms.restoreUnsent(mark.key(), mark.value());
        m_marked.insert(mark.key());
    }
}

void ReadPositions::move(RoomId room, Seq seq)
{
    if (!m_rooms.markReadHere(room, seq))
        return;
    const Seq read = m_rooms.find(room)->readSeq;
    m_untold.insert(room, read);
    m_store.keepUnsentRead(room, read);
    keepMark(room);
    if (m_session.isOnline())
        m_madeIn.insert(room, m_connection);
    else
        m_madeIn.remove(room);
    tell(room);
}

void ReadPositions::markUnread(RoomId room, Seq seq)
{
    if (!m_rooms.markUnreadHere(room, seq))
        return;
    keepMark(room);
    tell(room);
}

void ReadPositions::keepMark(RoomId room)
{
    const UnsentMark unsent = m_rooms.unsentMark(room);
    if (unsent.isEmpty() && !m_marked.contains(room))
        return;
    if (unsent.isEmpty())
        m_marked.remove(room);
    else
        m_marked.insert(room);
    m_store.keepUnsentMark(room, unsent);
}

void ReadPositions::compare(const RoomSummary &onServer)
{
    const RoomSummary *here = m_rooms.find(onServer.id);
    if (!here || here->readSeq <= onServer.readSeq || here->readSeq > onServer.head
        || m_untold.value(onServer.id) >= here->readSeq)
        return;
    m_untold.insert(onServer.id, here->readSeq);
    m_store.keepUnsentRead(onServer.id, here->readSeq);
}

void ReadPositions::tellAll()
{
    const QSet<RoomId> rooms = QSet<RoomId>(m_untold.keyBegin(), m_untold.keyEnd()) + m_marked;
    for (const RoomId room : rooms)
        tell(room);
}

void ReadPositions::tell(RoomId room)
{
    if (!m_session.isOnline() || m_underWay.contains(room))
        return;
    if (m_untold.value(room) > 0) {
        tellRead(room);
        return;
    }
    const Seq mark = m_rooms.unsentMark(room).mark;
    if (mark > 0 && m_session.hasFeature(QString::fromLatin1(features::Reading)))
        tellMark(room, mark);
}

void ReadPositions::tellRead(RoomId room)
{
    const Seq seq = m_untold.value(room);
    Seq ended = m_rooms.unsentMark(room).ended;
    const bool isLate = m_madeIn.value(room, -1) != m_connection;
    // A mark that was not there when this was read, or one that the person did not end, stays.
    const bool keepsMark = isLate && (ended == 0 || m_rooms.serverMark(room) != ended);
    if (keepsMark && ended > 0) {
        ended = 0;
        m_rooms.dropEnd(room);
        keepMark(room);
    }
    m_underWay.insert(room);
    m_session.request<Done>(MarkRead{ room, seq, keepsMark }, this,
        [this, room, seq, ended, connection = m_connection](const Result<Done> &answer) {
            if (connection != m_connection || !isSettled(room, answer))
                return;
            if (ended > 0 && ended == m_rooms.unsentMark(room).ended) {
                m_rooms.endTold(room, ended);
                keepMark(room);
            }
            if (m_untold.value(room) == seq && m_rooms.unsentMark(room).ended == 0)
                forgetRead(room);
            tell(room); // further on meanwhile, or a mark
        });
}

void ReadPositions::tellMark(RoomId room, Seq mark)
{
    m_underWay.insert(room);
    m_session.request<Done>(
        MarkUnread{ room, mark }, this, [this, room, mark, connection = m_connection](const Result<Done> &answer) {
            if (connection != m_connection || !isSettled(room, answer))
                return;
            m_rooms.markTold(room, mark);
            keepMark(room);
            tell(room);
        });
}

bool ReadPositions::isSettled(RoomId room, const Result<Done> &answer)
{
    if (!answer && isTemporary(answer.error())) {
        QTimer::singleShot(retryDelayMs(answer.error(), AskAgainMs), this, [this, room, connection = m_connection] {
            if (connection != m_connection)
                return;
            m_underWay.remove(room);
            tell(room);
        });
        return false;
    }
    m_underWay.remove(room);
    return answer || answer.error().code == ErrorCode::NotAMember || answer.error().code == ErrorCode::RoomUnknown;
    // Otherwise told again with the next connection.
}

void ReadPositions::moved(const ReadMoved &moved)
{
    m_rooms.apply(moved);
    const Seq untold = m_untold.value(moved.room);
    if (untold > 0 && untold <= moved.seq && m_rooms.unsentMark(moved.room).ended == 0)
        forgetRead(moved.room);
}

void ReadPositions::forgetRead(RoomId room)
{
    if (m_untold.remove(room))
        m_store.keepUnsentRead(room, 0);
}

void ReadPositions::forget(RoomId room)
{
    forgetRead(room);
    m_madeIn.remove(room);
    if (m_marked.remove(room))
        m_store.keepUnsentMark(room, {});
}

void ReadPositions::clear()
{
    m_untold.clear();
    m_marked.clear();
    m_madeIn.clear();
}

void ReadPositions::trim(RoomId room, Seq floor)
{
    if (const Seq untold = m_untold.value(room); untold > 0 && untold < floor - 1) {
        m_untold.insert(room, floor - 1);
        m_store.keepUnsentRead(room, floor - 1);
    }
    keepMark(room);
}

} // namespace salon
