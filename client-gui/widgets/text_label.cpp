// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/text_label.h"

#include "client-gui/app/theme.h"

#include <utility>

namespace salon {

TextLabel::TextLabel(Theme &theme, TextRole textRole, ColourRole colourRole, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_textRole(textRole)
    , m_colourRole(colourRole)
{
    setTextFormat(Qt::PlainText);
    applyTheme();
    connect(&theme, &Theme::changed, this, &TextLabel::applyTheme);
}

void TextLabel::setColourRole(ColourRole role)
{
    if (role != std::exchange(m_colourRole, role))
        applyTheme();
}

void TextLabel::applyTheme()
{
    setFont(m_theme.tokens().font(m_textRole));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme.colour(m_colourRole));
    setPalette(colours);
}

} // namespace salon
