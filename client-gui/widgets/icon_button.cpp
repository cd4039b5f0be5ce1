// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/icon_button.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

IconButton::IconButton(Theme &theme, const QString &iconName, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus); // a click must not take the focus from the composer
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setIcon(tintedIcon(theme, iconName, m_role));
    applyTheme();
    connect(&theme, &Theme::changed, this, &IconButton::applyTheme);
}

void IconButton::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    setIcon(tintedIcon(m_theme, m_iconName, m_role));
}

void IconButton::setColourRole(ColourRole role)
{
    m_role = role;
    setIcon(tintedIcon(m_theme, m_iconName, m_role));
}

void IconButton::setWords(const QString &words, const QKeySequence &shortcut)
{
    setAccessibleName(words);
    setPlainToolTip(
        this, shortcut.isEmpty() ? words : u"%1 (%2)"_s.arg(words, shortcut.toString(QKeySequence::NativeText)));
}

QSize IconButton::sizeHint() const
{
    const int side
        = std::max(m_theme.tokens().touchTarget(), iconSize().width() + 2 * m_theme.tokens().space(Space::Tight));
    return { side, side };
}

void IconButton::applyTheme()
{
    const int side = m_theme.tokens().controlIcon();
    setIconSize({ side, side });
    updateGeometry();
    update();
}

} // namespace salon
