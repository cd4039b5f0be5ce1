// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/settings/settings_dialog.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/row_delegate.h"
#include "client-gui/nearby/nearby_page.h"
#include "client-gui/settings/network_page.h"
#include "client-gui/settings/settings_pages.h"
#include "shared/client-core/client_profile.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salon {

SettingsDialog::SettingsDialog(
    Theme &theme, LanguageManager &languages, ClientProfile &profile, Nearby *nearby, QWidget *parent)
    : SalonDialog(theme, parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_close(addCancel())
{
    m_list->setObjectName(u"pages"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_general = new GeneralPage(theme, profile.settings(), languages);
    addPage(u"settings"_s, m_general);
    addPage(u"contrast"_s, new LookPage(theme, profile.settings()));
    addPage(u"bell"_s, new NotificationsPage(theme, profile.settings()));
    addPage(u"server"_s, new NetworkPage(theme, profile));
    if (nearby)
        addPage(u"house"_s, new NearbyPage(theme, profile.settings(), *nearby));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.tokens().space(Space::Wide));
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    content()->addLayout(row, 1);
    setTroubleLines(0);
    setDrawnWidth(740);
    m_close->setDefault(true);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    m_list->setFocus();
    retranslateUi();
    applyTheme();
}

void SettingsDialog::setWorkspaces(Workspaces &workspaces)
{
    m_general->setWorkspaces(workspaces);
}

void SettingsDialog::addPage(const QString &icon, QWidget *page)
{
    m_list->addItem(new QListWidgetItem(tintedIcon(theme(), icon, ColourRole::Muted, ColourRole::Accent), QString()));
    m_pages->addWidget(page);
}

void SettingsDialog::retranslateUi()
{
    setHeading(tr("Settings"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->item(0)->setText(tr("General"));
    //: Page of the settings: colours and sizes
    m_list->item(1)->setText(tr("Look"));
    m_list->item(2)->setText(tr("Notifications"));
    m_list->item(3)->setText(tr("Network and data"));
    if (m_list->count() > 4)
        m_list->item(4)->setText(tr("People nearby"));
    m_close->setText(tr("Close"));
    applyTheme();
}

void SettingsDialog::applyTheme()
{
    const Tokens &tokens = theme().tokens();
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint({ 0, tokens.listRowHeight() });
    const QFontMetrics metrics(m_list->font());
    int widest = tokens.px(140);
    for (int i = 0; i < m_list->count(); ++i)
        widest = std::max(widest, metrics.horizontalAdvance(m_list->item(i)->text()) + tokens.px(48));
    m_list->setFixedWidth(widest);
    m_pages->setMinimumHeight(tokens.px(360));
}

} // namespace salon
