// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/models/timeline_window.h"

#include <QCoreApplication>

namespace salon {

class People;

/// The words of a timeline's rows, with the present names of people and in the language of now.
class TimelineTexts
{
    Q_DECLARE_TR_FUNCTIONS(salon::TimelineTexts)
public:
    /// `people` must outlive this.
    explicit TimelineTexts(const People &people);

    /// A guest's own name, else the present display name, else the one of that time.
    [[nodiscard]] QString authorName(const TimelineItem &item) const;
    /// The gateway that a guest spoke through, whose account the author is; empty for everybody else.
    [[nodiscard]] QString gatewayName(const TimelineItem &item) const;
    /// Empty when unknown.
    [[nodiscard]] QString authorLogin(const TimelineItem &item) const;
    /// A sentence; empty for a person's text and for gaps. Remembered in the item until its `words` are cleared.
    [[nodiscard]] QString system(const TimelineItem &item) const;
    /// What is gone; empty for all but gaps.
    [[nodiscard]] QString gap(const TimelineItem &item) const;
    /// Why it failed or is delayed; empty otherwise.
    [[nodiscard]] QString error(const TimelineItem &item) const;
    /// "Marie: text" or the sentence.
    [[nodiscard]] QString line(const TimelineItem &item) const;
    /// For a screen reader: "Marie, 10:42: text", and how far it got. `text`: what a message says, without markup.
    [[nodiscard]] QString spoken(const TimelineItem &item, const QString &text) const;

private:
    [[nodiscard]] QString accountName(const TimelineItem &item) const;

    const People &m_people;
};

} // namespace salon
