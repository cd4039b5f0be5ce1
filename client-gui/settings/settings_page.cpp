// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/settings/settings_page.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/settings/setting_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

namespace salon {

SettingsPage::SettingsPage(Theme &theme, SettingsStore &store, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_store(store)
{
    auto *ground = new QWidget;
    auto *outer = new QVBoxLayout(ground);
    outer->setContentsMargins({});
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    outer->addLayout(m_column);
    outer->addStretch(1); // a tall dialog leaves its room below the rows, not between them
    setWidget(ground);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(&store, &SettingsStore::changed, this, [this](const Settings &now) { showSettings(now); });
    connect(&theme, &Theme::changed, this, &SettingsPage::applyTheme);
    applyTheme();
}

SettingRow *SettingsPage::addSwitch(const char *objectName, bool Settings::*setting)
{
    auto *box = new QCheckBox;
    box->setObjectName(QLatin1StringView(objectName));
    setSwitchLook(box);
    box->setChecked(m_store.current().*setting);
    connect(box, &QCheckBox::toggled, this,
        [this, setting](bool on) { m_store.change([&](Settings &settings) { settings.*setting = on; }); });
    connect(
        &m_store, &SettingsStore::changed, box, [box, setting](const Settings &now) { box->setChecked(now.*setting); });
    return addRow(box);
}

SettingRow *SettingsPage::addRow(QWidget *control)
{
    auto *row = new SettingRow(m_theme, control);
    m_column->addWidget(row);
    return row;
}

SettingRow *SettingsPage::addWideRow(QWidget *control)
{
    auto *row = new SettingRow(m_theme, control, SettingRow::Place::Below);
    m_column->addWidget(row);
    return row;
}

QComboBox *SettingsPage::makeChoice(const char *objectName)
{
    auto *choice = new QComboBox;
    choice->setObjectName(QLatin1StringView(objectName));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return choice;
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QScrollArea::changeEvent(event);
}

void SettingsPage::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    m_column->setContentsMargins(0, 0, tokens.space(Space::Medium), 0);
}

} // namespace salon
