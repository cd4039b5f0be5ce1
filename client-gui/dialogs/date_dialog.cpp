// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/date_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"

#include <QCalendarWidget>
#include <QLocale>
#include <QPushButton>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int ComingDays = 45; ///< as far as a page shows them
} // namespace

DateDialog::DateDialog(Theme &theme, const QDate &day, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_calendar(new QCalendarWidget(this))
    , m_cancel(addCancel())
    , m_go(addPrimary())
{
    setObjectName(u"dateDialog"_s);
    m_go->setObjectName(u"goToDay"_s);
    m_calendar->setObjectName(u"calendar"_s);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setMaximumDate(QDate::currentDate());
    m_calendar->setSelectedDate(day.isValid() ? std::min(day, QDate::currentDate()) : QDate::currentDate());
    content()->addWidget(m_calendar, 1);
    setTroubleLines(1);
    setDrawnWidth(400);
    connect(m_calendar, &QCalendarWidget::activated, this, &DateDialog::choose);
    connect(m_calendar, &QCalendarWidget::selectionChanged, this, &DateDialog::clearTrouble);
    connect(m_go, &QPushButton::clicked, this, &DateDialog::choose);
    retranslateUi();
    applyTheme();
    m_calendar->setFocus();
}

void DateDialog::choose()
{
    clearTrouble();
    m_go->setEnabled(false); // until it is known what there is
    Q_EMIT dayChosen(m_calendar->selectedDate());
}

void DateDialog::setPurpose(Purpose purpose)
{
    m_purpose = purpose;
    retranslateUi();
}

void DateDialog::failed(const Error &error)
{
    m_go->setEnabled(true);
    showTrouble(error);
}

void DateDialog::failed(std::function<QString()> words)
{
    m_go->setEnabled(true);
    showTrouble(std::move(words));
}

void DateDialog::retranslateUi()
{
    const bool isJump = m_purpose == Purpose::Jump;
    setHeading(isJump ? tr("Go to a date") : tr("Choose a day"));
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setAccessibleName(tr("Calendar"));
    m_cancel->setText(tr("Cancel"));
    m_go->setText(isJump ? tr("Show the messages") : tr("Choose"));
}

void DateDialog::applyTheme()
{
    const Tokens &tokens = theme().tokens();
    m_calendar->setMinimumHeight(tokens.px(260));
    // Sundays are days like others here, and red means that something is wrong.
    for (const Qt::DayOfWeek day : { Qt::Saturday, Qt::Sunday })
        m_calendar->setWeekdayTextFormat(day, {});
    // What is still to come cannot be chosen, and does not look as if it could.
    QTextCharFormat coming;
    coming.setForeground(tokens.colour(ColourRole::ControlLine));
    const QDate today = QDate::currentDate();
    for (int days = 1; days <= ComingDays; ++days)
        m_calendar->setDateTextFormat(today.addDays(days), coming);
    if (auto *bar = m_calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
        bar->setBackgroundRole(QPalette::Window); // as the dialog, instead of a selection
    const std::pair<QString, QString> arrows[]{ { u"qt_calendar_prevmonth"_s, u"chevron-left"_s },
        { u"qt_calendar_nextmonth"_s, u"chevron-right"_s } };
    for (const auto &[name, icon] : arrows)
        if (auto *button = m_calendar->findChild<QToolButton *>(name))
            button->setIcon(tintedIcon(theme(), icon));
    QTextCharFormat head;
    head.setForeground(tokens.colour(ColourRole::Muted));
    m_calendar->setHeaderTextFormat(head);
}

} // namespace salon
