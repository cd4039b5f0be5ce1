// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/salon_style.h"

#include "client-gui/app/style_controls.h"
#include "client-gui/app/style_measures.h"
#include "client-gui/app/style_paint.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTabBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

bool showsKeyboardFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace

SalonStyle::SalonStyle(std::shared_ptr<const Tokens> tokens)
    : QProxyStyle(u"Fusion"_s)
    , m_tokens(std::move(tokens))
{
}

void SalonStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QSlider *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QSplitterHandle *>(widget) || widget->inherits("QLineEdit")
        || widget->inherits("QAbstractSpinBox"))
        widget->setAttribute(Qt::WA_Hover);
}

void SalonStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            controls::paintPushButton(*painter, *button, widget, t());
            return;
        }
        break;
    case PE_PanelButtonTool: {
        const bool on = option->state.testFlag(State_On);
        const bool sunken = option->state.testFlag(State_Sunken);
        const bool hovered = option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled);
        if (on || sunken || hovered)
            paintBox(*painter, option->rect, t().controlRadius(),
                t().colour(on    ? ColourRole::Selection
                        : sunken ? ColourRole::Pressed
                                 : ColourRole::Hover));
        if (option->state.testFlag(State_HasFocus) && showsKeyboardFocus(option))
            paintFocusRing(*painter, option->rect, t().controlRadius(), t());
        return;
    }
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            controls::paintField(*painter, *option, t());
        return;
    case PE_FrameLineEdit:
    case PE_FrameButtonTool:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameGroupBox:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (showsKeyboardFocus(option))
            paintFocusRing(*painter, option->rect, t().controlRadius(), t());
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        controls::paintCheckBox(*painter, *option, element == PE_IndicatorCheckBox ? widget : nullptr, t());
        return;
    case PE_IndicatorRadioButton:
        controls::paintRadioButton(*painter, *option, t());
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t().colour(ColourRole::Raised));
        return;
    case PE_Frame:
        if (measures::isRoundedArea(widget)) {
            controls::paintField(*painter, *option, t());
            return;
        }
        [[fallthrough]];
    case PE_FrameMenu:
    case PE_FrameWindow:
        paintBox(*painter, option->rect, 0, {}, t().colour(ColourRole::ControlLine), t().lineWidth());
        return;
    case PE_PanelTipLabel:
        paintBox(*painter, option->rect, 0, t().colour(ColourRole::ToolTip),
            t().isHighContrast() ? t().colour(ColourRole::Line) : QColor(), t().lineWidth());
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), t().lineWidth()),
            t().colour(ColourRole::Line));
        return;
    case PE_PanelItemViewItem:
        controls::paintRowGround(*painter, option->rect, option->state.testFlag(State_Selected),
            option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled), t());
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_IndicatorArrowDown:
        paintChevron(
            *painter, option->rect, Qt::BottomEdge, t().px(8), t().colour(ColourRole::Muted), 1.5 * t().zoom());
        return;
    case PE_IndicatorArrowUp:
        paintChevron(*painter, option->rect, Qt::TopEdge, t().px(8), t().colour(ColourRole::Muted), 1.5 * t().zoom());
        return;
    case PE_IndicatorArrowRight:
        paintChevron(*painter, option->rect, Qt::RightEdge, t().px(8), t().colour(ColourRole::Muted), 1.5 * t().zoom());
        return;
    case PE_IndicatorArrowLeft:
        paintChevron(*painter, option->rect, Qt::LeftEdge, t().px(8), t().colour(ColourRole::Muted), 1.5 * t().zoom());
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void SalonStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionButton label = *static_cast<const QStyleOptionButton *>(option);
    label.palette.setColor(QPalette::All, QPalette::ButtonText, controls::pushButtonText(label, widget, t()));
    QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
}

/// The arrow stands beside the words: Qt's own lies over their end.
void SalonStyle::drawMenuButton(const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionToolButton plain = button;
    plain.features &= ~int(QStyleOptionToolButton::HasMenu);
    QProxyStyle::drawComplexControl(CC_ToolButton, &plain, painter, widget);
    const int room = measures::menuArrowWidth(t());
    const QRect arrow(button.rect.right() + 1 - room, button.rect.top(), room, button.rect.height());
    paintChevron(*painter, visualRect(button.direction, button.rect, arrow), Qt::BottomEdge, t().px(8),
        t().colour(ColourRole::Muted), 1.5 * t().zoom());
}

void SalonStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        // Without Fusion's own focus rectangle inside: the bevel draws the ring.
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    case CE_PushButtonBevel:
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonLabel(option, painter, widget);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            controls::paintMenuItem(*painter, *item, *this, widget, t());
            return;
        }
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            controls::paintTab(*painter, *tab, t());
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab label = *tab;
            label.state.setFlag(State_HasFocus, false);
            if (!tab->state.testFlag(State_Selected) && tab->state.testFlag(State_Enabled))
                label.palette.setColor(QPalette::All, QPalette::WindowText, t().colour(ColourRole::Muted));
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            controls::paintProgressBar(*painter, *bar, t());
            return;
        }
        break;
    case CE_Splitter:
        if (option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken))
            painter->fillRect(option->rect, t().colour(ColourRole::ControlLine));
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine) {
                const QPoint centre = option->rect.center();
                painter->fillRect(frame->frameShape == QFrame::HLine
                        ? QRect(option->rect.left(), centre.y(), option->rect.width(), t().lineWidth())
                        : QRect(centre.x(), option->rect.top(), t().lineWidth(), option->rect.height()),
                    t().colour(ColourRole::Line));
                return;
            }
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SalonStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            controls::paintComboBox(*painter, *box, *this, widget, t());
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            controls::paintSpinBox(*painter, *box, *this, widget, t());
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            controls::paintScrollBar(*painter, *bar, *this, widget, t());
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && measures::hasMenuArrow(*button)) {
            drawMenuButton(*button, painter, widget);
            return;
        }
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            controls::paintSlider(*painter, *slider, *this, widget, t());
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int SalonStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const std::optional<int> ours = measures::pixelMetric(metric, widget, t());
    return ours ? *ours : QProxyStyle::pixelMetric(metric, option, widget);
}

int SalonStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return hint == SH_ItemView_ShowDecorationSelected ? 1
                                                          : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_UnderlineShortcut: // as Windows does it: letters are underlined once the keyboard is used
        return widget && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect SalonStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const std::optional<QRect> ours = measures::subControlRect(control, option, part, t());
    return ours ? *ours : QProxyStyle::subControlRect(control, option, part, widget);
}

QRect SalonStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const std::optional<QRect> ours = measures::subElementRect(element, option, t());
    return ours ? *ours : QProxyStyle::subElementRect(element, option, widget);
}

QSize SalonStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    return measures::sizeFromContents(
        type, option, contents, QProxyStyle::sizeFromContents(type, option, contents, widget), t());
}

} // namespace salon
