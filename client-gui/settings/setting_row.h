// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QGridLayout;

namespace salon {

class TextLabel;
class Theme;

/// One setting: what it does, a hint under it, its control at the end of the line. A click on the words of a switch
/// turns it.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    enum class Place
    {
        Beside, ///< the control stands at the end of the line
        Below ///< … under the words, as wide as the row
    };

    /// Takes `control`, which may be null: words alone.
    SettingRow(Theme &theme, QWidget *control, Place place = Place::Beside, QWidget *parent = nullptr);

    /// Again on LanguageChange. The title is also what assistive programs call the control.
    void setWords(const QString &title, const QString &hint = {});

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void applyTheme();

    Theme &m_theme;
    QWidget *m_control;
    TextLabel *m_title;
    TextLabel *m_hint;
    QGridLayout *m_grid;
};

} // namespace salon
