// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/timeline/attachments_layout.h"
#include "client-gui/timeline/text_block.h"
#include "client-gui/timeline/timeline_metrics.h"
#include "client-gui/timeline/timeline_row.h"

#include <QCoreApplication>
#include <QRect>

#include <optional>

namespace salon {

/// The place of a row in a run of coming and going that is folded into one line.
struct RowFold
{
    enum class Role
    {
        None,
        Head, ///< stands for the whole run
        Hidden,
        Opened, ///< the first row of a run that was unfolded
    };
    Role role = Role::None;
    int count = 0;
};

/// One row measured: where each of its parts stands, relative to the row's top left corner. Made for one width and one
/// revision of the row; painting and hit tests only look up.
class RowLayout
{
    Q_DECLARE_TR_FUNCTIONS(salon::RowLayout)

public:
    enum class Part
    {
        None,
        Day, ///< the separator above
        Text,
        Link,
        Person,
        Retry,
        Discard,
        Fold,
        Reply, ///< the line that quotes what is answered
        Edited,
        Reaction,
        AddReaction,
        Spoiler, ///< hidden words
        CopyCode,
        Room, ///< the name of a room in the text
        File ///< a picture, a card, or something on it: fileAt() says which
    };
    /// A small sign behind the text.
    struct TailMark
    {
        QString icon{};
        QString words{}; ///< that explain it
        QRect rect{};
    };

    using Fold = RowFold;

    /// What the person opened in the row.
    struct Opened
    {
        bool spoilers = false; ///< what is hidden is shown
        bool files = false; ///< the card that stands for many files lists them
    };
    RowLayout(TimelineRow row, const TimelineMetrics &metrics, Fold fold, Opened opened);
    /// `revealsSpoilers`: the person asked to see what is hidden.
    RowLayout(TimelineRow row, const TimelineMetrics &metrics, Fold fold = {}, bool revealsSpoilers = false);

    [[nodiscard]] const TimelineRow &row() const noexcept { return m_row; }
    [[nodiscard]] const Fold &fold() const noexcept { return m_fold; }
    [[nodiscard]] int height() const noexcept { return m_height; }
    /// Below the day separator and the "new messages" line: what is hovered and focused.
    [[nodiscard]] int contentTop() const noexcept { return m_contentTop; }

    [[nodiscard]] bool hasDay() const noexcept { return !m_day.isNull(); }
    [[nodiscard]] QRect dayRect() const noexcept { return m_day; }
    [[nodiscard]] QRect unreadRect() const noexcept { return m_unread; }
    [[nodiscard]] QRect avatarRect() const noexcept { return m_avatar; }
    [[nodiscard]] QRect nameRect() const noexcept { return m_name; }
    [[nodiscard]] QRect timeRect() const noexcept { return m_time; }
    [[nodiscard]] QRect markRect() const noexcept { return m_mark; }
    [[nodiscard]] QRect systemRect() const noexcept { return m_system; }
    [[nodiscard]] QRect noticeRect() const noexcept { return m_notice; }
    [[nodiscard]] QRect retryRect() const noexcept { return m_retry; }
    [[nodiscard]] QRect discardRect() const noexcept { return m_discard; }
    [[nodiscard]] QRect replyRect() const noexcept { return m_reply; }
    [[nodiscard]] QRect editedRect() const noexcept { return m_edited; }
    [[nodiscard]] const QList<TailMark> &tailMarks() const noexcept { return m_tail; }
    /// One per reaction of the row, in its order.
    [[nodiscard]] const QList<QRect> &reactionRects() const noexcept { return m_reactions; }
    [[nodiscard]] QRect addReactionRect() const noexcept { return m_addReaction; }
    [[nodiscard]] QPoint textOrigin() const noexcept { return m_textOrigin; }
    /// Null for system lines.
    [[nodiscard]] const TextBlock *text() const noexcept { return m_text ? &*m_text : nullptr; }
    /// What the system line says, folded or not.
    [[nodiscard]] const QString &systemText() const noexcept { return m_systemText; }
    [[nodiscard]] const AttachmentsLayout &files() const noexcept { return m_files; }
    /// How it is drawn into systemRect(), for QPainter::drawText().
    [[nodiscard]] int systemFlags() const noexcept { return m_systemFlags; }

    [[nodiscard]] Part partAt(QPoint point) const;
    [[nodiscard]] qsizetype positionAt(QPoint point) const;
    [[nodiscard]] TextBlock::Hit hitAt(QPoint point) const;
    /// The link under a point; empty where there is none, or where it is hidden.
    [[nodiscard]] QUrl linkAt(QPoint point) const;
    /// -1 where there is none; here and below.
    [[nodiscard]] int reactionAt(QPoint point) const;
    [[nodiscard]] int codeAt(QPoint point) const;
    [[nodiscard]] AttachmentsLayout::Hit fileAt(QPoint point) const { return m_files.hitAt(point); }

    [[nodiscard]] static QString retryText() { return tr("Retry", "sends a failed message again"); }
    [[nodiscard]] static QString discardText() { return tr("Discard", "throws a failed message away"); }
    [[nodiscard]] static QString editedText() { return tr("edited", "mark behind a message"); }
    [[nodiscard]] static QString replyGoneText() { return tr("The message was deleted."); }
    [[nodiscard]] static QString replyUnknownText() { return tr("An earlier message"); }

private:
    void placeFurniture(const TimelineMetrics &metrics);
    void placeMessage(const TimelineMetrics &metrics, Opened opened);
    /// Each returns the height below which the next part stands.
    [[nodiscard]] int placeContent(const TimelineMetrics &metrics, int y, Opened opened);
    [[nodiscard]] int placeTail(const TimelineMetrics &metrics, int y);
    [[nodiscard]] int placeReactions(const TimelineMetrics &metrics, int y);
    [[nodiscard]] int placeNotice(const TimelineMetrics &metrics, int y);
    void placeSystem(const TimelineMetrics &metrics);

    TimelineRow m_row;
    Fold m_fold;
    int m_height = 0;
    int m_contentTop = 0;
    QRect m_day, m_unread, m_avatar, m_name, m_time, m_mark, m_system, m_notice, m_retry, m_discard, m_reply, m_edited,
        m_addReaction;
    QList<TailMark> m_tail;
    QList<QRect> m_reactions;
    QPoint m_textOrigin;
    std::optional<TextBlock> m_text;
    AttachmentsLayout m_files;
    QString m_systemText;
    int m_systemFlags = 0;
};

} // namespace salon
