// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QLabel>

namespace salon {

class Theme;

/// A label in a text role and a colour role that follows theme and zoom. Always plain text: what it shows may come from
/// others.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(Theme &theme, TextRole textRole, ColourRole colourRole, QWidget *parent = nullptr);

    void setColourRole(ColourRole role);

protected:
    [[nodiscard]] const Theme &theme() const noexcept { return m_theme; }

private:
    void applyTheme();

    Theme &m_theme;
    TextRole m_textRole;
    ColourRole m_colourRole;
};

} // namespace salon
