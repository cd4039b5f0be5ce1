// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/style_controls.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/style_paint.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace salon::controls {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// A ring only for people who move by keyboard.
bool showsKeyboardFocus(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

QColor faded(QColor colour, bool fade)
{
    if (fade)
        colour.setAlphaF(colour.alphaF() * 0.45F);
    return colour;
}

/// `fill` under the veil that hovering or pressing lays over it.
QColor underPointer(const QColor &fill, const QStyleOption &option, const Tokens &tokens)
{
    if (!has(option, QStyle::State_Enabled))
        return fill;
    if (has(option, QStyle::State_Sunken))
        return tokens.isHighContrast() ? tokens.colour(ColourRole::Pressed)
                                       : blended(tokens.colour(ColourRole::Pressed), fill);
    if (has(option, QStyle::State_MouseOver))
        return tokens.isHighContrast() ? tokens.colour(ColourRole::Hover)
                                       : blended(tokens.colour(ColourRole::Hover), fill);
    return fill;
}

ButtonLook lookOf(const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonLook look = buttonLook(widget);
    const bool isDefault = option.features.testFlag(QStyleOptionButton::DefaultButton);
    return look == ButtonLook::Normal && isDefault ? ButtonLook::Accent : look;
}

QColor filledUnderPointer(const QColor &fill, const QStyleOption &option, const Tokens &tokens)
{
    if (!has(option, QStyle::State_Enabled))
        return fill;
    // Towards the text colour of the scheme: darker on light, lighter on dark; the text on it only gains contrast.
    QColor veil = tokens.isDark() ? QColor(Qt::white) : QColor(Qt::black);
    veil.setAlphaF(has(option, QStyle::State_Sunken) ? 0.16F : has(option, QStyle::State_MouseOver) ? 0.08F : 0.0F);
    return blended(veil, fill);
}

} // namespace

void paintPushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget, const Tokens &tokens)
{
    const QRectF rect(option.rect);
    const qreal radius = tokens.controlRadius();
    const bool disabled = !has(option, QStyle::State_Enabled);
    const QColor ground = option.palette.color(QPalette::Window);
    const ButtonLook look = lookOf(option, widget);
    if (disabled && (look == ButtonLook::Accent || look == ButtonLook::Danger)) {
        paintBox(painter, rect, radius, tokens.colour(ColourRole::Pressed),
            tokens.isHighContrast() ? option.palette.color(QPalette::Disabled, QPalette::ButtonText) : QColor(),
            tokens.lineWidth());
        return;
    }
    switch (look) {
    case ButtonLook::Accent:
        paintBox(painter, rect, radius, filledUnderPointer(tokens.colour(ColourRole::AccentFill), option, tokens));
        break;
    case ButtonLook::Danger:
        paintBox(painter, rect, radius, filledUnderPointer(tokens.colour(ColourRole::Danger), option, tokens));
        break;
    case ButtonLook::Quiet:
        if (!disabled && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken)))
            paintBox(painter, rect, radius,
                tokens.colour(has(option, QStyle::State_Sunken) ? ColourRole::Pressed : ColourRole::Hover));
        break;
    case ButtonLook::Normal: {
        const bool checked = has(option, QStyle::State_On);
        const QColor fill = checked ? blended(tokens.colour(ColourRole::Selection), tokens.colour(ColourRole::Raised))
                                    : tokens.colour(ColourRole::Raised);
        paintBox(painter, rect, radius, underPointer(fill, option, tokens),
            faded(tokens.colour(checked ? ColourRole::Accent : ColourRole::ControlLine), disabled), tokens.lineWidth());
        break;
    }
    }
    if (showsKeyboardFocus(option))
        paintFocusRing(painter, rect, radius, tokens, ground);
}

QColor pushButtonText(const QStyleOptionButton &option, const QWidget *widget, const Tokens &tokens)
{
    const bool disabled = !has(option, QStyle::State_Enabled);
    if (disabled)
        return option.palette.color(QPalette::Disabled, QPalette::ButtonText);
    switch (lookOf(option, widget)) {
    case ButtonLook::Accent:
        return tokens.colour(ColourRole::OnAccent);
    case ButtonLook::Danger:
        return tokens.colour(ColourRole::OnDanger);
    case ButtonLook::Quiet:
        return tokens.colour(ColourRole::Accent);
    case ButtonLook::Normal:
        break;
    }
    return option.palette.color(QPalette::Active, QPalette::ButtonText);
}

