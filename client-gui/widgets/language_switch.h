// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QAbstractButton;

namespace salon {

class LanguageManager;
class Theme;

/// FR | EN: two segments, the spoken language lit; a click, or the arrow keys, change the language of the whole program
/// at once. Follows changes made elsewhere.
class LanguageSwitch : public QWidget
{
    Q_OBJECT

public:
    LanguageSwitch(Theme &theme, LanguageManager &languages, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslateUi();
    void showLanguage();

    Theme &m_theme;
    LanguageManager &m_languages;
    QAbstractButton *m_french;
    QAbstractButton *m_english;
};

} // namespace salon
