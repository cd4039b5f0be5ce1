// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace salon {

class LanguageManager;
class Theme;

/// Every control and small widget of the desktop client on one page, in its states, to be looked at.
class Gallery : public QWidget
{
    Q_OBJECT

public:
    Gallery(Theme &theme, LanguageManager &languages, QWidget *parent = nullptr);

private:
    QWidget *controls();
    QWidget *fields();
    QWidget *notices();
    QWidget *people();
    QWidget *icons();
    QWidget *emptyStates();

    Theme &m_theme;
    LanguageManager &m_languages;
};

} // namespace salon