void paintCheckBox(QPainter &painter, const QStyleOption &option, const QWidget *widget, const Tokens &tokens)
{
    const QRectF rect(option.rect);
    const bool disabled = !has(option, QStyle::State_Enabled);
    const bool isOn = has(option, QStyle::State_On);
    const bool isPartial = has(option, QStyle::State_NoChange);
    const QColor accent = faded(filledUnderPointer(tokens.colour(ColourRole::AccentFill), option, tokens), disabled);
    const QColor line = faded(tokens.colour(ColourRole::Muted), disabled);
    if (hasSwitchLook(widget)) {
        const qreal radius = rect.height() / 2;
        const qreal gap = rect.height() / 7;
        const qreal knob = rect.height() - 2 * gap;
        const bool atRight = isOn != (option.direction == Qt::RightToLeft);
        paintBox(painter, rect, radius, isOn ? accent : underPointer(tokens.colour(ColourRole::Raised), option, tokens),
            isOn ? QColor() : line, 1.5);
        const QRectF dot(atRight ? rect.right() - gap - knob : rect.left() + gap, rect.top() + gap, knob, knob);
        paintBox(painter, isOn ? dot : dot.adjusted(1, 1, -1, -1), knob / 2,
            isOn ? tokens.colour(ColourRole::OnAccent) : line);
    } else {
        const qreal radius = tokens.px(4);
        const bool filled = isOn || isPartial;
        paintBox(painter, rect, radius,
            filled ? accent : underPointer(tokens.colour(ColourRole::Conversation), option, tokens),
            filled ? QColor() : line, 1.5);
        if (isPartial)
            paintDash(painter, rect, tokens.colour(ColourRole::OnAccent), 2 * tokens.zoom());
        else if (isOn)
            paintCheckMark(painter, rect, tokens.colour(ColourRole::OnAccent), 1.75 * tokens.zoom());
    }
}

void paintRadioButton(QPainter &painter, const QStyleOption &option, const Tokens &tokens)
{
    const QRectF rect(option.rect);
    const bool disabled = !has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_On)) {
        paintBox(painter, rect, rect.height() / 2,
            faded(filledUnderPointer(tokens.colour(ColourRole::AccentFill), option, tokens), disabled));
        const qreal inset = rect.height() * 0.32;
        const QRectF dot = rect.adjusted(inset, inset, -inset, -inset);
        paintBox(painter, dot, dot.height() / 2, tokens.colour(ColourRole::OnAccent));
    } else {
        paintBox(painter, rect, rect.height() / 2,
            underPointer(tokens.colour(ColourRole::Conversation), option, tokens),
            faded(tokens.colour(ColourRole::Muted), disabled), 1.5);
    }
}

void paintField(QPainter &painter, const QStyleOption &option, const Tokens &tokens)
{
    const bool disabled = !has(option, QStyle::State_Enabled);
    const bool focused = has(option, QStyle::State_HasFocus);
    QColor line = tokens.colour(focused ? ColourRole::FocusRing : ColourRole::ControlLine);
    if (!focused && !disabled && has(option, QStyle::State_MouseOver))
        line = tokens.colour(ColourRole::Muted);
    paintBox(painter, option.rect, tokens.controlRadius(),
        disabled ? tokens.colour(ColourRole::Window) : tokens.colour(ColourRole::Conversation), faded(line, disabled),
        focused ? tokens.focusWidth() : tokens.lineWidth());
}

void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens)
{
    QStyleOption frame = static_cast<const QStyleOption &>(option); // NOLINT(cppcoreguidelines-slicing): no more of it
    frame.state.setFlag(QStyle::State_HasFocus,
        has(option, QStyle::State_HasFocus) && (option.editable || has(option, QStyle::State_KeyboardFocusChange)));
    paintField(painter, frame, tokens);
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    paintChevron(painter, arrow, Qt::BottomEdge, tokens.px(9),
        faded(tokens.colour(ColourRole::Muted), !has(option, QStyle::State_Enabled)), 1.5 * tokens.zoom());
}

void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens)
{
    paintField(painter, option, tokens);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl part, Qt::Edge edge, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect rect = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool usable = has(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(step);
        paintChevron(
            painter, rect, edge, tokens.px(7), faded(tokens.colour(ColourRole::Muted), !usable), 1.5 * tokens.zoom());
    };
    arrow(QStyle::SC_SpinBoxUp, Qt::TopEdge, QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, Qt::BottomEdge, QAbstractSpinBox::StepDownEnabled);
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens)
{
    if (option.maximum <= option.minimum)
        return;
    const QRect slot = style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    QColor colour = tokens.colour(ColourRole::Muted);
    if (!tokens.isHighContrast())
        colour.setAlphaF(active ? 0.8F : 0.45F);
    const bool upright = option.orientation == Qt::Vertical;
    const qreal thickness = tokens.px(active ? 8 : 6);
    QRectF handle(slot);
    if (upright)
        handle = QRectF(handle.center().x() - thickness / 2, handle.top() + 2, thickness, handle.height() - 4);
    else
        handle = QRectF(handle.left() + 2, handle.center().y() - thickness / 2, handle.width() - 4, thickness);
    paintBox(painter, handle, thickness / 2, colour);
}

