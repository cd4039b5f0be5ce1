// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/time_text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

QDateTime local(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

int wholeSeconds(int ms)
{
    return (ms + 999) / 1000;
}

} // namespace

QString TimeText::time(qint64 ms)
{
    return QLocale().toString(local(ms).time(), QLocale::ShortFormat);
}

QString TimeText::day(const QDate &day, const QDate &today)
{
    if (day == today)
        return tr("Today");
    if (day.daysTo(today) == 1)
        return tr("Yesterday");
    //: A day of this year as Qt's QLocale::toString() takes it, e.g. "Monday 3 March"; change the order as you need
    const QString sameYear = tr("dddd d MMMM");
    //: A day of another year, e.g. "3 March 2024"
    const QString otherYear = tr("d MMMM yyyy");
    return QLocale().toString(day, day.year() == today.year() ? sameYear : otherYear);
}

QString TimeText::brief(qint64 ms, const QDateTime &now)
{
    if (ms <= 0)
        return {};
    const QDateTime then = local(ms);
    const qint64 days = then.date().daysTo(now.date());
    if (days <= 0)
        return time(ms);
    if (days == 1)
        return tr("Yesterday");
    if (days < 7)
        return QLocale().dayName(then.date().dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(then.date(), QLocale::ShortFormat);
}

QString TimeText::full(qint64 ms)
{
    const QDateTime then = local(ms);
    //: Day and time, for a tooltip
    return tr("%1 %2").arg(
        QLocale().toString(then.date(), QLocale::LongFormat), QLocale().toString(then.time(), u"HH:mm:ss"_s));
}

QString TimeText::lastSeen(qint64 ms, const QDateTime &now)
{
    if (ms <= 0)
        return {};
    const qint64 minutes = local(ms).secsTo(now) / 60;
    if (minutes < 1)
        return tr("Last seen just now");
    if (minutes < 60)
        return tr("Last seen %n minute(s) ago", nullptr, int(minutes));
    if (minutes < 24 * 60)
        return tr("Last seen %n hour(s) ago", nullptr, int(minutes / 60));
    return tr("Last seen on %1").arg(QLocale().toString(local(ms).date(), QLocale::ShortFormat));
}

QString TimeText::retryIn(int ms)
{
    return tr("Reconnecting in %n second(s)…", nullptr, wholeSeconds(ms));
}

} // namespace salon
