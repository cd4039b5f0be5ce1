// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_rows.h"

#include "shared/client-core/models/timeline_model.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <utility>

namespace salon {

namespace {
constexpr int LongestRunLookedAt = 500;
}

TimelineRows::TimelineRows(QObject *parent)
    : QObject(parent)
{
}

TimelineRows::~TimelineRows() = default;

void TimelineRows::setModel(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, &TimelineRows::reset);
        connect(model, &QObject::destroyed, this, &TimelineRows::reset);
        connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
        connect(model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int first, int last, const QModelIndex &, int before) {
                moveRows(first, last, before);
            });
        connect(model, &QAbstractItemModel::layoutChanged, this, &TimelineRows::reset);
        connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                // Comes some times a second and has a place of its own in the row.
                if (roles.size() == 1 && roles.constFirst() == TimelineModel::UploadRole) {
                    Q_EMIT repainted(first.row(), last.row());
                    return;
                }
                forgetAround(first.row(), last.row());
                Q_EMIT changed(first.row(), last.row());
            });
    }
    m_openedRuns.clear();
    m_revealed.clear();
    m_openedFiles.clear();
    reset();
}

void TimelineRows::setMetrics(const TimelineMetrics &metrics)
{
    m_metrics = metrics;
    measureAgain();
}

void TimelineRows::measureAgain()
{
    if (count() > 0)
        forget(0, count() - 1);
}

const RowLayout &TimelineRows::layout(int row)
{
    State &state = m_states[std::size_t(row)];
    state.usedAt = ++m_uses;
    if (!state.layout) {
        const RowLayout::Opened opened{ m_revealed.contains(seqAt(row)),
            !m_openedFiles.isEmpty() && m_openedFiles.contains(keyAt(row)) };
        state.layout
            = std::make_unique<RowLayout>(readTimelineRow(m_model->index(row, 0)), m_metrics, foldOf(row), opened);
        state.isMeasured = true;
        ++m_layoutsMade;
        const bool isNews = m_heights.height(row) != state.layout->height();
        m_heights.set(row, state.layout->height());
        if (++m_layoutsKept > 2 * KeptLayouts)
            dropOldLayouts();
        if (isNews)
            Q_EMIT measured(row);
    }
    return *state.layout;
}

void TimelineRows::toggleFold(int row)
{
    const RowLayout::Fold fold = foldOf(row);
    if (fold.role == RowLayout::Fold::Role::None || fold.role == RowLayout::Fold::Role::Hidden)
        return;
    const qint64 seq = seqAt(row);
    if (!m_openedRuns.remove(seq))
        m_openedRuns.insert(seq);
    forgetAround(row, row);
    Q_EMIT changed(row, row);
}

void TimelineRows::revealSpoilers(int row)
{
    m_revealed.insert(seqAt(row));
    forget(row, row);
    Q_EMIT changed(row, row);
}

void TimelineRows::toggleFiles(int row)
{
    const QString key = keyAt(row);
    if (!m_openedFiles.remove(key))
        m_openedFiles.insert(key);
    forget(row, row);
    Q_EMIT changed(row, row);
}

void TimelineRows::reset()
{
    m_heights.clear();
    m_states.clear();
    m_layoutsKept = 0;
    if (m_model && m_model->rowCount() > 0) {
        m_heights.insert(0, m_model->rowCount(), m_metrics.estimatedRow);
        m_states.resize(std::size_t(m_model->rowCount()));
    }
    Q_EMIT wasReset();
}

void TimelineRows::insertRows(int first, int last)
{
    const int added = last - first + 1;
    m_heights.insert(first, added, m_metrics.estimatedRow);
    if (first == 0) {
        for (int i = 0; i < added; ++i)
            m_states.emplace_front();
    } else {
        std::deque<State> tail;
        std::move(m_states.begin() + first, m_states.end(), std::back_inserter(tail));
        m_states.resize(std::size_t(last) + 1);
        for (int row = first; row <= last; ++row)
            m_states[std::size_t(row)] = State();
        std::move(tail.begin(), tail.end(), std::back_inserter(m_states));
    }
    forgetAround(first, last);
    Q_EMIT inserted(first, last);
}

