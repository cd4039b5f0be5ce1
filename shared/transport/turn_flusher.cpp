// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/turn_flusher.h"

#include "shared/transport/connection.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimerEvent>

#include <algorithm>

namespace salon {

namespace {

QEvent::Type flushEvent()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

} // namespace

TurnFlusher::TurnFlusher(QObject *parent)
    : QObject(parent)
{
}

TurnFlusher::~TurnFlusher() = default;

void TurnFlusher::schedule(Connection *connection)
{
    m_pending.push_back(connection);
    if (m_isFlushing) {
        if (!m_nextTurn.isActive())
            m_nextTurn.start(0, this);
    } else if (!m_posted) {
        m_posted = true;
        QCoreApplication::postEvent(this, new QEvent(flushEvent()), Qt::LowEventPriority);
    }
}

void TurnFlusher::forget(Connection *connection)
{
    std::replace(m_pending.begin(), m_pending.end(), connection, static_cast<Connection *>(nullptr));
    std::replace(m_flushing.begin(), m_flushing.end(), connection, static_cast<Connection *>(nullptr));
}

bool TurnFlusher::event(QEvent *event)
{
    if (event->type() != flushEvent())
        return QObject::event(event);
    m_posted = false;
    flushAll();
    return true;
}

void TurnFlusher::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_nextTurn.timerId())
        return;
    m_nextTurn.stop();
    flushAll();
}

void TurnFlusher::flushAll()
{
    // A nested event loop in a receiver of a connection's signal: the outer round goes on when it returns.
    if (m_isFlushing) {
        m_nextTurn.start(0, this);
        return;
    }
    m_isFlushing = true;
    m_flushing.swap(m_pending);
    // By index: connections may be forgotten while this runs.
    for (size_t i = 0; i < m_flushing.size(); ++i) { // NOLINT(modernize-loop-convert)
        if (m_flushing[i])
            m_flushing[i]->endTurn();
    }
    m_flushing.clear();
    m_isFlushing = false;
}

} // namespace salon
