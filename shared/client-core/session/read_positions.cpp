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

void ReadPositions::restore(const QHash<RoomId, Seq> &untold)
{
    m_untold = untold;
    for (auto read = m_untold.cbegin(); read != m_untold.cend(); ++read)
        m_rooms.markReadHere(read.key(), read.value());
}

void ReadPositions::move(RoomId room, Seq seq)
{
    if (!m_rooms.markReadHere(room, seq))
        return;
    m_untold.insert(room, seq);
    m_store.keepUnsentRead(room, seq);
    tell(room);
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
    const QList<RoomId> rooms = m_untold.keys();
    for (const RoomId room : rooms)
        tell(room);
}

void ReadPositions::tell(RoomId room)
{
    const Seq seq = m_untold.value(room);
    if (seq == 0 || !m_session.isOnline() || m_underWay.contains(room))
        return;
    m_underWay.insert(room);
    m_session.request<Done>(
        MarkRead{ room, seq }, this, [this, room, seq, connection = m_connection](const Result<Done> &answer) {
            if (connection == m_connection)
                told(room, seq, answer);
        });
}

void ReadPositions::told(RoomId room, Seq seq, const Result<Done> &answer)
{
    if (!answer && isTemporary(answer.error())) {
        QTimer::singleShot(retryDelayMs(answer.error(), AskAgainMs), this, [this, room, connection = m_connection] {
            if (connection != m_connection)
                return;
            m_underWay.remove(room);
            tell(room);
        });
        return;
    }
    m_underWay.remove(room);
    const bool isOver
        = answer || answer.error().code == ErrorCode::NotAMember || answer.error().code == ErrorCode::RoomUnknown;
    if (!isOver)
        return; // told again with the next connection
    if (m_untold.value(room) == seq)
        forget(room);
    else
        tell(room); // further on meanwhile
}

void ReadPositions::moved(const ReadMoved &moved)
{
    m_rooms.apply(moved);
    if (const Seq untold = m_untold.value(moved.room); untold > 0 && untold <= moved.seq)
        forget(moved.room);
}

void ReadPositions::forget(RoomId room)
{
    if (m_untold.remove(room))
        m_store.keepUnsentRead(room, 0);
}

} // namespace salon
