// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/sqlite_writer.h"

#include <algorithm>

/// Of SqliteWriter: where people are in a room, and where the room's history begins.
namespace salon::server {

ReadPosition SqliteWriter::positionAt(RoomId room, AccountId account, const RoomRows::ReadPlace &place)
{
    const RoomHeadRow head = m_heads.value(room);
    const Seq from = place.countingFrom();
    ReadPosition position{ place.seq, head.head, place.messages, 0, 0, 0, place.mark };
    if (from < head.head) {
        position.ownAfter = m_rows->events.ownAfter(room, account, from);
        position.mentionsAfter = m_rows->events.mentionsAfter(room, account, from);
        position.deletedAfter = m_rows->events.deletedAfter(room, account, from);
    }
    return position;
}

ReadPosition SqliteWriter::moveTo(RoomId room, AccountId account, RoomRows::ReadPlace place)
{
    const RoomHeadRow head = m_heads.value(room);
    const Seq from = place.countingFrom();
    place.messages = from == head.head ? head.messageCount : m_rows->events.messagesUpTo(room, from);
    m_rows->rooms.setReadPlace(room, account, place);
    return positionAt(room, account, place);
}

Result<ReadPosition> SqliteWriter::moveReadPosition(const ReadMove &move)
{
    const auto before = m_rows->rooms.readPlace(move.room, move.account);
    if (!before)
        return fail(ErrorCode::NotAMember);
    RoomRows::ReadPlace place = *before;
    place.seq = std::max(place.seq, std::min(move.seq, m_heads.value(move.room).head));
    if (!move.keepMark)
        place.mark = 0;
    if (place.seq == before->seq && place.mark == before->mark)
        return positionAt(move.room, move.account, place);
    return moveTo(move.room, move.account, place);
}

Result<ReadPosition> SqliteWriter::markUnread(const UnreadMark &mark)
{
    const auto before = m_rows->rooms.readPlace(mark.room, mark.account);
    if (!before)
        return fail(ErrorCode::NotAMember);
    const bool isReadable = mark.seq >= before->floor && mark.seq <= before->seq;
    const bool goesBack = before->mark == 0 || mark.seq < before->mark;
    if (!isReadable || !goesBack)
        return positionAt(mark.room, mark.account, *before);
    RoomRows::ReadPlace place = *before;
    place.mark = mark.seq;
    return moveTo(mark.room, mark.account, place);
}

Result<> SqliteWriter::setAttention(const AttentionChange &change)
{
    if (!m_rows->rooms.setAttention(change))
        return fail(ErrorCode::NotAMember);
    return {};
}

Seq SqliteWriter::placeOnce(Event event, ImportedBatch &imported)
{
    auto stored = m_rows->events.find(event.author, event.cid);
    if (stored && stored->room != event.room) {
        // A copy of another room of this server: a message of its own, always under the same id.
        event.cid = QUuid::createUuidV5(event.cid, QByteArray::number(event.room.value));
        stored = m_rows->events.find(event.author, event.cid);
    }
    if (stored)
        return stored->seq;
    if (!place(event))
        return 0; // a statement failed, which ends the transaction
    imported.authors.append(event.author);
    return event.seq;
}

Result<ImportedBatch> SqliteWriter::importMessages(const ImportBatch &batch)
{
    const RoomHeadRow before = m_heads.value(batch.room);
    ImportedBatch imported;
    imported.before = before.head;
    for (const ImportBatch::Item &item : batch.items) {
        Event event = item.event;
        event.room = batch.room;
        if (item.answers >= 0)
            event.target = imported.seqs.value(item.answers);
        imported.seqs.append(placeOnce(std::move(event), imported));
    }
    RoomHeadRow head = m_heads.value(batch.room);
    head.lastActivityMs = std::max(before.lastActivityMs, head.lastActivityMs);
    m_heads.set(batch.room, head);
    if (head.head > before.head)
        m_rows->rooms.keepUpToDate(batch.room, before.head, head);
    imported.head = head.head;
    imported.messageCount = head.messageCount;
    imported.lastActivityMs = head.lastActivityMs;
    return imported;
}

Result<FloorRaised> SqliteWriter::raiseFloor(const FloorRaise &raise)
{
    RoomPast past = m_pasts.value(raise.room);
    const Seq floor = std::min(raise.floor, m_heads.value(raise.room).head + 1);
    FloorRaised raised{ past.floor, {} };
    if (floor <= past.floor)
        return raised;
    past.floor = floor;
    raised.floor = floor;
    m_pasts.set(raise.room, past);
    const auto below = m_rows->retention.raiseFloor(raise.room, floor);
    for (const RetentionRows::PlaceBelow &member : below) {
        const Seq readSeq = std::max(member.readSeq, floor - 1);
        const Seq mark = member.mark > 0 && readSeq >= floor ? std::max(member.mark, floor) : 0;
        raised.moved.append({ member.account, moveTo(raise.room, member.account, { readSeq, 0, mark, floor }) });
    }
    return raised;
}

Result<SweptTexts> SqliteWriter::sweepTexts(const TextSweep &sweep)
{
    RoomPast past = m_pasts.value(sweep.room);
    if (past.swept >= past.floor)
        return SweptTexts{ past.swept, false, {} };
    const Seq to = std::min<Seq>(past.floor, past.swept + std::max(sweep.limit, 1));
    SweptTexts swept{ to, to < past.floor, m_rows->files.release(sweep.room, past.swept, to - 1) };
    m_rows->retention.sweep(sweep.room, past.swept, to, past.floor);
    past.swept = to;
    m_pasts.set(sweep.room, past);
    m_wantsSweep = true;
    return swept;
}

} // namespace salon::server
