// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/client-core/models/reaction_view.h"
#include "shared/client-core/session/message_rules.h"
#include "shared/markup/formatted_text.h"
#include "shared/protocol/messages/history.h"

#include <QString>

class QModelIndex;

namespace salon {

/// What one row of a TimelineModel says, read once for measuring, painting and telling.
struct TimelineRow
{
    enum class Kind
    {
        Message,
        Announcement, ///< text of the operator
        System, ///< somebody joined, the topic changed…
        Gap, ///< history that cannot be had
    };
    enum class Mark
    {
        None,
        Queued,
        Sending,
        Stored,
        Failed
    };

    Kind kind = Kind::Message;
    Seq seq = 0;
    AccountId author{};
    QString authorName{};
    QString gateway{}; ///< a guest's: what it spoke through
    qint64 timeMs = 0; ///< since 1970
    QString text{}; ///< of the person, or the sentence of a system line
    QString error{}; ///< why it failed or still waits, a sentence
    Mark mark = Mark::None;
    bool isOwn = false;
    bool mentionsMe = false;
    bool startsGroup = true;
    bool startsDay = false;
    bool startsUnread = false;
    bool folds = false; ///< somebody came or went: many in a row are folded into one line

    TextFormat format = TextFormat::Plain;
    FormattedText formatted{}; ///< of a person's text; of a tombstone its sentence
    Seq replySeq = 0; ///< the message that it answers; 0: none
    QString replyAuthor{};
    QString replyText{}; ///< one line; empty while unknown
    bool isReplyGone = false;
    bool isEdited = false;
    qint64 editedMs = 0;
    bool isDeleted = false;
    bool isPinned = false;
    bool isSaved = false;
    bool hasPendingChange = false; ///< shown already, not yet on the server
    QList<ReactionView> reactions{};
    MessageRights rights{};
    QList<FileEntry> files{}; ///< whose caption the text is then
    QString folder{}; ///< whose files they are; empty: single files

    /// One's own files that are not stored yet and have not failed.
    [[nodiscard]] bool isUploading() const noexcept
    {
        return !files.isEmpty() && (mark == Mark::Queued || mark == Mark::Sending);
    }
    [[nodiscard]] bool isPersons() const noexcept { return kind == Kind::Message || kind == Kind::Announcement; }
};

[[nodiscard]] TimelineRow readTimelineRow(const QModelIndex &index);
/// Only whether the row may be folded: cheaper than reading all of it.
[[nodiscard]] bool isFoldable(const QModelIndex &index);

/// What a screen reader says: "Marie, 10:42: text, sent", whom it answers, and what became of it.
[[nodiscard]] QString spokenRow(const QModelIndex &index);
/// What is copied of a message: its words and the names of its files.
[[nodiscard]] QString withFileNames(const TimelineRow &row, const QString &text);
/// A line of a copied selection: "[10:42] Marie: text".
[[nodiscard]] QString copiedRow(const TimelineRow &row, const QString &text);

} // namespace salon
