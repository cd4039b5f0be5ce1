// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/settings/setting_row.h"

#include "client-gui/app/theme.h"
#include "client-gui/widgets/text_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QMouseEvent>

namespace salon {

SettingRow::SettingRow(Theme &theme, QWidget *control, Place place, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_control(control)
    , m_title(new TextLabel(theme, TextRole::Body, ColourRole::Text, this))
    , m_hint(new TextLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_grid(new QGridLayout(this))
{
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(m_title, 0, 0);
    m_grid->addWidget(m_hint, 1, 0);
    if (control) {
        m_title->setBuddy(control);
        if (place == Place::Beside)
            m_grid->addWidget(control, 0, 1, 2, 1, Qt::AlignVCenter | Qt::AlignTrailing);
        else
            m_grid->addWidget(control, 2, 0, 1, 2);
    }
    connect(&theme, &Theme::changed, this, &SettingRow::applyTheme);
    applyTheme();
}

void SettingRow::setWords(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_grid->setRowStretch(0, hint.isEmpty() ? 1 : 0); // a title alone stands in the middle
    if (m_control) {
        m_control->setAccessibleName(title);
        m_control->setAccessibleDescription(hint);
    }
}

void SettingRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (auto *box = qobject_cast<QCheckBox *>(m_control);
        box && box->isEnabled() && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        box->toggle();
}

void SettingRow::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    m_grid->setContentsMargins(0, tokens.space(Space::Small), 0, tokens.space(Space::Small));
    m_grid->setHorizontalSpacing(tokens.space(Space::Large));
    m_grid->setVerticalSpacing(tokens.px(2));
}

} // namespace salon
