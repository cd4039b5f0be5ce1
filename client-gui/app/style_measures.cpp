// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/style_measures.h"

#include "client-gui/app/control_look.h"

#include <QAbstractScrollArea>
#include <QStyleOption>

#include <algorithm>

namespace salon::measures {

namespace {

constexpr int ScrollBarExtent = 12;
constexpr int SwitchWidth = 34;
constexpr int IndicatorSize = 18;

std::optional<QRect> scrollBarPart(const QStyleOptionComplex *option, QStyle::SubControl part, const Tokens &tokens)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return {};
    if (part == QStyle::SC_ScrollBarAddLine || part == QStyle::SC_ScrollBarSubLine)
        return QRect();
    if (part == QStyle::SC_ScrollBarGroove)
        return bar->rect;
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int span = bar->maximum - bar->minimum;
    int handle = length;
    if (span > 0) {
        handle = int(qint64(bar->pageStep) * length / (qint64(span) + bar->pageStep));
        handle = std::clamp(handle, std::min(tokens.px(32), length), length);
    }
    const int start = QStyle::sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                       : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    if (part == QStyle::SC_ScrollBarSlider)
        return QStyle::visualRect(Qt::LeftToRight, bar->rect, along(start, handle));
    if (part == QStyle::SC_ScrollBarSubPage)
        return along(0, start);
    if (part == QStyle::SC_ScrollBarAddPage)
        return along(start + handle, length - start - handle);
    return {};
}

std::optional<QRect> comboBoxPart(const QStyleOptionComplex *option, QStyle::SubControl part, const Tokens &tokens)
{
    const int arrow = tokens.px(28);
    const int pad = tokens.px(10);
    const QRect whole = option->rect;
    if (part == QStyle::SC_ComboBoxArrow)
        return QStyle::visualRect(
            option->direction, whole, QRect(whole.right() - arrow + 1, whole.top(), arrow, whole.height()));
    if (part == QStyle::SC_ComboBoxEditField)
        return QStyle::visualRect(
            option->direction, whole, whole.adjusted(pad, tokens.focusWidth(), -arrow, -tokens.focusWidth()));
    return {};
}

std::optional<QRect> spinBoxPart(const QStyleOptionComplex *option, QStyle::SubControl part, const Tokens &tokens)
{
    const QRect whole = option->rect;
    const int arrows = tokens.px(28);
    const int edge = tokens.focusWidth();
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option->direction, whole, rect);
    };
    const int left = whole.right() - arrows + 1;
    const int half = (whole.height() - 2 * edge) / 2;
    if (part == QStyle::SC_SpinBoxUp)
        return placed(QRect(left, whole.top() + edge, arrows - edge, half));
    if (part == QStyle::SC_SpinBoxDown)
        return placed(QRect(left, whole.top() + edge + half, arrows - edge, half));
    if (part == QStyle::SC_SpinBoxEditField)
        return placed(whole.adjusted(tokens.px(8), edge, -arrows, -edge));
    return {};
}

} // namespace

bool isRoundedArea(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) && widget->parentWidget()
        && !widget->parentWidget()->inherits("QComboBoxPrivateContainer");
}

std::optional<int> pixelMetric(QStyle::PixelMetric metric, const QWidget *widget, const Tokens &tokens)
{
    switch (metric) {
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ListViewIconSize:
        return tokens.rowIcon();
    case QStyle::PM_ToolBarIconSize:
    case QStyle::PM_LargeIconSize:
    case QStyle::PM_TabBarIconSize:
        return tokens.controlIcon();
    case QStyle::PM_ScrollBarExtent:
        return tokens.px(ScrollBarExtent);
    case QStyle::PM_ScrollBarSliderMin:
        return tokens.px(32);
    case QStyle::PM_IndicatorWidth:
        return tokens.px(hasSwitchLook(widget) ? SwitchWidth : IndicatorSize);
    case QStyle::PM_IndicatorHeight:
        return tokens.px(hasSwitchLook(widget) ? 20 : IndicatorSize);
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return tokens.px(IndicatorSize);
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
        return tokens.px(8);
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_MenuPanelWidth:
        return metric == QStyle::PM_MenuPanelWidth ? tokens.lineWidth() : 0;
    case QStyle::PM_MenuVMargin:
        return tokens.px(4);
    case QStyle::PM_MenuHMargin:
        return 0;
    case QStyle::PM_SplitterWidth:
        return tokens.px(4);
    case QStyle::PM_SliderThickness:
    case QStyle::PM_SliderLength:
    case QStyle::PM_SliderControlThickness:
        return tokens.px(18);
    case QStyle::PM_TabBarTabHSpace:
        return tokens.px(24);
    case QStyle::PM_TabBarTabVSpace:
        return tokens.px(16);
    case QStyle::PM_TabBarBaseHeight:
    case QStyle::PM_TabBarBaseOverlap:
        return metric == QStyle::PM_TabBarBaseHeight ? tokens.lineWidth() : 0;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return tokens.space(widget && widget->isWindow() ? Space::Large : Space::Medium);
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
        return tokens.space(Space::Small);
    case QStyle::PM_ToolTipLabelFrameWidth:
        return tokens.px(6);
    case QStyle::PM_DefaultFrameWidth:
        return isRoundedArea(widget) ? tokens.px(4) : tokens.lineWidth();
    case QStyle::PM_FocusFrameHMargin:
    case QStyle::PM_FocusFrameVMargin:
        return tokens.focusWidth();
    default:
        return {};
    }
}

