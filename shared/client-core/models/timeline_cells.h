// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/message_sources.h"
#include "shared/client-core/models/timeline_texts.h"

#include <QVariant>

namespace salon {

/// What the roles of TimelineModel say of one row, as far as no neighbour matters; the same for timelines and lists.
class TimelineCells
{
public:
    /// All of `sources` must outlive this.
    explicit TimelineCells(const MessageSources &sources);

    /// Invalid for roles that concern neighbours.
    [[nodiscard]] QVariant value(const TimelineItem &item, int role) const;
    /// Brings the item's shown form up to what the outbox holds of changes of it. False when nothing is another.
    bool showPending(TimelineItem &item) const;

    [[nodiscard]] static QHash<int, QByteArray> roleNames();
    /// Those that a change of a message may touch.
    [[nodiscard]] static const QList<int> &changingRoles();

private:
    [[nodiscard]] QVariant textValue(const TimelineItem &item, int role) const;
    [[nodiscard]] QVariant replyValue(const TimelineItem &item, int role) const;
    [[nodiscard]] QVariant formValue(const TimelineItem &item, int role) const;
    [[nodiscard]] QVariant filesValue(const TimelineItem &item, int role) const;
    [[nodiscard]] QString deletedBy(const TimelineItem &item) const;
    [[nodiscard]] const FormattedText &formatted(const TimelineItem &item) const;
    /// One line of what it says, without the author.
    [[nodiscard]] QString oneLineOf(const TimelineItem &item, qsizetype limit) const;

    MessageSources m_sources;
    TimelineTexts m_texts;
};

} // namespace salon
