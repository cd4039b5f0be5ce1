// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/card.h"

#include "client-gui/app/style_paint.h"
#include "client-gui/app/theme.h"

#include <QPainter>

namespace salon {

Card::Card(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    applyTheme();
    connect(&theme, &Theme::changed, this, &Card::applyTheme);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_theme.tokens().cardRadius(), m_theme.colour(ColourRole::Raised),
        m_theme.colour(ColourRole::Line), m_theme.tokens().lineWidth());
}

void Card::applyTheme()
{
    // On the widget itself and not on its layout, which the owner may set later.
    const int margin = m_theme.tokens().space(Space::Medium);
    setContentsMargins(margin, margin, margin, margin);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_theme.colour(ColourRole::Raised)); // children cut their shapes out of it
    setPalette(colours);
    update();
}

} // namespace salon
