// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/line_counts.h"

#include "client-gui/widgets/emoji_font.h"
#include "shared/client-core/models/message_list_model.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace salon {

namespace {

constexpr qsizetype MostSigns = 200; ///< that a few lines have

std::pair<qint64, qint64> keyOf(const QModelIndex &index)
{
    return { index.data(MessageListModel::RoomIdRole).toLongLong(), index.data(TimelineModel::SeqRole).toLongLong() };
}

/// Nothing that is among the words of the message itself.
bool isBesides(int role)
{
    return role == MessageListModel::RoomNameRole || role == TimelineModel::SavedRole
        || role == TimelineModel::RightsRole || role == TimelineModel::ReplyAuthorRole
        || role == TimelineModel::ReplyTextRole || role == TimelineModel::ReplyGoneRole;
}

} // namespace

int LineCounts::count(const QModelIndex &index, const QFont &font, int width, const Read &read)
{
    watch(index.model());
    if (font != m_font)
        m_known.clear();
    m_font = font;
    Widths &known = m_known[keyOf(index)];
    if (const bool isKnown = width >= known.enough[0]
            || (width <= known.lacking[0] && (width >= known.enough[1] || width <= known.lacking[1]));
        !isKnown)
        measure(known, read(), font, width);
    return width >= known.enough[0] ? 1 : width >= known.enough[1] ? 2 : Most;
}

void LineCounts::measure(Widths &widths, const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats(signFormats(text, MostSigns));
    layout.beginLayout();
    int lines = 0;
    qreal widest = 0;
    qreal together = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
        widest = std::max(widest, line.naturalTextWidth());
        together += line.naturalTextWidth();
    }
    layout.endLayout();
    const qreal blanks = std::max(0, lines - 1) * QFontMetricsF(font).horizontalAdvance(u' '); // where lines end
    for (int i = 0; i < 2; ++i) {
        int &enough = widths.enough[std::size_t(i)];
        int &lacking = widths.lacking[std::size_t(i)];
        const int fewer = i + 1;
        if (lines <= fewer)
            enough = std::min({ enough, width, int(std::ceil(widest)) }); // the same breaks down to there
        else
            lacking = std::max(lacking, width);
        lacking = std::max(lacking, int(together / fewer) - 1); // even without any loss at the ends of lines
        if (i == 0)
            enough = std::min(enough, std::max(lacking + 1, int(std::ceil(together + blanks)) + 1));
    }
}

void LineCounts::watch(const QAbstractItemModel *model)
{
    if (model == m_model)
        return;
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    m_known.clear();
    connect(model, &QAbstractItemModel::dataChanged, this, &LineCounts::forget);
    // A message may come back with other words, or another part of them.
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        forget(m_model->index(first, 0), m_model->index(last, 0), {});
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_known.clear(); });
}

void LineCounts::forget(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (!roles.isEmpty() && std::ranges::all_of(roles, isBesides))
        return;
    for (int row = first.row(); row <= last.row(); ++row)
        m_known.remove(keyOf(first.siblingAtRow(row)));
}

} // namespace salon
