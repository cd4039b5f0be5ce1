// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/styled_line.h"

#include <algorithm>

namespace salon {
namespace {

/// Walks over a line's ranges and the gaps between them, forwards only.
class RangeWalk
{
public:
    explicit RangeWalk(const StyledLine &line)
        : m_line(line)
    {
    }

    /// Gives `use(start, length, range)` every stretch of [from, to) that looks the same; the range of a gap is empty.
    template <class Use>
    void stretches(qsizetype from, qsizetype to, Use use)
    {
        while (from < to) {
            while (m_next < m_line.ranges.size() && m_line.ranges[m_next].start + m_line.ranges[m_next].length <= from)
                ++m_next;
            const bool hasRange = m_next < m_line.ranges.size();
            const StyledRange range = hasRange ? m_line.ranges[m_next] : StyledRange{ to, 0, {}, -1 };
            const bool inside = range.start <= from;
            const qsizetype end = std::min(to, inside ? range.start + range.length : std::max(range.start, from));
            use(from, end - from, inside ? range : StyledRange{});
            from = end;
        }
    }

private:
    const StyledLine &m_line;
    qsizetype m_next = 0;
};

bool touches(const StyledLine &line, const LineMark &mark, TextStyles untouched, qsizetype &firstRange)
{
    while (
        firstRange < line.ranges.size() && line.ranges[firstRange].start + line.ranges[firstRange].length <= mark.start)
        ++firstRange;
    for (qsizetype i = firstRange; i < line.ranges.size() && line.ranges[i].start < mark.start + mark.length; ++i) {
        if (line.ranges[i].styles & untouched)
            return true;
    }
    return false;
}

} // namespace

void StyledLine::append(QStringView added, TextStyles styles, int target)
{
    if (added.isEmpty())
        return;
    if (styles || target >= 0) {
        if (!ranges.isEmpty() && ranges.back().start + ranges.back().length == text.size()
            && ranges.back().styles == styles && ranges.back().target == target)
            ranges.back().length += added.size();
        else
            ranges.append({ text.size(), added.size(), styles, target });
    }
    text += added;
}

StyledLine withMarks(const StyledLine &line, const QList<LineMark> &marks, TextStyles untouched)
{
    if (marks.isEmpty())
        return line;
    StyledLine built;
    built.text.reserve(line.text.size());
    const QStringView text(line.text);
    RangeWalk walk(line);
    qsizetype at = 0;
    qsizetype firstRange = 0;
    const auto copy = [&](qsizetype to) {
        walk.stretches(at, to, [&](qsizetype start, qsizetype length, const StyledRange &range) {
            built.append(text.sliced(start, length), range.styles, range.target);
        });
        at = to;
    };
    for (const LineMark &mark : marks) {
        if (mark.start < at || touches(line, mark, untouched, firstRange))
            continue;
        copy(mark.start);
        const qsizetype end = mark.start + mark.length;
        walk.stretches(at, end, [&](qsizetype start, qsizetype length, const StyledRange &range) {
            if (mark.shown.isEmpty())
                built.append(text.sliced(start, length), range.styles | mark.styles, mark.target);
            else if (start == mark.start)
                built.append(mark.shown, range.styles | mark.styles, mark.target);
        });
        at = end;
    }
    copy(line.text.size());
    return built;
}

} // namespace salon
