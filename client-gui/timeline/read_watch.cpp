// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/read_watch.h"

#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/models/timeline_model.h"

#include <QAbstractItemModel>
#include <QEvent>

#include <utility>

namespace salon {

ReadWatch::ReadWatch(TimelineView &view)
    : QObject(&view)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(SeenMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isLookedAt() && m_candidate > m_told) {
            m_told = m_candidate;
            Q_EMIT seen(m_candidate);
        }
        look();
    });
    connect(&view, &TimelineView::bottomReached, this, &ReadWatch::look);
    for (const auto changed : { &TimelineRows::inserted, &TimelineRows::changed })
        connect(&view.rows(), changed, this, &ReadWatch::look);
    connect(&view.rows(), &TimelineRows::wasReset, this, &ReadWatch::restart);
    view.installEventFilter(this);
}

void ReadWatch::restart()
{
    m_told = 0;
    m_candidate = 0;
    m_timer.stop();
    look();
}

void ReadWatch::setPaused(bool isPaused)
{
    if (isPaused != std::exchange(m_isPaused, isPaused))
        restart();
}

bool ReadWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        // The window is only known now.
        if (QWidget *window = m_view.window(); window != m_window && window != &m_view) {
            m_window = window;
            window->installEventFilter(this);
        }
        look();
        break;
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
    case QEvent::WindowStateChange:
    case QEvent::Hide:
        look();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool ReadWatch::isLookedAt() const
{
    return !m_isPaused && m_view.isVisible() && m_view.isActiveWindow() && !m_view.window()->isMinimized()
        && m_view.isAtBottom();
}

Seq ReadWatch::newestSeq() const
{
    const QAbstractItemModel *model = m_view.model();
    if (!model)
        return 0;
    // What is not stored yet stands last and has no number.
    for (int row = model->rowCount() - 1; row >= 0; --row)
        if (const Seq seq = model->index(row, 0).data(TimelineModel::SeqRole).toLongLong(); seq > 0)
            return seq;
    return 0;
}

void ReadWatch::look()
{
    const Seq newest = isLookedAt() ? newestSeq() : 0;
    if (newest <= m_told) {
        m_timer.stop();
    } else if (!m_timer.isActive()) {
        // What comes during the second waits for the next one: a busy room must not put the moment off for ever.
        m_candidate = newest;
        m_timer.start();
    }
}

} // namespace salon
