// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QDateTime>

namespace salon {

/// Days and times in words, by QLocale() and the language of now.
class TimeText
{
    Q_DECLARE_TR_FUNCTIONS(salon::TimeText)
public:
    /// "10:42"
    static QString time(qint64 ms);
    /// "Today", "Yesterday", "Monday 3 March", "3 March 2024".
    static QString day(const QDate &day, const QDate &today);
    /// For a list: "10:42" today, "Yesterday", "Mon" within a week, else a short date.
    static QString brief(qint64 ms, const QDateTime &now);
    /// "Monday, 3 March 2024 10:42:07", for a tooltip.
    static QString full(qint64 ms);
    /// "Last seen 5 minutes ago".
    static QString lastSeen(qint64 ms, const QDateTime &now);
    /// "Reconnecting in 5 s…"
    static QString retryIn(int ms);
};

} // namespace salon
