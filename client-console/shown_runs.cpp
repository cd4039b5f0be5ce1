// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/shown_runs.h"

#include <algorithm>

namespace salon::console {

void ShownRuns::add(Seq from, Seq to)
{
    if (from > to)
        return;
    Run merged{ from, to };
    QList<Run> runs;
    for (const Run &run : std::as_const(m_runs)) {
        if (run.to + 1 < merged.from || merged.to + 1 < run.from) {
            runs.append(run);
        } else {
            merged.from = std::min(merged.from, run.from);
            merged.to = std::max(merged.to, run.to);
        }
    }
    const auto after = std::find_if(runs.begin(), runs.end(), [&](const Run &run) { return run.from > merged.from; });
    runs.insert(after, merged);
    m_runs = std::move(runs);
}

void ShownRuns::add(const HistorySlice &slice)
{
    for (const HistoryGap &gap : slice.gaps)
        add(gap.from, gap.to);
    if (slice.events.isEmpty())
        return;
    add(slice.events.constFirst().seq, slice.events.constLast().seq);
    if (slice.atStart)
        add(1, slice.events.constFirst().seq);
}

bool ShownRuns::contains(Seq seq) const
{
    return std::any_of(
        m_runs.begin(), m_runs.end(), [seq](const Run &run) { return run.from <= seq && seq <= run.to; });
}

Seq ShownRuns::readUpTo(Seq read) const
{
    for (const Run &run : m_runs) {
        if (run.from > read + 1)
            break;
        read = std::max(read, run.to);
    }
    return read;
}

} // namespace salon::console
