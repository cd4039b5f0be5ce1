// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QProxyStyle>
#include <QStyleOption>

#include <memory>

namespace salon {

/// Fusion with our own shapes, drawn from the tokens, which the Theme replaces in place. Made and installed by Theme.
/// What it does not override (key handling, hit testing, layouts) is Fusion's, so that stock widgets behave as known.
class SalonStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit SalonStyle(std::shared_ptr<const Tokens> tokens);

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(
        StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const override;

private:
    [[nodiscard]] const Tokens &t() const noexcept { return *m_tokens; }
    void drawMenuButton(const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;

    std::shared_ptr<const Tokens> m_tokens;
};

} // namespace salon
