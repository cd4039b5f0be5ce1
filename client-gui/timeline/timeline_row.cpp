// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_row.h"

#include "client-gui/timeline/message_text.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/text/time_text.h"

#include <QModelIndex>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

TimelineRow::Kind kindOf(TimelineModel::RowKind kind)
{
    switch (kind) {
    case TimelineModel::RowKind::Message:
        return TimelineRow::Kind::Message;
    case TimelineModel::RowKind::System:
        return TimelineRow::Kind::System;
    case TimelineModel::RowKind::Announcement:
        return TimelineRow::Kind::Announcement;
    case TimelineModel::RowKind::Gap:
        return TimelineRow::Kind::Gap;
    }
    return TimelineRow::Kind::System;
}

TimelineRow::Mark markOf(SendState state)
{
    switch (state) {
    case SendState::Saving:
    case SendState::Queued:
        return TimelineRow::Mark::Queued;
    case SendState::Sending:
        return TimelineRow::Mark::Sending;
    case SendState::Stored:
        return TimelineRow::Mark::Stored;
    case SendState::Failed:
        return TimelineRow::Mark::Failed;
    }
    return TimelineRow::Mark::None;
}

} // namespace

TimelineRow readTimelineRow(const QModelIndex &index)
{
    TimelineRow row;
    row.kind = kindOf(TimelineModel::RowKind(index.data(TimelineModel::RowKindRole).toInt()));
    row.seq = index.data(TimelineModel::SeqRole).toLongLong();
    row.author = AccountId{ index.data(TimelineModel::AuthorIdRole).toLongLong() };
    row.authorName = index.data(TimelineModel::AuthorNameRole).toString();
    row.gateway = index.data(TimelineModel::GatewayNameRole).toString();
    row.timeMs = index.data(TimelineModel::TimeRole).toLongLong();
    switch (row.kind) {
    case TimelineRow::Kind::Message:
    case TimelineRow::Kind::Announcement:
        row.text = index.data(TimelineModel::TextRole).toString();
        break;
    case TimelineRow::Kind::System:
        row.text = index.data(TimelineModel::SystemTextRole).toString();
        break;
    case TimelineRow::Kind::Gap:
        row.text = index.data(TimelineModel::GapTextRole).toString();
        break;
    }
    row.isOwn = index.data(TimelineModel::IsOwnRole).toBool();
    if (row.isOwn && row.kind == TimelineRow::Kind::Message) {
        row.mark = markOf(SendState(index.data(TimelineModel::SendStateRole).toInt()));
        row.error = index.data(TimelineModel::ErrorRole).toString();
    }
    row.mentionsMe = index.data(TimelineModel::MentionsMeRole).toBool();
    row.startsGroup = index.data(TimelineModel::StartsGroupRole).toBool();
    row.startsDay = index.data(TimelineModel::StartsDayRole).toBool();
    row.startsUnread = index.data(TimelineModel::StartsUnreadRole).toBool();
    row.folds = isFoldable(index);
    return row;
}

bool isFoldable(const QModelIndex &index)
{
    if (TimelineModel::RowKind(index.data(TimelineModel::RowKindRole).toInt()) != TimelineModel::RowKind::System)
        return false;
    const auto kind = EventKind(index.data(TimelineModel::EventKindRole).toInt());
    return kind == EventKind::Joined || kind == EventKind::Left;
}

QString spokenRow(const QModelIndex &index)
{
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    return spoken.isEmpty() ? index.data(Qt::DisplayRole).toString() : spoken;
}

QString copiedRow(const TimelineRow &row, const QString &text)
{
    const QString time = TimeText::time(row.timeMs);
    if (!row.isPersons() || row.authorName.isEmpty())
        return "[%1] %2"_L1.arg(time, text);
    return "[%1] %2: %3"_L1.arg(time, row.authorName, text);
}

} // namespace salon
