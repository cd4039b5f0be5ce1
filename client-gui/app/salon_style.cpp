// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/salon_style.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/style_controls.h"
#include "client-gui/app/style_paint.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr int ScrollBarExtent = 12;
constexpr int SwitchWidth = 34;
constexpr int IndicatorSize = 18;

/// Text areas and lists with a frame: rounded like a line edit, their square viewport kept off the corners.
bool isRoundedArea(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) && widget->parentWidget()
        && !widget->parentWidget()->inherits("QComboBoxPrivateContainer");
}

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
        if (isRoundedArea(widget)) {
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
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return t().rowIcon();
    case PM_ToolBarIconSize:
    case PM_LargeIconSize:
    case PM_TabBarIconSize:
        return t().controlIcon();
    case PM_ScrollBarExtent:
        return t().px(ScrollBarExtent);
    case PM_ScrollBarSliderMin:
        return t().px(32);
    case PM_IndicatorWidth:
        return t().px(hasSwitchLook(widget) ? SwitchWidth : IndicatorSize);
    case PM_IndicatorHeight:
        return t().px(hasSwitchLook(widget) ? 20 : IndicatorSize);
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return t().px(IndicatorSize);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return t().px(8);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_MenuPanelWidth:
        return metric == PM_MenuPanelWidth ? t().lineWidth() : 0;
    case PM_MenuVMargin:
        return t().px(4);
    case PM_MenuHMargin:
        return 0;
    case PM_SplitterWidth:
        return t().px(4);
    case PM_SliderThickness:
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return t().px(18);
    case PM_TabBarTabHSpace:
        return t().px(24);
    case PM_TabBarTabVSpace:
        return t().px(16);
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
        return metric == PM_TabBarBaseHeight ? t().lineWidth() : 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return t().space(widget && widget->isWindow() ? Space::Large : Space::Medium);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return t().space(Space::Small);
    case PM_ToolTipLabelFrameWidth:
        return t().px(6);
    case PM_DefaultFrameWidth:
        return isRoundedArea(widget) ? t().px(4) : t().lineWidth();
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return t().focusWidth();
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
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
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
            return {};
        if (bar && part == SC_ScrollBarGroove)
            return bar->rect;
        if (bar) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const int span = bar->maximum - bar->minimum;
            int handle = length;
            if (span > 0) {
                handle = int(qint64(bar->pageStep) * length / (qint64(span) + bar->pageStep));
                handle = std::clamp(handle, std::min(t().px(32), length), length);
            }
            const int start = sliderPositionFromValue(
                bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
            const auto along = [&](int from, int size) {
                return upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                               : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
            };
            if (part == SC_ScrollBarSlider)
                return visualRect(Qt::LeftToRight, bar->rect, along(start, handle));
            if (part == SC_ScrollBarSubPage)
                return along(0, start);
            if (part == SC_ScrollBarAddPage)
                return along(start + handle, length - start - handle);
        }
    }
    if (control == CC_ComboBox) {
        const int arrow = t().px(28);
        const int pad = t().px(10);
        const QRect whole = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(
                option->direction, whole, QRect(whole.right() - arrow + 1, whole.top(), arrow, whole.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(
                option->direction, whole, whole.adjusted(pad, t().focusWidth(), -arrow, -t().focusWidth()));
    }
    if (control == CC_SpinBox) {
        const QRect whole = option->rect;
        const int arrows = t().px(28);
        const int edge = t().focusWidth();
        const auto placed = [&](const QRect &rect) {
            return visualRect(option->direction, whole, rect);
        };
        const int left = whole.right() - arrows + 1;
        const int half = (whole.height() - 2 * edge) / 2;
        if (part == SC_SpinBoxUp)
            return placed(QRect(left, whole.top() + edge, arrows - edge, half));
        if (part == SC_SpinBoxDown)
            return placed(QRect(left, whole.top() + edge + half, arrows - edge, half));
        if (part == SC_SpinBoxEditField)
            return placed(whole.adjusted(t().px(8), edge, -arrows, -edge));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect SalonStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) // QLineEdit adds 2 px of its own at each side
            return option->rect.adjusted(t().px(8), t().focusWidth(), -t().px(8), -t().focusWidth());
        return option->rect;
    }
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize SalonStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool isIconOnly = button && button->text.isEmpty();
        size.setWidth(isIconOnly ? std::max(contents.width(), t().controlHeight())
                                 : std::max(contents.width() + 2 * t().px(16), t().px(72)));
        size.setHeight(std::max(contents.height() + 2 * t().px(4), t().controlHeight()));
        break;
    }
    case CT_ComboBox:
        size.setWidth(std::max(size.width(), contents.width() + t().px(16) + t().px(28)));
        size.setHeight(std::max(contents.height() + 2 * t().px(4), t().controlHeight()));
        break;
    case CT_SpinBox:
        size = QSize(contents.width() + t().px(8) + t().px(28), std::max(contents.height(), t().controlHeight()));
        break;
    case CT_LineEdit:
        size.setHeight(std::max(contents.height() + 2 * t().px(4), t().controlHeight()));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        size.setHeight(std::max(size.height(), t().touchTarget()));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                size.setHeight(t().px(9));
                break;
            }
            const bool hasColumn = item->menuHasCheckableItems || item->maxIconWidth > 0;
            const int gap = item->text.contains(u'\t') ? t().px(24) : 0;
            const int arrow = item->menuItemType == QStyleOptionMenuItem::SubMenu ? t().px(16) : 0;
            size.setWidth(contents.width() + gap + arrow + 2 * t().px(4) + 2 * t().px(8) + t().px(4)
                + (hasColumn ? t().rowIcon() + t().px(8) : 0));
            size.setHeight(std::max(contents.height() + t().px(4), t().px(30)));
        }
        break;
    case CT_ItemViewItem:
        size.setHeight(std::max(size.height(), t().touchTarget()));
        break;
    default:
        break;
    }
    return size;
}

} // namespace salon
