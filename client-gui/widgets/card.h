// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace salon {

class Theme;

/// A raised, rounded ground for what stands apart: the first-run card, a group of settings. Give it a layout; its
/// margins are set here.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    Theme &m_theme;
};

} // namespace salon
