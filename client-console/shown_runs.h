// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/local_store.h"

#include <QList>

namespace salon::console {

/// Which events of a room were printed, as runs without holes: what is between two runs, nobody has seen.
class ShownRuns
{
public:
    /// Everything from `from` to `to`; what was no event (a stretch that the server lost) counts as shown.
    void add(Seq from, Seq to);
    /// A page, with its gaps and, at the start of the room, with the nothing before it.
    void add(const HistorySlice &slice);

    [[nodiscard]] bool isEmpty() const { return m_runs.isEmpty(); }
    [[nodiscard]] bool contains(Seq seq) const;
    /// The newest event shown; 0 when none was.
    [[nodiscard]] Seq newest() const { return m_runs.isEmpty() ? 0 : m_runs.constLast().to; }
    /// Where the run of the newest event begins; 0 when nothing was shown.
    [[nodiscard]] Seq newestRunFrom() const { return m_runs.isEmpty() ? 0 : m_runs.constLast().from; }
    /// How far one has read who had read up to `read`: to the first hole after it.
    [[nodiscard]] Seq readUpTo(Seq read) const;

private:
    struct Run
    {
        Seq from = 0;
        Seq to = 0;
    };
    QList<Run> m_runs; ///< ascending, and never touching each other
};

} // namespace salon::console
