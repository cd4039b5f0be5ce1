// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/files/transfer_progress.h"
#include "shared/client-core/models/reaction_view.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/markup/format_text.h"

#include <QAbstractListModel>

namespace salon::test {

/// A model with the roles of TimelineModel whose rows a test writes itself.
class FakeTimeline : public QAbstractListModel
{
public:
    struct Row
    {
        TimelineModel::RowKind kind = TimelineModel::RowKind::Message;
        EventKind event = EventKind::Message;
        Seq seq = 0;
        Cid cid{};
        qint64 author = 2;
        QString name = QStringLiteral("Marie");
        QString gateway{};
        QString text{};
        qint64 timeMs = 0;
        SendState state = SendState::Stored;
        QString error{};
        bool isOwn = false;
        bool mentionsMe = false;
        bool startsGroup = true;
        bool startsDay = false;
        bool startsUnread = false;
        TextFormat format = TextFormat::Plain;
        Seq replySeq = 0;
        QString replyAuthor{};
        QString replyText{};
        bool isReplyGone = false;
        qint64 editedMs = 0;
        bool isDeleted = false;
        QString deletedBy{};
        bool isPinned = false;
        bool isSaved = false;
        bool isPending = false;
        QList<ReactionView> reactions{};
        MessageRights rights{};
        QList<FileEntry> files{};
        QString folder{};
        TransferProgress upload{};
    };
    static constexpr MessageRights AllRights{ true, true, true, true, true };
    MarkupNames names{};
    QList<Row> rows{};

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const Row &row = rows.at(index.row());
        switch (role) {
        case TimelineModel::RowKindRole:
            return int(row.kind);
        case TimelineModel::EventKindRole:
            return int(row.event);
        case TimelineModel::SeqRole:
            return row.seq;
        case TimelineModel::CidRole:
            return row.cid;
        case TimelineModel::AuthorIdRole:
            return row.author;
        case TimelineModel::AuthorNameRole:
            return row.name;
        case TimelineModel::GatewayNameRole:
            return row.gateway;
        case TimelineModel::TimeRole:
            return row.timeMs;
        case TimelineModel::TextRole:
        case TimelineModel::SystemTextRole:
        case TimelineModel::GapTextRole:
            return row.text;
        case TimelineModel::SendStateRole:
            return int(row.state);
        case TimelineModel::ErrorRole:
            return row.error;
        case TimelineModel::IsOwnRole:
            return row.isOwn;
        case TimelineModel::MentionsMeRole:
            return row.mentionsMe;
        case TimelineModel::StartsGroupRole:
            return row.startsGroup;
        case TimelineModel::StartsDayRole:
            return row.startsDay;
        case TimelineModel::StartsUnreadRole:
            return row.startsUnread;
        case TimelineModel::FormatRole:
            return int(row.format);
        case TimelineModel::FormattedRole:
            return QVariant::fromValue(formatText(row.text, row.format, names));
        case TimelineModel::ReplySeqRole:
            return row.replySeq;
        case TimelineModel::ReplyAuthorRole:
            return row.replyAuthor;
        case TimelineModel::ReplyTextRole:
            return row.replyText;
        case TimelineModel::ReplyGoneRole:
            return row.isReplyGone;
        case TimelineModel::EditedRole:
            return row.editedMs > 0;
        case TimelineModel::EditedTimeRole:
            return row.editedMs;
        case TimelineModel::DeletedRole:
            return row.isDeleted;
        case TimelineModel::DeletedByRole:
            return row.deletedBy;
        case TimelineModel::PinnedRole:
            return row.isPinned;
        case TimelineModel::SavedRole:
            return row.isSaved;
        case TimelineModel::PendingChangeRole:
            return row.isPending;
        case TimelineModel::ReactionsRole:
            return QVariant::fromValue(row.reactions);
        case TimelineModel::RightsRole:
            return QVariant::fromValue(row.rights);
        case TimelineModel::FilesRole:
            return QVariant::fromValue(row.files);
        case TimelineModel::FolderRole:
            return row.folder;
        case TimelineModel::UploadRole:
            return QVariant::fromValue(row.upload);
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(row.name, row.text);
        default:
            return {};
        }
    }

    /// `count` messages numbered from `firstSeq` on, of different lengths.
    static QList<Row> messages(int count, Seq firstSeq = 1)
    {
        QList<Row> made;
        for (int i = 0; i < count; ++i) {
            Row row;
            row.seq = firstSeq + i;
            row.author = 2 + (row.seq / 3) % 5;
            row.startsGroup = row.seq % 3 == 0 || i == 0;
            row.timeMs = 1'700'000'000'000 + row.seq * 60'000;
            row.text = QStringLiteral("Message %1. ").arg(row.seq) + QString(int(row.seq % 7) * 30, QLatin1Char('x'));
            made.append(row);
        }
        return made;
    }

    void insert(int at, const QList<Row> &added)
    {
        beginInsertRows({}, at, at + int(added.size()) - 1);
        for (qsizetype i = 0; i < added.size(); ++i)
            rows.insert(at + i, added[i]);
        endInsertRows();
    }
    void append(const Row &row) { insert(rowCount(), { row }); }
    void remove(int first, int last)
    {
        beginRemoveRows({}, first, last);
        rows.remove(first, last - first + 1);
        endRemoveRows();
    }
    /// One row to where another is, which goes below it.
    void move(int from, int to)
    {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        rows.move(from, to);
        endMoveRows();
    }
    void change(int at, const Row &row)
    {
        rows[at] = row;
        Q_EMIT dataChanged(index(at, 0), index(at, 0));
    }
    void reset(const QList<Row> &all)
    {
        beginResetModel();
        rows = all;
        endResetModel();
    }
};

} // namespace salon::test
