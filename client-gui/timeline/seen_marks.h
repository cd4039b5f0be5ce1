// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"

#include <QCoreApplication>
#include <QList>
#include <QRect>
#include <QString>

#include <functional>

class QPainter;

namespace salon {

class RowLayout;
struct TimelineMetrics;
class Tokens;

/// Small avatars at the end of the last row that others have seen, at most MostFaces and then "+3". They have a column
/// of their own, so that nothing moves when somebody reads.
class SeenMarks
{
    Q_DECLARE_TR_FUNCTIONS(salon::SeenMarks)

public:
    static constexpr int MostFaces = 3;

    /// Who is to be drawn at the row of `seq`, `next` being the seq of the row below; empty where nobody is shown.
    using People = std::function<QList<AccountId>(Seq seq, Seq next)>;
    using NameOf = std::function<QString(AccountId)>;

    /// An empty function: nobody is shown, and the column is not there.
    void setPeople(People people) { m_people = std::move(people); }
    [[nodiscard]] bool isShown() const { return bool(m_people); }
    /// Of the column; 0 when it is not there.
    [[nodiscard]] int width(const Tokens &tokens) const;
    /// In the coordinates of the row.
    [[nodiscard]] static QRect rect(const RowLayout &row, const TimelineMetrics &metrics, const Tokens &tokens);
    [[nodiscard]] QList<AccountId> at(Seq seq, Seq next) const;
    static void paint(QPainter &painter, const QRect &rect, const QList<AccountId> &people, const NameOf &nameOf,
        const Tokens &tokens);
    /// "Seen by Marie and Zoé"; empty for nobody.
    [[nodiscard]] static QString words(const QList<AccountId> &people, const NameOf &nameOf);

private:
    People m_people;
};

} // namespace salon
