// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/attention_menu.h"

#include "shared/client-core/text/time_text.h"

#include <QActionGroup>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr int Morning = 8; ///< o'clock

} // namespace

AttentionMenu::AttentionMenu(QWidget *parent)
    : QMenu(parent)
    , m_all(addChoice("attentionAll", Attention::All))
    , m_mentions(addChoice("attentionMentions", Attention::Mentions))
    , m_nothing(addChoice("attentionNothing", Attention::Nothing))
    , m_halfHour(nullptr)
    , m_hour(nullptr)
    , m_tomorrow(nullptr)
{
    setObjectName(u"attentionMenu"_s);
    addSeparator();
    const auto now = [] {
        return QDateTime::currentMSecsSinceEpoch();
    };
    m_halfHour = addPause("pauseHalfHour", [now] { return now() + 30 * MinuteMs; });
    m_hour = addPause("pauseHour", [now] { return now() + 60 * MinuteMs; });
    m_tomorrow = addPause("pauseTomorrow", [] { return tomorrowMs(QDateTime::currentDateTime()); });
    auto *group = new QActionGroup(this);
    for (QAction *choice : { m_all, m_mentions, m_nothing })
        group->addAction(choice);
    retranslate();
}

qint64 AttentionMenu::tomorrowMs(const QDateTime &now)
{
    return QDateTime(now.date().addDays(1), QTime(Morning, 0)).toMSecsSinceEpoch();
}

QAction *AttentionMenu::addChoice(const char *objectName, Attention attention)
{
    QAction *action = addAction(QString());
    action->setObjectName(QLatin1StringView(objectName));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, attention] { Q_EMIT chosen(attention, 0); });
    return action;
}

QAction *AttentionMenu::addPause(const char *objectName, const std::function<qint64()> &untilMs)
{
    QAction *action = addAction(QString());
    action->setObjectName(QLatin1StringView(objectName));
    connect(action, &QAction::triggered, this, [this, untilMs] { Q_EMIT chosen(Attention::Nothing, untilMs()); });
    return action;
}

void AttentionMenu::setAttention(Attention attention, qint64 untilMs)
{
    m_untilMs = untilMs;
    m_all->setChecked(attention == Attention::All);
    m_mentions->setChecked(attention == Attention::Mentions);
    m_nothing->setChecked(attention == Attention::Nothing);
    retranslate();
}

void AttentionMenu::retranslate()
{
    //: Menu: what of a room is told with sound and a notification
    setTitle(tr("Notifications"));
    m_all->setText(tr("All messages"));
    m_mentions->setText(tr("Only mentions of me"));
    const bool isPause = m_nothing->isChecked() && m_untilMs > 0;
    //: %1 is a time, or a day
    m_nothing->setText(isPause
            ? tr("Nothing until %1").arg(TimeText::brief(m_untilMs, QDateTime::fromMSecsSinceEpoch(m_untilMs)))
            : tr("Nothing"));
    m_halfHour->setText(tr("Nothing for 30 minutes"));
    m_hour->setText(tr("Nothing for 1 hour"));
    m_tomorrow->setText(tr("Nothing until tomorrow morning"));
}

} // namespace salon
