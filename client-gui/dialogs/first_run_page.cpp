// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/first_run_page.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/nearby/found_servers.h"
#include "client-gui/widgets/card.h"
#include "client-gui/widgets/language_switch.h"
#include "client-gui/widgets/text_label.h"
#include "resources/app_icon.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

FirstRunPage::FirstRunPage(Theme &theme, LanguageManager &languages, Workspaces &workspaces, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
    , m_card(new Card(theme))
    , m_icon(new QLabel(m_card))
    , m_welcome(new TextLabel(theme, TextRole::Display, ColourRole::Text, m_card))
    , m_what(new TextLabel(theme, TextRole::Body, ColourRole::Muted, m_card))
    , m_nearby(new QPushButton(m_card))
    , m_form(new JoinForm(theme, workspaces, m_card))
{
    setObjectName(u"firstRunPage"_s);
    m_head = new QHBoxLayout;
    m_words = new QVBoxLayout;
    m_words->setSpacing(0);
    m_words->addWidget(m_welcome);
    m_words->addWidget(m_what);
    m_what->setWordWrap(true);
    m_welcome->setWordWrap(true);
    m_form->setInset(JoinForm::QuietPadding);
    m_nearby->setObjectName(u"onlyNearby"_s);
    m_nearby->setIcon(tintedIcon(theme, u"house"_s));
    setButtonLook(m_nearby, ButtonLook::Quiet);
    m_nearby->hide();
    connect(m_nearby, &QPushButton::clicked, this, &FirstRunPage::nearbyRequested);
    m_head->addWidget(m_icon, 0, Qt::AlignTop);
    m_head->addStretch(1);
    m_head->addWidget(new LanguageSwitch(theme, languages, m_card), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(m_card);
    column->addLayout(m_head);
    column->addLayout(m_words);
    column->addWidget(m_form);
    column->addWidget(m_nearby);

    auto *ground = new QWidget;
    auto *middle = new QVBoxLayout(ground);
    // In a row of its own and not aligned: else its height would be reckoned for lines as wide as the window.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_card);
    row->addStretch();
    middle->addStretch(2);
    middle->addLayout(row);
    middle->addStretch(3);
    m_scroll->setWidget(ground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);

    connect(&theme, &Theme::changed, this, &FirstRunPage::applyTheme);
    applyTheme();
    retranslateUi();
}

void FirstRunPage::offerNearby()
{
    m_nearby->show();
    m_what->hide(); // speaks of servers only, and the small window has no room for both
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

bool FirstRunPage::event(QEvent *event)
{
    if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::Show)
        applyTheme(); // the other screen may have another pixel density
    if (event->type() == QEvent::Show && !isAncestorOf(QApplication::focusWidget()))
        m_form->focusFirst();
    return QWidget::event(event);
}

void FirstRunPage::focusInEvent(QFocusEvent *)
{
    m_form->focusFirst();
}

void FirstRunPage::retranslateUi()
{
    m_welcome->setText(tr("Welcome to Salon"));
    m_what->setText(tr("Talk with the people of your server."));
    m_nearby->setText(tr("Without a server: people nearby"));
}

void FirstRunPage::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    const int side = tokens.px(48);
    m_icon->setPixmap(appIcon().pixmap(QSize(side, side), devicePixelRatioF()));
    m_card->setFixedWidth(tokens.cardWidth());
    m_card->layout()->setSpacing(tokens.space(Space::Medium));
    const int inset = tokens.px(JoinForm::QuietPadding); // the card itself has a little too
    m_card->layout()->setContentsMargins(0, tokens.space(Space::Medium), 0, tokens.space(Space::Small));
    m_head->setContentsMargins(inset, 0, inset, 0);
    m_words->setContentsMargins(inset, 0, inset, 0);
    const int air = tokens.space(Space::Tight);
    m_scroll->widget()->layout()->setContentsMargins(air, air, air, air);
    showMoreServers();
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showMoreServers();
}

/// As many of the servers as a tall window has room for, whatever is found: nothing moves by itself.
void FirstRunPage::showMoreServers()
{
    constexpr int Fewest = 2;
    constexpr int Most = 4;
    constexpr int HeightOfFewest = 620; // from here on a row more for every 140 px
    const Tokens &tokens = m_theme.tokens();
    const int more = (height() - tokens.px(HeightOfFewest)) / tokens.px(140);
    m_form->foundServers().setRows(std::clamp(Fewest + more, Fewest, Most));
}

} // namespace salon
