// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QWidget;

/// What SalonStyle paints, one function per control; each only reads its arguments.
namespace salon::controls {

void paintPushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget, const Tokens &tokens);
/// The colour of a push button's label, for its look and state.
[[nodiscard]] QColor pushButtonText(const QStyleOptionButton &option, const QWidget *widget, const Tokens &tokens);
void paintCheckBox(QPainter &painter, const QStyleOption &option, const QWidget *widget, const Tokens &tokens);
void paintRadioButton(QPainter &painter, const QStyleOption &option, const Tokens &tokens);
void paintField(QPainter &painter, const QStyleOption &option, const Tokens &tokens);
void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens);
void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens);
void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens);
void paintSlider(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens);
void paintProgressBar(QPainter &painter, const QStyleOptionProgressBar &option, const Tokens &tokens);
void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens);
void paintTab(QPainter &painter, const QStyleOptionTab &option, const Tokens &tokens);
/// The ground of a row in a stock item view; delegates of ours call it too. `inset` keeps it off the view's edges.
void paintRowGround(QPainter &painter, const QRectF &rect, bool selected, bool hovered, const Tokens &tokens);

} // namespace salon::controls