std::optional<QRect> subControlRect(
    QStyle::ComplexControl control, const QStyleOptionComplex *option, QStyle::SubControl part, const Tokens &tokens)
{
    switch (control) {
    case QStyle::CC_ScrollBar:
        return scrollBarPart(option, part, tokens);
    case QStyle::CC_ComboBox:
        return comboBoxPart(option, part, tokens);
    case QStyle::CC_SpinBox:
        return spinBoxPart(option, part, tokens);
    default:
        return {};
    }
}

std::optional<QRect> subElementRect(QStyle::SubElement element, const QStyleOption *option, const Tokens &tokens)
{
    if (element == QStyle::SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) // QLineEdit adds 2 px of its own at each side
            return option->rect.adjusted(tokens.px(8), tokens.focusWidth(), -tokens.px(8), -tokens.focusWidth());
        return option->rect;
    }
    if (element == QStyle::SE_ProgressBarContents || element == QStyle::SE_ProgressBarGroove)
        return option->rect;
    return {};
}

bool hasMenuArrow(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup) && !button.text.isEmpty()
        && button.toolButtonStyle != Qt::ToolButtonIconOnly;
}

int menuArrowWidth(const Tokens &tokens)
{
    return tokens.px(16);
}

QSize sizeFromContents(QStyle::ContentsType type, const QStyleOption *option, const QSize &contents, const QSize &stock,
    const Tokens &tokens)
{
    QSize size = stock;
    switch (type) {
    case QStyle::CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool isIconOnly = button && button->text.isEmpty();
        size.setWidth(isIconOnly ? std::max(contents.width(), tokens.controlHeight())
                                 : std::max(contents.width() + 2 * tokens.px(16), tokens.px(72)));
        size.setHeight(std::max(contents.height() + 2 * tokens.px(4), tokens.controlHeight()));
        break;
    }
    case QStyle::CT_ComboBox:
        size.setWidth(std::max(size.width(), contents.width() + tokens.px(16) + tokens.px(28)));
        size.setHeight(std::max(contents.height() + 2 * tokens.px(4), tokens.controlHeight()));
        break;
    case QStyle::CT_SpinBox:
        size = QSize(
            contents.width() + tokens.px(8) + tokens.px(28), std::max(contents.height(), tokens.controlHeight()));
        break;
    case QStyle::CT_LineEdit:
        size.setHeight(std::max(contents.height() + 2 * tokens.px(4), tokens.controlHeight()));
        break;
    case QStyle::CT_CheckBox:
    case QStyle::CT_RadioButton:
        size.setHeight(std::max(size.height(), tokens.touchTarget()));
        break;
    case QStyle::CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                size.setHeight(tokens.px(9));
                break;
            }
            const bool hasColumn = item->menuHasCheckableItems || item->maxIconWidth > 0;
            const int gap = item->text.contains(u'\t') ? tokens.px(24) : 0;
            const int arrow = item->menuItemType == QStyleOptionMenuItem::SubMenu ? tokens.px(16) : 0;
            size.setWidth(contents.width() + gap + arrow + 2 * tokens.px(4) + 2 * tokens.px(8) + tokens.px(4)
                + (hasColumn ? tokens.rowIcon() + tokens.px(8) : 0));
            size.setHeight(std::max(contents.height() + tokens.px(4), tokens.px(30)));
        }
        break;
    case QStyle::CT_ToolButton:
        // On both sides: the words stay in the middle.
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && hasMenuArrow(*button))
            size.rwidth() += 2 * menuArrowWidth(tokens);
        break;
    case QStyle::CT_ItemViewItem:
        size.setHeight(std::max(size.height(), tokens.touchTarget()));
        break;
    default:
        break;
    }
    return size;
}

} // namespace salon::measures
