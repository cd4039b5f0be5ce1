// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace salon {

class TimelineView;

/// Decides what was read: the newest row of the timeline, once it stood at the bottom for a second in a window that is
/// active and not minimised.
class ReadWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int SeenMs = 1000;

    explicit ReadWatch(TimelineView &view);

    /// Another room: starts counting anew.
    void restart();
    /// While it is paused nothing is seen; afterwards it starts anew.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    /// For tests.
    void setSeenMs(int ms) { m_timer.setInterval(ms); }

Q_SIGNALS:
    void seen(salon::Seq seq);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isLookedAt() const;
    [[nodiscard]] Seq newestSeq() const;
    void look();

    TimelineView &m_view;
    QPointer<QObject> m_window;
    QTimer m_timer;
    Seq m_candidate = 0;
    Seq m_told = 0;
    bool m_isPaused = false;
};

} // namespace salon
