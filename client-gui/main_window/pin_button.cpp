// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/pin_button.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salon {

PinButton::PinButton(Theme &theme, QWidget *parent)
    : IconButton(theme, u"pin"_s, parent)
{
    setObjectName(u"pinsButton"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    hide();
}

void PinButton::setCount(int count, bool hasMore)
{
    m_count = count;
    m_hasMore = hasMore;
    setVisible(count > 0);
    retranslateUi();
}

QSize PinButton::sizeHint() const
{
    const QSize square = IconButton::sizeHint();
    return { square.width() + fontMetrics().horizontalAdvance(text()) + square.width() / 4, square.height() };
}

void PinButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    IconButton::changeEvent(event);
}

void PinButton::retranslateUi()
{
    setText(QLocale().toString(m_count) + (m_hasMore ? u"+"_s : QString()));
    setWords(m_hasMore ? tr("More than %n pinned message(s)", nullptr, m_count)
                       : tr("%n pinned message(s)", nullptr, m_count));
    updateGeometry();
}

} // namespace salon
