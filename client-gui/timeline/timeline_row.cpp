// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_row.h"

#include "client-gui/timeline/file_offers.h"
#include "client-gui/timeline/message_text.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/text/time_text.h"
#include "shared/markup/format_text.h"

#include <QCoreApplication>
#include <QModelIndex>

#include <algorithm>

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
    case SendState::Uploading:
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

namespace {

struct RowWords
{
    Q_DECLARE_TR_FUNCTIONS(salon::RowWords)
public:
    static QString deleted() { return tr("This message was deleted."); }
    //: %1 is the name of a moderator
    static QString deletedBy(const QString &name) { return tr("%1 deleted this message.").arg(name); }
    //: Read aloud. %1 is a name, %2 the beginning of what they wrote
    static QString answers(const QString &name, const QString &text) { return tr("answers %1: %2").arg(name, text); }
    //: Read aloud: a message answers another one of which nothing is known here
    static QString answers() { return tr("answers another message"); }
    //: Read aloud: a message answers one that was deleted
    static QString answersGone() { return tr("answers a deleted message"); }
    static QString edited() { return tr("edited"); }
    static QString pinned() { return tr("pinned"); }
    static QString saved() { return tr("saved"); }
    //: Read aloud. %1: "Photo.jpg, 1600 × 1200, 47 KB"
    static QString picture(const QString &words) { return tr("picture %1").arg(words); }
    //: Read aloud. %1: "plan.pdf, 84 KB"
    static QString file(const QString &words) { return tr("file %1").arg(words); }
    //: Read aloud. %1 is the name of a folder that was sent
    static QString folder(const QString &name) { return tr("folder %1").arg(name); }
    static QString moreFiles(int count) { return tr("and %n more file(s)", nullptr, count); }
    static QString waiting() { return tr("a change of it waits for the network"); }
    //: Read aloud. %1 is an emoji, %n how many people reacted with it
    static QString reaction(const QString &emoji, int count)
    {
        return tr("%1 by %n person(s)", nullptr, count).arg(emoji);
    }
    //: Read aloud. %1 is an emoji, %n how many people reacted with it, the listener among them
    static QString ownReaction(const QString &emoji, int count)
    {
        return tr("%1 by %n person(s), you included", nullptr, count).arg(emoji);
    }
};

/// What became of a message, beside its text.
void readForm(TimelineRow &row, const QModelIndex &index)
{
    row.isDeleted = index.data(TimelineModel::DeletedRole).toBool();
    row.hasPendingChange = index.data(TimelineModel::PendingChangeRole).toBool();
    row.isSaved = index.data(TimelineModel::SavedRole).toBool();
    row.rights = index.data(TimelineModel::RightsRole).value<MessageRights>();
    if (row.isDeleted) {
        const QString by = index.data(TimelineModel::DeletedByRole).toString();
        row.text = by.isEmpty() ? RowWords::deleted() : RowWords::deletedBy(by);
        row.formatted = styledText(row.text, TextStyle::Italic);
        return;
    }
    const QVariant formatted = index.data(TimelineModel::FormattedRole);
    row.format = TextFormat(index.data(TimelineModel::FormatRole).toInt());
    row.formatted
        = formatted.canConvert<FormattedText>() ? formatted.value<FormattedText>() : formatText(row.text, row.format);
    if (row.format == TextFormat::Action)
        row.formatted = actionText(std::move(row.formatted), row.authorName);
    row.replySeq = index.data(TimelineModel::ReplySeqRole).toLongLong();
    if (row.replySeq > 0) {
        row.replyAuthor = index.data(TimelineModel::ReplyAuthorRole).toString();
        row.replyText = index.data(TimelineModel::ReplyTextRole).toString();
        row.isReplyGone = index.data(TimelineModel::ReplyGoneRole).toBool();
    }
    row.isEdited = index.data(TimelineModel::EditedRole).toBool();
    row.editedMs = index.data(TimelineModel::EditedTimeRole).toLongLong();
    row.isPinned = index.data(TimelineModel::PinnedRole).toBool();
    row.reactions = index.data(TimelineModel::ReactionsRole).value<QList<ReactionView>>();
    row.files = index.data(TimelineModel::FilesRole).value<QList<FileEntry>>();
    row.folder = index.data(TimelineModel::FolderRole).toString();
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
        readForm(row, index);
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

namespace {

/// Its files as they are read aloud, each with what one would see of it.
QStringList spokenFiles(const TimelineRow &row)
{
    constexpr qsizetype MostSpoken = 5;
    if (!row.folder.isEmpty())
        return { RowWords::folder(row.folder), FileOffer::summed(row.files) };
    // The line before names the only file, or how many there are.
    if (row.files.size() == 1 && row.text.isEmpty())
        return { FileOffer::facts(row.files.constFirst()) };
    QStringList spoken;
    for (const FileEntry &file : row.files.first(std::min(MostSpoken, row.files.size())))
        spoken.append(FileOffer::isPicture(file) ? RowWords::picture(FileOffer::described(file))
                                                 : RowWords::file(FileOffer::described(file)));
    if (row.files.size() > MostSpoken)
        spoken.append(RowWords::moreFiles(int(row.files.size() - MostSpoken)));
    return spoken;
}

} // namespace

QString spokenRow(const QModelIndex &index)
{
    QString spoken = index.data(Qt::AccessibleTextRole).toString();
    if (spoken.isEmpty())
        spoken = index.data(Qt::DisplayRole).toString();
    const TimelineRow row = readTimelineRow(index);
    if (!row.isPersons())
        return spoken;
    QStringList parts{ spoken };
    parts.append(spokenFiles(row));
    if (row.isReplyGone)
        parts.append(RowWords::answersGone());
    else if (row.replySeq > 0)
        parts.append(row.replyText.isEmpty() ? RowWords::answers() : RowWords::answers(row.replyAuthor, row.replyText));
    if (row.isEdited)
        parts.append(RowWords::edited());
    for (const ReactionView &reaction : row.reactions)
        parts.append(reaction.isMine ? RowWords::ownReaction(reaction.emoji, reaction.count)
                                     : RowWords::reaction(reaction.emoji, reaction.count));
    if (row.isPinned)
        parts.append(RowWords::pinned());
    if (row.isSaved)
        parts.append(RowWords::saved());
    if (row.hasPendingChange)
        parts.append(RowWords::waiting());
    return parts.join(u", "_s);
}

QString withFileNames(const TimelineRow &row, const QString &text)
{
    QStringList names;
    if (!row.folder.isEmpty())
        names.append(row.folder);
    for (qsizetype i = 0; i < row.files.size() && names.size() < 10 && row.folder.isEmpty(); ++i)
        names.append(shownName(row.files[i]));
    if (names.isEmpty())
        return text;
    const QString files = u'[' + names.join(u", "_s) + u']';
    return text.isEmpty() ? files : text + u' ' + files;
}

QString copiedRow(const TimelineRow &row, const QString &text)
{
    const QString time = TimeText::time(row.timeMs);
    if (!row.isPersons() || row.authorName.isEmpty())
        return "[%1] %2"_L1.arg(time, text);
    return "[%1] %2: %3"_L1.arg(time, row.authorName, text);
}

} // namespace salon
