// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/dialogs/salon_dialog.h"

#include <QDate>

class QCalendarWidget;

namespace salon {

/// A calendar to choose a day of the past, up to today. What became of the choice is told by its owner, who closes it.
class DateDialog final : public SalonDialog
{
    Q_OBJECT

public:
    enum class Purpose
    {
        Jump, ///< to the messages of that day
        Condition ///< of a search
    };

    /// `day`: chosen at first; invalid: today.
    DateDialog(Theme &theme, const QDate &day, QWidget *parent = nullptr);

    [[nodiscard]] QCalendarWidget &calendar() const { return *m_calendar; }
    void setPurpose(Purpose purpose);
    /// Nothing can be shown for that day: says so, and stays open.
    void failed(const Error &error);
    void failed(std::function<QString()> words);

Q_SIGNALS:
    void dayChosen(const QDate &day);

protected:
    void retranslateUi() override;
    void applyTheme() override;

private:
    void choose();

    Purpose m_purpose = Purpose::Jump;
    QCalendarWidget *m_calendar;
    QPushButton *m_cancel;
    QPushButton *m_go;
};

} // namespace salon
