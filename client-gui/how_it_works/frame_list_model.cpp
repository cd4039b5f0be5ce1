// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/frame_list_model.h"

#include "client-gui/how_it_works/frame_words.h"
#include "shared/protocol/message_types.h"

#include <QFont>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salon {

using Direction = FrameLogModel::Direction;

FrameListModel::FrameListModel(FrameLogModel &log, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    setSourceModel(&log);
}

void FrameListModel::setDirection(std::optional<Direction> direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    invalidateFilter();
}

void FrameListModel::setKinds(const Kinds &kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    invalidateFilter();
}

bool FrameListModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(FrameLogModel::BeginsRole).toBool())
        return true; // whose the rows below are
    const auto direction = Direction(index.data(FrameLogModel::DirectionRole).toInt());
    if (direction == Direction::None)
        return !m_direction && m_kinds.withSteps;
    if (m_direction && direction != *m_direction)
        return false;
    const quint32 type = index.data(FrameLogModel::TypeRole).toUInt();
    const bool isHeartbeat = type == quint32(MessageType::Ping) || type == quint32(MessageType::Pong);
    return type >= m_kinds.first && type <= m_kinds.last && (m_kinds.withHeartbeat || !isHeartbeat);
}

QVariant FrameListModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return index.isValid() ? words(index) : QVariant();
    case Qt::FontRole: {
        QFont font;
        if (!index.data(FrameLogModel::BeginsRole).toBool())
            return {};
        font.setBold(true); // the rest comes from the view
        return font;
    }
    case Qt::TextAlignmentRole: {
        const bool isNumber
            = index.column() == FrameLogModel::CorrelationColumn || index.column() == FrameLogModel::SizeColumn;
        return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QString FrameListModel::words(const QModelIndex &index) const
{
    const auto direction = Direction(index.data(FrameLogModel::DirectionRole).toInt());
    switch (index.column()) {
    case FrameLogModel::TimeColumn:
        return FrameWords::time(index.data(FrameLogModel::TimeRole).toLongLong());
    case FrameLogModel::DirectionColumn:
        return FrameWords::direction(direction);
    case FrameLogModel::MessageColumn:
        return FrameWords::title(index);
    case FrameLogModel::CorrelationColumn: {
        const quint64 correlation = index.data(FrameLogModel::CorrelationRole).toULongLong();
        return correlation == 0 ? QString() : QString::number(correlation);
    }
    case FrameLogModel::SizeColumn:
        return direction == Direction::None ? QString()
                                            : QLocale().toString(index.data(FrameLogModel::SizeRole).toLongLong());
    default:
        return {};
    }
}

QVariant FrameListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal) {
        const bool isNumber = section == FrameLogModel::CorrelationColumn || section == FrameLogModel::SizeColumn;
        return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QSortFilterProxyModel::headerData(section, orientation, role);
    switch (section) {
    case FrameLogModel::TimeColumn:
        return tr("Time");
    case FrameLogModel::DirectionColumn:
        return tr("Direction");
    case FrameLogModel::MessageColumn:
        return tr("Message");
    case FrameLogModel::CorrelationColumn:
        //: Column: the number that ties an answer to its request
        return tr("Request");
    case FrameLogModel::SizeColumn:
        return tr("Bytes");
    default:
        return {};
    }
}

void FrameListModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), { Qt::DisplayRole });
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace salon