void TimelineRows::removeRows(int first, int last)
{
    m_heights.remove(first, last - first + 1);
    m_states.erase(m_states.begin() + first, m_states.begin() + last + 1);
    m_layoutsKept = int(std::count_if(m_states.begin(), m_states.end(), [](const State &s) { return bool(s.layout); }));
    if (first < count())
        forgetAround(first, first);
    else if (first > 0)
        forgetAround(first - 1, first - 1);
    Q_EMIT removed(first, last);
}

void TimelineRows::moveRows(int first, int last, int before)
{
    const int many = last - first + 1;
    const bool isUp = before < first;
    const int to = isUp ? before : before - many;
    m_heights.move(first, many, before);
    const auto begin = m_states.begin();
    if (isUp)
        std::rotate(begin + before, begin + first, begin + last + 1);
    else
        std::rotate(begin + first, begin + last + 1, begin + before);
    forgetAround(to, to + many - 1);
    const int left = isUp ? last + 1 : first; // below where they were
    if (left < count())
        forgetAround(left, left);
    Q_EMIT moved(first, many, to);
}

void TimelineRows::forget(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        State &state = m_states[std::size_t(row)];
        if (state.layout)
            --m_layoutsKept;
        state.layout.reset();
        state.isMeasured = false;
    }
}

void TimelineRows::forgetAround(int first, int last)
{
    // The neighbours of what changed may now belong to another group or to a folded run.
    int from = std::max(0, first - 1);
    int to = std::min(count() - 1, last + 1);
    for (int i = 0; i < LongestRunLookedAt && from > 0 && continuesRun(from); ++i)
        --from;
    for (int i = 0; i < LongestRunLookedAt && to + 1 < count() && continuesRun(to + 1); ++i)
        ++to;
    forget(from, to);
}

void TimelineRows::dropOldLayouts()
{
    std::vector<qint64> uses;
    for (const State &state : m_states)
        if (state.layout)
            uses.push_back(state.usedAt);
    if (uses.size() > std::size_t(KeptLayouts)) {
        const auto keepFrom = uses.end() - KeptLayouts;
        std::nth_element(uses.begin(), keepFrom, uses.end());
        for (State &state : m_states)
            if (state.layout && state.usedAt < *keepFrom)
                state.layout.reset();
    }
    m_layoutsKept = int(std::count_if(m_states.begin(), m_states.end(), [](const State &s) { return bool(s.layout); }));
}

bool TimelineRows::continuesRun(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    return row > 0 && isFoldable(index) && isFoldable(m_model->index(row - 1, 0))
        && !index.data(TimelineModel::StartsDayRole).toBool() && !index.data(TimelineModel::StartsUnreadRole).toBool();
}

RowLayout::Fold TimelineRows::foldOf(int row) const
{
    if (!isFoldable(m_model->index(row, 0)))
        return {};
    int first = row;
    while (first > std::max(0, row - LongestRunLookedAt) && continuesRun(first))
        --first;
    int last = row;
    while (last + 1 < std::min(count(), row + LongestRunLookedAt) && continuesRun(last + 1))
        ++last;
    const int length = last - first + 1;
    if (length < FoldFrom)
        return {};
    if (m_openedRuns.contains(seqAt(first)))
        return { row == first ? RowLayout::Fold::Role::Opened : RowLayout::Fold::Role::None, length };
    return { row == first ? RowLayout::Fold::Role::Head : RowLayout::Fold::Role::Hidden, length };
}

QString TimelineRows::keyAt(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    const Cid cid = index.data(TimelineModel::CidRole).toUuid();
    return cid.isNull() ? QString::number(seqAt(row)) : cid.toString();
}

qint64 TimelineRows::seqAt(int row) const
{
    return m_model->index(row, 0).data(TimelineModel::SeqRole).toLongLong();
}

} // namespace salon
