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

void Drafts::set(RoomId room, const QString &text)
{
    if (m_texts.value(room) == text)
        return;
    const bool had = m_texts.contains(room);
    if (text.isEmpty())
        m_texts.remove(room);
    else
        m_texts.insert(room, text);
    if (!m_toKeep.contains(room))
        m_toKeep.append(room);
    m_timer.start();
    if (had != m_texts.contains(room))
        Q_EMIT changed(room);
}

void Drafts::adopt(RoomId room, const QString &text)
{
    set(room, text);
    m_toKeep.removeOne(room);
}

void Drafts::restore(const QHash<RoomId, QString> &kept)
{
    for (auto draft = kept.cbegin(); draft != kept.cend(); ++draft) {
        if (!m_texts.contains(draft.key()) && !m_toKeep.contains(draft.key()))
            m_texts.insert(draft.key(), draft.value());
    }
}

void Drafts::write()
{
    m_timer.stop();
    for (const RoomId room : std::exchange(m_toKeep, {}))
        m_store.keepDraft(room, m_texts.value(room));
}

} // namespace salon
