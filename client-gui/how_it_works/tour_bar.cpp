// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/how_it_works/tour_bar.h"

#include "client-gui/app/control_look.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/dialogs/flow_layout.h"
#include "client-gui/how_it_works/kind_box.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

using Direction = FrameLogModel::Direction;

TourBar::TourBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_watch(new QCheckBox)
    , m_pause(new QPushButton)
    , m_clear(new QPushButton)
    , m_reconnect(new QPushButton)
    , m_direction(new QComboBox)
    , m_kind(new KindBox(theme))
    , m_more(new QToolButton)
{
    m_watch->setObjectName(u"watch"_s);
    m_pause->setObjectName(u"pause"_s);
    m_clear->setObjectName(u"clear"_s);
    m_reconnect->setObjectName(u"connectAgain"_s);
    m_direction->setObjectName(u"direction"_s);
    m_kind->setObjectName(u"kind"_s);
    m_more->setObjectName(u"more"_s);
    setSwitchLook(m_watch);
    m_reconnect->setIcon(tintedIcon(theme, u"retry"_s));
    m_clear->setIcon(tintedIcon(theme, u"close"_s));
    m_more->setIcon(tintedIcon(theme, u"more"_s));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_direction->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *flow = new FlowLayout(this);
    for (QWidget *part :
        std::initializer_list<QWidget *>{ m_watch, m_pause, m_clear, m_reconnect, m_direction, m_kind, m_more })
        flow->addWidget(part);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_watch, &QCheckBox::toggled, this, &TourBar::watchToggled);
    connect(m_pause, &QPushButton::clicked, this, &TourBar::pauseRequested);
    connect(m_clear, &QPushButton::clicked, this, &TourBar::clearRequested);
    connect(m_reconnect, &QPushButton::clicked, this, &TourBar::reconnectRequested);
    connect(m_direction, &QComboBox::currentIndexChanged, this, [this](int index) {
        Q_EMIT directionChosen(
            index == 0 ? std::nullopt : std::optional(index == 1 ? Direction::Sent : Direction::Received));
    });
    connect(m_kind, &KindBox::chosen, this, &TourBar::kindsChosen);
    connect(m_more, &QToolButton::clicked, this, &TourBar::openMenu);
    connect(&theme, &Theme::changed, this, &TourBar::applyTheme);
    setCompact(false);
    retranslateUi();
    applyTheme();
}

void TourBar::setState(const State &state)
{
    m_state = state;
    m_pause->setEnabled(state.canPause);
    m_clear->setEnabled(state.canClear);
    m_reconnect->setEnabled(state.canReconnect);
    //: Buttons that stop recording for a while, and take it up again
    m_pause->setText(state.isPaused ? tr("Go on") : tr("Pause"));
}

void TourBar::setTypes(const QSet<quint32> &types)
{
    m_kind->setTypes(types);
}

void TourBar::setCompact(bool compact)
{
    for (QWidget *part : std::initializer_list<QWidget *>{ m_clear, m_reconnect, m_direction, m_kind })
        part->setVisible(!compact);
    m_more->setVisible(compact);
}

bool TourBar::isWatching() const
{
    return m_watch->isChecked();
}

void TourBar::takeFocus()
{
    m_watch->setFocus();
}

void TourBar::startWatching()
{
    m_watch->setChecked(true);
}

/// The same commands as the buttons that have no room.
void TourBar::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"moreMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &words, bool isPossible, void (TourBar::*signal)()) {
        QAction *action = menu->addAction(words);
        action->setEnabled(isPossible);
        connect(action, &QAction::triggered, this, signal);
    };
    add(tr("Copy as text"), m_state.canCopy, &TourBar::copyRequested);
    add(m_clear->text(), m_state.canClear, &TourBar::clearRequested);
    add(m_reconnect->text(), m_state.canReconnect, &TourBar::reconnectRequested);
    menu->addSeparator();
    fillMenu(menu->addMenu(m_direction->accessibleName()), m_direction);
    fillMenu(menu->addMenu(m_kind->accessibleName()), m_kind);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void TourBar::fillMenu(QMenu *menu, QComboBox *choices)
{
    auto *group = new QActionGroup(menu);
    for (int i = 0; i < choices->count(); ++i) {
        if (choices->itemText(i).isEmpty()) {
            menu->addSeparator();
            continue;
        }
        QAction *action = menu->addAction(choices->itemText(i));
        action->setCheckable(true);
        action->setChecked(i == choices->currentIndex());
        group->addAction(action);
        // Not its place: the choices may be filled again while the menu is open.
        connect(action, &QAction::triggered, choices, [choices, what = choices->itemData(i)] {
            if (const int now = choices->findData(what); now >= 0)
                choices->setCurrentIndex(now);
        });
    }
}

void TourBar::retranslateUi()
{
    m_watch->setText(tr("Watch the connection"));
    m_clear->setText(tr("Clear"));
    m_reconnect->setText(tr("Connect again"));
    m_reconnect->setAccessibleDescription(tr("Ends the connection and makes a new one, to see how it begins"));
    m_direction->setAccessibleName(tr("Direction"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(plainToolTip(m_more->accessibleName()));
    const int direction = std::max(0, m_direction->currentIndex());
    const QSignalBlocker quiet(m_direction);
    m_direction->clear();
    const QStringList directions{ tr("Both directions"), tr("Sent"), tr("Received") };
    for (int i = 0; i < directions.size(); ++i)
        m_direction->addItem(directions.at(i), i);
    m_direction->setCurrentIndex(direction);
    setState(m_state);
}

void TourBar::applyTheme()
{
    layout()->setSpacing(m_theme.tokens().space(Space::Small));
}

void TourBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace salon
