// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/timeline_cells.h"

#include "shared/base/file_name.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/files/uploads.h"
#include "shared/client-core/models/reaction_view.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/names_in_texts.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/quoted_messages.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/saved_messages.h"
#include "shared/client-core/text/event_text.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"

#include <limits>

namespace salon {
namespace {

using Model = TimelineModel;

constexpr qsizetype MaxQuoteChars = 200;
constexpr qsizetype MaxSpokenChars = 16'384;

Model::RowKind kindOf(const TimelineItem &item)
{
    if (item.type == TimelineItem::Type::Gap)
        return Model::RowKind::Gap;
    switch (item.event.kind) {
    case EventKind::Message:
        return Model::RowKind::Message;
    case EventKind::Announcement:
        return Model::RowKind::Announcement;
    default:
        return Model::RowKind::System;
    }
}

bool hasText(const TimelineItem &item)
{
    return kindOf(item) == Model::RowKind::Message || kindOf(item) == Model::RowKind::Announcement;
}

QList<ReactionView> reactionsOf(const RoomEvent &message)
{
    QList<ReactionView> views;
    for (const ReactionEntry &entry : message.reactions) {
        const auto most = quint32(std::numeric_limits<int>::max());
        views.append({ entry.emoji, int(std::min(entry.count, most)), entry.mine, entry.people });
    }
    return views;
}

} // namespace

TimelineCells::TimelineCells(const MessageSources &sources)
    : m_sources(sources)
    , m_texts(sources.people)
{
}

QVariant TimelineCells::value(const TimelineItem &item, int role) const
{
    const bool isGap = item.type == TimelineItem::Type::Gap;
    switch (role) {
    case Model::RowKindRole:
        return int(kindOf(item));
    case Model::SeqRole:
        return isGap ? 0 : item.event.seq;
    case Model::CidRole:
        return item.event.cid;
    case Model::EventKindRole:
        return int(item.event.kind);
    case Model::AuthorIdRole:
        return item.author(m_sources.people.self()).value;
    case Model::TimeRole:
        return item.event.timeMs;
    case Model::SendStateRole:
        return int(item.state);
    case Model::IsOwnRole:
        return item.isOwn(m_sources.people.self());
    case Model::MentionsMeRole:
        return item.type == TimelineItem::Type::Event && mentionsPerson(item.event, m_sources.people.self());
    case Model::ReplySeqRole:
    case Model::ReplyAuthorRole:
    case Model::ReplyTextRole:
    case Model::ReplyGoneRole:
        return replyValue(item, role);
    default:
        return role > Model::GapTextRole && role <= Model::LastRole ? formValue(item, role) : textValue(item, role);
    }
}

QVariant TimelineCells::textValue(const TimelineItem &item, int role) const
{
    switch (role) {
    case Model::AuthorNameRole:
        return m_texts.authorName(item);
    case Model::GatewayNameRole:
        return m_texts.gatewayName(item);
    case Model::AuthorLoginRole:
        return m_texts.authorLogin(item);
    case Model::TextRole:
        return hasText(item) ? item.event.text : QString();
    case Model::SystemTextRole:
        return m_texts.system(item);
    case Model::ErrorRole:
        return m_texts.error(item);
    case Model::GapTextRole:
        return m_texts.gap(item);
    case Qt::DisplayRole:
        return m_texts.line(item);
    case Qt::AccessibleTextRole:
        return m_texts.spoken(item, item.isMessage() ? oneLineOf(item, MaxSpokenChars) : QString());
    default:
        return {};
    }
}

QVariant TimelineCells::formValue(const TimelineItem &item, int role) const
{
    const RoomEvent &message = item.event;
    switch (role) {
    case Model::FormatRole:
        return int(message.format);
    case Model::FormattedRole:
        return hasText(item) ? QVariant::fromValue(formatted(item)) : QVariant::fromValue(FormattedText());
    case Model::EditedRole:
        return message.editedMs > 0;
    case Model::EditedTimeRole:
        return message.editedMs;
    case Model::DeletedRole:
        return message.deleted;
    case Model::DeletedByRole:
        return deletedBy(item);
    case Model::PinnedRole:
        return message.pinned;
    case Model::SavedRole:
        return item.type == TimelineItem::Type::Event && m_sources.saved.contains(message.room, message.seq);
    case Model::ReactionsRole:
        return QVariant::fromValue(reactionsOf(message));
    case Model::RightsRole:
        return QVariant::fromValue(
            item.type == TimelineItem::Type::Event ? m_sources.rules.rightsTo(message) : MessageRights());
    case Model::CallsRole:
        return int(message.call);
    case Model::PendingChangeRole:
        return item.hasPending();
    case Model::FilesRole:
    case Model::FolderRole:
    case Model::UploadRole:
        return filesValue(item, role);
    default:
        return {};
    }
}

QVariant TimelineCells::filesValue(const TimelineItem &item, int role) const
{
    if (role == Model::FilesRole) {
        QList<FileEntry> files = item.event.files;
        for (FileEntry &file : files)
            file.name = shownName(file);
        return QVariant::fromValue(files);
    }
    if (role == Model::FolderRole)
        return item.event.folder.isEmpty() ? QString() : safeFileName(item.event.folder);
    const bool isUploading = item.type == TimelineItem::Type::Echo && item.state == SendState::Uploading;
    return isUploading && m_sources.uploads ? QVariant::fromValue(m_sources.uploads->progress(item.event.cid))
                                            : QVariant();
}

QString TimelineCells::deletedBy(const TimelineItem &item) const
{
    const AccountId by = item.event.deletedBy;
    if (!item.event.deleted || by == item.author(m_sources.people.self()))
        return {};
    return m_sources.people.nameOf(by);
}

QVariant TimelineCells::replyValue(const TimelineItem &item, int role) const
{
    const Seq target = item.type == TimelineItem::Type::Gap ? 0 : replyTargetOf(item.event);
    if (role == Model::ReplySeqRole)
        return target;
    if (target == 0)
        return role == Model::ReplyGoneRole ? QVariant(false) : QVariant(QString());
    const QuotedMessages::Quote quote = m_sources.quotes.want(item.event.room, target);
    const bool isKnown = quote.state == QuotedMessages::Quote::State::Known;
    if (role == Model::ReplyGoneRole)
        return quote.state == QuotedMessages::Quote::State::Gone || (isKnown && quote.message.deleted);
    if (!isKnown)
        return QString();
    TimelineItem quoted = TimelineItem::of(quote.message);
    quoted.event.text.truncate(4 * MaxQuoteChars); // it is formatted anew each time
    return role == Model::ReplyAuthorRole ? m_texts.authorName(quoted) : oneLineOf(quoted, MaxQuoteChars);
}

const FormattedText &TimelineCells::formatted(const TimelineItem &item) const
{
    if (item.formatted)
        return *item.formatted;
    item.formatted = std::make_shared<const FormattedText>(
        formatText(item.event.text, item.event.format, namesInTexts(m_sources.people, m_sources.rooms, item.event)));
    return *item.formatted;
}

QString TimelineCells::oneLineOf(const TimelineItem &item, qsizetype limit) const
{
    if (!hasText(item))
        return m_texts.system(item);
    return EventText::withFiles(item.event, oneLine(formatted(item), limit));
}

bool TimelineCells::showPending(TimelineItem &item) const
{
    if (item.type != TimelineItem::Type::Event)
        return false;
    const RoomEvent stored = item.storedForm();
    RoomEvent shown = stored;
    bool hasPending = false;
    for (const OutboxEntry &entry : m_sources.outbox.entries()) {
        const bool isOfIt = isChange(entry) && entry.room == stored.room && entry.target == stored.seq;
        if (!isOfIt || entry.state == SendState::Failed)
            continue;
        applyPending(shown, entry, m_sources.people.self());
        hasPending = true;
    }
    const bool changes = hasPending != item.hasPending() || shown != item.event;
    item.setForms(stored, shown, hasPending);
    return changes;
}

QHash<int, QByteArray> TimelineCells::roleNames()
{
    return { { Qt::DisplayRole, "display" }, { Model::RowKindRole, "rowKind" }, { Model::SeqRole, "seq" },
        { Model::CidRole, "cid" }, { Model::EventKindRole, "eventKind" }, { Model::AuthorIdRole, "authorId" },
        { Model::AuthorNameRole, "authorName" }, { Model::GatewayNameRole, "gatewayName" },
        { Model::AuthorLoginRole, "authorLogin" }, { Model::TimeRole, "time" }, { Model::TextRole, "text" },
        { Model::SystemTextRole, "systemText" }, { Model::SendStateRole, "sendState" }, { Model::ErrorRole, "error" },
        { Model::IsOwnRole, "isOwn" }, { Model::MentionsMeRole, "mentionsMe" },
        { Model::StartsGroupRole, "startsGroup" }, { Model::StartsDayRole, "startsDay" },
        { Model::StartsUnreadRole, "startsUnread" }, { Model::GapTextRole, "gapText" }, { Model::FormatRole, "format" },
        { Model::FormattedRole, "formatted" }, { Model::ReplySeqRole, "replySeq" },
        { Model::ReplyAuthorRole, "replyAuthor" }, { Model::ReplyTextRole, "replyText" },
        { Model::ReplyGoneRole, "replyGone" }, { Model::EditedRole, "edited" }, { Model::EditedTimeRole, "editedTime" },
        { Model::DeletedRole, "deleted" }, { Model::DeletedByRole, "deletedBy" }, { Model::PinnedRole, "pinned" },
        { Model::SavedRole, "saved" }, { Model::ReactionsRole, "reactions" }, { Model::RightsRole, "rights" },
        { Model::CallsRole, "calls" }, { Model::PendingChangeRole, "pendingChange" }, { Model::FilesRole, "files" },
        { Model::FolderRole, "folder" }, { Model::UploadRole, "upload" } };
}

const QList<int> &TimelineCells::changingRoles()
{
    static const QList<int> roles{ Model::TextRole, Model::MentionsMeRole, Model::FormatRole, Model::FormattedRole,
        Model::EditedRole, Model::EditedTimeRole, Model::DeletedRole, Model::DeletedByRole, Model::PinnedRole,
        Model::ReactionsRole, Model::RightsRole, Model::CallsRole, Model::PendingChangeRole, Model::FilesRole,
        Model::FolderRole, Qt::DisplayRole, Qt::AccessibleTextRole };
    return roles;
}

} // namespace salon
