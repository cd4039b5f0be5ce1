// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/row_heights.h"
#include "client-gui/timeline/row_layout.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <deque>
#include <memory>

class QAbstractItemModel;

namespace salon {

/// The rows of a timeline model with their heights: estimated until a row is first asked for, then measured and kept
/// until the row, the width or the look changes. Layouts of rows that were not asked for lately are thrown away, their
/// heights stay.
class TimelineRows : public QObject
{
    Q_OBJECT

public:
    static constexpr int KeptLayouts = 300;
    static constexpr int FoldFrom = 4; ///< so many comings and goings in a row become one line

    explicit TimelineRows(QObject *parent = nullptr);
    ~TimelineRows() override;

    void setModel(QAbstractItemModel *model);
    [[nodiscard]] QAbstractItemModel *model() const { return m_model; }
    void setMetrics(const TimelineMetrics &metrics);
    [[nodiscard]] const TimelineMetrics &metrics() const { return m_metrics; }
    /// Forgets all that was measured: words, fonts or names are new.
    void measureAgain();

    [[nodiscard]] int count() const { return m_heights.count(); }
    [[nodiscard]] const RowHeights &heights() const { return m_heights; }
    /// Measures the row if needed; heights() may differ afterwards. The reference holds until the next call.
    const RowLayout &layout(int row);
    [[nodiscard]] bool isMeasured(int row) const { return m_states[std::size_t(row)].isMeasured; }
    /// Shows or hides the single lines of the folded run that `row` stands for.
    void toggleFold(int row);
    /// Shows what the row's author hid, until the model is another one.
    void revealSpoilers(int row);
    /// Opens or closes the card that stands for many files.
    void toggleFiles(int row);

    /// How often rows were laid out since the start: tests hold it against what can be seen.
    [[nodiscard]] qint64 layoutsMade() const { return m_layoutsMade; }

Q_SIGNALS:
    void inserted(int first, int last);
    void removed(int first, int last);
    /// `count` rows from `from` on are now at `to`; what was measured went with them.
    void moved(int from, int count, int to);
    void changed(int first, int last);
    /// A row has another height than was guessed, or than it had.
    void measured(int row);
    void wasReset();
    /// Something else of the rows is to be painted anew, in the same place.
    void repainted(int first, int last);

private:
    struct State
    {
        std::unique_ptr<RowLayout> layout{};
        qint64 usedAt = 0;
        bool isMeasured = false;
    };
    void reset();
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    /// `before`: the row that they go above, as numbered until now.
    void moveRows(int first, int last, int before);
    void forget(int first, int last);
    void forgetAround(int first, int last);
    void dropOldLayouts();
    [[nodiscard]] RowLayout::Fold foldOf(int row) const;
    [[nodiscard]] bool continuesRun(int row) const;
    [[nodiscard]] qint64 seqAt(int row) const;
    /// Names a row for as long as it lives: its seq, or its cid while it has none.
    [[nodiscard]] QString keyAt(int row) const;

    QPointer<QAbstractItemModel> m_model;
    TimelineMetrics m_metrics;
    RowHeights m_heights;
    std::deque<State> m_states;
    QSet<qint64> m_openedRuns; ///< seq of the first row of each
    QSet<qint64> m_revealed; ///< seq of rows whose hidden words are shown
    QSet<QString> m_openedFiles; ///< keys of rows whose files are listed
    qint64 m_uses = 0;
    qint64 m_layoutsMade = 0;
    int m_layoutsKept = 0;
};

} // namespace salon
