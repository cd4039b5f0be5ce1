// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/drafts.h"

namespace salon {
namespace {

constexpr int PauseMs = 500;

} // namespace

Drafts::Drafts(OutboxStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(PauseMs);
    connect(&m_timer, &QTimer::timeout, this, &Drafts::write);
}

Drafts::~Drafts()
{
    write();
}

void Drafts::set(RoomId room, const Draft &draft)
{
    if (draft.editing > 0) {
        if (std::exchange(m_edits[room], draft) != draft)
            keepSoon(m_editsToKeep, room);
        return;
    }
    if (m_drafts.value(room) == draft)
        return;
    const bool had = m_drafts.contains(room);
    if (draft.isEmpty())
        m_drafts.remove(room);
    else
        m_drafts.insert(room, draft);
    keepSoon(m_toKeep, room);
    if (had != m_drafts.contains(room))
        Q_EMIT changed(room);
}

void Drafts::endEdit(RoomId room)
{
    if (m_edits.remove(room))
        keepSoon(m_editsToKeep, room);
}

void Drafts::adopt(RoomId room, const Draft &draft)
{
    set(room, draft);
    (draft.editing > 0 ? m_editsToKeep : m_toKeep).removeOne(room);
}

void Drafts::restore(const QHash<RoomId, Draft> &drafts, const QHash<RoomId, Draft> &edits)
{
    const auto takeOver = [](const QHash<RoomId, Draft> &kept, QHash<RoomId, Draft> &now, const QList<RoomId> &newer) {
        for (auto draft = kept.cbegin(); draft != kept.cend(); ++draft) {
            if (!now.contains(draft.key()) && !newer.contains(draft.key()))
                now.insert(draft.key(), draft.value());
        }
    };
    takeOver(drafts, m_drafts, m_toKeep);
    takeOver(edits, m_edits, m_editsToKeep);
}

void Drafts::keepSoon(QList<RoomId> &list, RoomId room)
{
    if (!list.contains(room))
        list.append(room);
    m_timer.start();
}

void Drafts::write()
{
    m_timer.stop();
    for (const RoomId room : std::exchange(m_toKeep, {}))
        m_store.keepDraft(room, m_drafts.value(room));
    for (const RoomId room : std::exchange(m_editsToKeep, {}))
        m_store.keepEdit(room, m_edits.value(room));
}

} // namespace salon