void paintSlider(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style, const QWidget *widget,
    const Tokens &tokens)
{
    const QRectF groove = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, widget);
    const QRectF handle = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
    const bool disabled = !has(option, QStyle::State_Enabled);
    const QColor accent = faded(filledUnderPointer(tokens.colour(ColourRole::AccentFill), option, tokens), disabled);
    const qreal thickness = tokens.px(4);
    QRectF track = groove;
    QRectF done = groove;
    if (option.orientation == Qt::Horizontal) {
        track = QRectF(groove.left(), handle.center().y() - thickness / 2, groove.width(), thickness);
        done = track;
        if (option.upsideDown)
            done.setLeft(handle.center().x());
        else
            done.setRight(handle.center().x());
    } else {
        track = QRectF(handle.center().x() - thickness / 2, groove.top(), thickness, groove.height());
        done = track;
        if (option.upsideDown)
            done.setTop(handle.center().y());
        else
            done.setBottom(handle.center().y());
    }
    paintBox(painter, track, thickness / 2,
        tokens.colour(tokens.isHighContrast() ? ColourRole::Pressed : ColourRole::ControlLine));
    paintBox(painter, done, thickness / 2, accent);
    const qreal size = std::min(handle.width(), handle.height());
    QRectF knob(0, 0, size, size);
    knob.moveCenter(handle.center());
    paintBox(painter, knob, size / 2, tokens.colour(ColourRole::Conversation), accent, 2);
    if (showsKeyboardFocus(option))
        paintFocusRing(painter, QRectF(option.rect), tokens.controlRadius(), tokens);
}

void paintProgressBar(QPainter &painter, const QStyleOptionProgressBar &option, const Tokens &tokens)
{
    QRectF track(option.rect);
    const qreal thickness = std::min<qreal>(tokens.px(6), track.height());
    track = QRectF(track.left(), track.center().y() - thickness / 2, track.width(), thickness);
    paintBox(painter, track, thickness / 2,
        tokens.colour(tokens.isHighContrast() ? ColourRole::Hover : ColourRole::Line),
        tokens.isHighContrast() ? tokens.colour(ColourRole::Line) : QColor());
    const int span = option.maximum - option.minimum;
    QRectF done = track;
    if (span > 0)
        done.setWidth(track.width() * std::clamp(qreal(option.progress - option.minimum) / span, 0.0, 1.0));
    else
        done.setWidth(track.width() / 3); // unknown length: a still third, nothing moves by itself
    if (option.direction == Qt::RightToLeft)
        done.moveRight(track.right());
    if (done.width() > 0)
        paintBox(painter, done, thickness / 2, tokens.colour(ColourRole::AccentFill));
}

void paintTab(QPainter &painter, const QStyleOptionTab &option, const Tokens &tokens)
{
    const QRectF rect(option.rect);
    const bool selected = has(option, QStyle::State_Selected);
    if (!selected && has(option, QStyle::State_MouseOver))
        paintBox(painter, rect.adjusted(2, 4, -2, -4), tokens.controlRadius(), tokens.colour(ColourRole::Hover));
    if (selected) {
        const qreal thickness = tokens.px(2);
        const QRectF line(
            rect.left() + tokens.px(8), rect.bottom() - thickness, rect.width() - 2 * tokens.px(8), thickness);
        paintBox(painter, line, thickness / 2, tokens.colour(ColourRole::Accent));
    }
    if (showsKeyboardFocus(option))
        paintFocusRing(painter, rect.adjusted(2, 4, -2, -4), tokens.controlRadius(), tokens);
}

void paintRowGround(QPainter &painter, const QRectF &rect, bool selected, bool hovered, const Tokens &tokens)
{
    if (!selected && !hovered)
        return;
    paintBox(painter, rect, tokens.controlRadius(), tokens.colour(selected ? ColourRole::Selection : ColourRole::Hover),
        selected && tokens.isHighContrast() ? tokens.colour(ColourRole::Accent) : QColor(), 2);
}

} // namespace salon::controls
