// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/saved_messages.h"

#include "shared/client-core/session/session.h"

namespace salon {

SavedMessages::SavedMessages(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Offline)
            ++m_connection;
        else if (state == SessionState::Online && m_session.hasFeature(QString::fromLatin1(features::Changes)))
            ask(0, PagesAsked);
    });
    connect(&session, &Session::pushed, this, [this](const Envelope &envelope) {
        if (!envelope.is(MessageType::MessageSaved))
            return;
        if (const Result<MessageSaved> saved = decode<MessageSaved>(envelope))
            set(saved->room, saved->seq, saved->saved);
    });
}

void SavedMessages::ask(quint64 before, int pages)
{
    if (before == 0)
        m_listed.clear();
    const ListMessages request{ MessageListKind::Saved, {}, before, 0 };
    m_session.request<MessageList>(
        request, this, [this, before, pages, connection = m_connection](const Result<MessageList> &list) {
            if (!list || connection != m_connection)
                return; // the list itself can still be opened
            quint64 last = before;
            for (const ListedMessage &message : list->messages) {
                learn(message.event.room, message.event.seq);
                last = message.order;
            }
            if (list->more && pages > 1 && last != before)
                ask(last, pages - 1);
            else if (!list->more)
                compare(std::exchange(m_listed, {}));
        });
}

void SavedMessages::set(RoomId room, Seq seq, bool saved)
{
    if (seq <= 0 || saved == contains(room, seq))
        return;
    if (saved) {
        learn(room, seq);
        Q_EMIT added(room, seq);
    } else {
        m_saved.remove({ room, seq });
        Q_EMIT changed(room, seq, false);
    }
}

void SavedMessages::learn(RoomId room, Seq seq)
{
    m_listed.insert({ room, seq });
    if (seq <= 0 || contains(room, seq) || m_saved.size() >= Max)
        return;
    m_saved.insert({ room, seq });
    Q_EMIT changed(room, seq, true);
}

void SavedMessages::compare(const QSet<std::pair<RoomId, Seq>> &listed)
{
    const QSet<std::pair<RoomId, Seq>> gone = QSet(m_saved).subtract(listed);
    for (const auto &[room, seq] : gone)
        set(room, seq, false); // on another device, while this one was away
}

void SavedMessages::restore(const QList<std::pair<RoomId, Seq>> &saved)
{
    for (const auto &[room, seq] : saved) {
        if (seq > 0 && m_saved.size() < Max)
            m_saved.insert({ room, seq });
    }
}

void SavedMessages::trim(RoomId room, Seq floor)
{
    const QSet<std::pair<RoomId, Seq>> all = m_saved;
    for (const auto &[where, seq] : all) {
        if (where == room && seq < floor)
            set(where, seq, false);
    }
}

void SavedMessages::forget(RoomId room)
{
    m_saved.removeIf([room](const std::pair<RoomId, Seq> &saved) { return saved.first == room; });
}

} // namespace salon
