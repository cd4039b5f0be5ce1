// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QStyle>
#include <QStyleOption>

#include <optional>

/// How large SalonStyle makes things and where their parts stand; what it paints there is in style_controls. Each only
/// reads its arguments; an empty answer leaves the question to the base style.
namespace salon::measures {

/// Text areas and lists with a frame: rounded like a line edit, their square viewport kept off the corners.
[[nodiscard]] bool isRoundedArea(const QWidget *widget);

[[nodiscard]] std::optional<int> pixelMetric(QStyle::PixelMetric metric, const QWidget *widget, const Tokens &tokens);
/// The parts of scroll bars, combo boxes and spin boxes.
[[nodiscard]] std::optional<QRect> subControlRect(
    QStyle::ComplexControl control, const QStyleOptionComplex *option, QStyle::SubControl part, const Tokens &tokens);
[[nodiscard]] std::optional<QRect> subElementRect(
    QStyle::SubElement element, const QStyleOption *option, const Tokens &tokens);
/// A tool button with words whose click opens a menu: its arrow stands at the end of the words, this wide.
[[nodiscard]] bool hasMenuArrow(const QStyleOptionToolButton &button);
[[nodiscard]] int menuArrowWidth(const Tokens &tokens);
/// `stock` is what the base style says.
[[nodiscard]] QSize sizeFromContents(QStyle::ContentsType type, const QStyleOption *option, const QSize &contents,
    const QSize &stock, const Tokens &tokens);

} // namespace salon::measures
