// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/change_rows.h"

#include "server/store/sqlite/event_rows.h"

using namespace Qt::StringLiterals;

namespace salon::server {

ChangeRows::ChangeRows(SqliteConnection &connection)
    : m_connection(connection)
    , m_target(connection.prepare(u"change_target"_s))
    , m_putForm(connection.prepare(u"put_form"_s))
    , m_putEditForms(connection.prepare(u"put_edit_forms"_s))
    , m_addMention(connection.prepare(u"add_mention"_s))
    , m_deleteMention(connection.prepare(u"delete_mention"_s))
    , m_deleteCall(connection.prepare(u"delete_call"_s))
    , m_countPins(connection.prepare(u"count_pins"_s))
    , m_edits(connection.prepare(u"edits_of"_s))
    , m_blankMessage(connection.prepare(u"blank_message"_s))
    , m_blankEdits(connection.prepare(u"blank_edits"_s))
{
}

std::optional<ChangeTarget> ChangeRows::target(RoomId room, Seq seq)
{
    if (!m_connection.run(m_target, room, seq) || !m_connection.next(m_target))
        return std::nullopt;
    ChangeTarget target;
    target.kind = EventKind(m_target.value(0).toInt());
    target.text = m_target.value(2).toString();
    target.format = TextFormat(m_target.value(3).toInt());
    target.calls = { idAt<AccountId>(m_target, 1), mentionsFrom(m_target.value(4)), Call(m_target.value(5).toInt()) };
    target.no = m_target.value(6).toLongLong();
    target.textSeq = m_target.value(7).toLongLong();
    target.mentionsColumn = m_target.value(8);
    target.callColumn = m_target.value(9);
    target.deleted = m_target.value(10).toBool();
    target.pinned = m_target.value(11).toLongLong();
    target.hasFiles = m_target.value(12).toBool();
    m_target.finish();
    return target;
}

void ChangeRows::putForm(RoomId room, Seq seq, const ChangeTarget &form, const Event &changed)
{
    m_connection.run(m_putForm, room, seq, form.calls.author, changed.seq, form.textSeq, form.mentionsColumn,
        form.callColumn, form.deleted ? 1 : 0, form.deleted ? changed.author : AccountId{}, form.pinned);
}

void ChangeRows::setCalls(RoomId room, Seq seq, qint64 no, const MessageCalls &before, const MessageCalls &after)
{
    // What calls the whole room has no rows by name.
    const bool wasRoom = before.call == Call::Room;
    const bool isRoom = after.call == Call::Room;
    if (wasRoom && isRoom)
        return;
    if (wasRoom)
        m_connection.run(m_deleteCall, room, seq);
    for (const AccountId account : before.mentions) {
        if (account == before.author)
            continue;
        if (wasRoom && after.reach(account))
            m_connection.run(m_addMention, account, room, seq, no);
        else if (!wasRoom && !after.reach(account))
            m_connection.run(m_deleteMention, account, room, seq);
    }
}

qint64 ChangeRows::pinsOf(RoomId room)
{
    m_connection.run(m_countPins, room);
    return m_connection.firstValue(m_countPins).toLongLong();
}

QList<Seq> ChangeRows::editsOf(RoomId room, Seq seq)
{
    QList<Seq> edits;
    m_connection.run(m_edits, room, seq);
    while (m_connection.next(m_edits))
        edits.append(m_edits.value(0).toLongLong());
    m_edits.finish();
    return edits;
}

void ChangeRows::blank(RoomId room, Seq seq, const Event &deletion)
{
    m_connection.run(m_blankMessage, room, seq);
    m_connection.run(m_blankEdits, room, seq);
    m_connection.run(m_putEditForms, deletion.seq, deletion.author, room, seq);
}

} // namespace salon::server
