// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/gateways/line_cutter.h"

#include <QElapsedTimer>
#include <deque>

namespace salon::server {

/// Lines of one guest that were read, but not handed on yet, and how long they may wait: a guest that writes faster
/// than it may does not pile up hours of talk, and one that is gone does not go on talking.
class LineBacklog
{
public:
    enum class State
    {
        InTime,
        TooSlow, ///< the oldest line has waited for too long: leave all of them out
        TooLate ///< the same, or less, and the guest is gone: leave out whatever is still to come, too
    };

    explicit LineBacklog(int maxDelayMs);

    void add(QList<CutLine> lines);
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }
    [[nodiscard]] const CutLine &front() const { return m_lines.front().line; }
    [[nodiscard]] CutLine take();
    /// Leaves all lines out; how many that are.
    int clear();

    /// The guest is gone. The first time counts.
    void noteEnd();
    /// The lines had to wait: their time begins now.
    void forgiveWaiting();
    [[nodiscard]] State state() const;
    /// Milliseconds until the state of the lines that are there is another one; at least 1.
    [[nodiscard]] int remainingMs() const;

private:
    struct Waiting
    {
        CutLine line{};
        qint64 sinceMs = 0;
    };

    qint64 m_maxDelayMs;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceEnd;
    std::deque<Waiting> m_lines;
};

} // namespace salon::server
