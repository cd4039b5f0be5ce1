// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/self_bar.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/rooms/presence_mark.h"
#include "client-gui/widgets/avatar_label.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/language_switch.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/workspace.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

SelfBar::SelfBar(Theme &theme, LanguageManager &languages, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_avatar(new AvatarLabel(theme, 28, this))
    , m_name(new ElidedLabel(theme, TextRole::ListItem, ColourRole::Text, this))
    , m_status(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_language(new LanguageSwitch(theme, languages, this))
    , m_row(new QHBoxLayout(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"selfBar"_s);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_language->setCursor(Qt::ArrowCursor);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_status);
    words->addStretch();
    m_row->addWidget(m_avatar);
    m_row->addLayout(words, 1);
    m_row->addWidget(m_language);

    auto *group = new QActionGroup(this);
    const auto addPresence = [this, group](PresenceState state) {
        QAction *action = m_menu->addAction(QString());
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, state] {
            if (m_workspace)
                m_workspace->setPresence(state);
        });
        return action;
    };
    m_online = addPresence(PresenceState::Online);
    m_away = addPresence(PresenceState::Away);
    m_busy = addPresence(PresenceState::Busy);
    m_menu->addSeparator();
    m_profile = m_menu->addAction(tintedIcon(theme, u"edit"_s), QString(), this, &SelfBar::profileRequested);
    m_settings = m_menu->addAction(tintedIcon(theme, u"settings"_s), QString(), this, &SelfBar::settingsRequested);
    connect(&theme, &Theme::changed, this, &SelfBar::applyLook);
    applyLook();
    retranslateUi();
}

void SelfBar::setWorkspace(Workspace *workspace)
{
    if (m_workspace) {
        m_workspace->disconnect(this);
        m_workspace->session().disconnect(this);
    }
    m_workspace = workspace;
    // Without a server there is nobody to show, only the language.
    for (QWidget *part : std::initializer_list<QWidget *>{ m_avatar, m_name, m_status })
        part->setVisible(workspace && (part == m_avatar || !m_isIconsOnly));
    setFocusPolicy(workspace ? Qt::TabFocus : Qt::NoFocus);
    setCursor(workspace ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (workspace) {
        connect(workspace, &Workspace::selfChanged, this, &SelfBar::showSelf);
        connect(workspace, &Workspace::presenceChanged, this, &SelfBar::showSelf);
        connect(workspace, &Workspace::loaded, this, &SelfBar::showSelf);
        connect(&workspace->session(), &Session::stateChanged, this, &SelfBar::showSelf);
    }
    showSelf();
}

void SelfBar::setIconsOnly(bool isIconsOnly)
{
    m_isIconsOnly = isIconsOnly;
    m_name->setVisible(!isIconsOnly && m_workspace);
    m_status->setVisible(!isIconsOnly && m_workspace && !m_status->fullText().isEmpty());
    m_language->setVisible(!isIconsOnly);
}

void SelfBar::showSelf()
{
    if (!m_workspace)
        return;
    const bool isOnline = m_workspace->session().isOnline();
    const PresenceState state = isOnline ? m_workspace->presence() : PresenceState::Offline;
    const QString name = m_workspace->selfName();
    const Profile *self = m_workspace->people().find(m_workspace->selfId());
    const QString status = self && !self->statusText.isEmpty() ? self->statusText : PeopleText::presence(state);
    m_avatar->setPerson(name, hueOf(m_workspace->selfId().value));
    m_avatar->setPresence(presenceMark(state));
    m_name->setFullText(name);
    m_status->setFullText(status);
    m_status->setVisible(!m_isIconsOnly);
    setPlainToolTip(this, u'@' + m_workspace->selfLogin());
    setAccessibleName("%1, %2"_L1.arg(name, status));
    m_online->setChecked(m_workspace->presence() == PresenceState::Online);
    m_away->setChecked(m_workspace->presence() == PresenceState::Away);
    m_busy->setChecked(m_workspace->presence() == PresenceState::Busy);
}

void SelfBar::openMenu()
{
    if (m_workspace)
        m_menu->popup(mapToGlobal(QPoint(m_theme.tokens().space(Space::Small), -m_menu->sizeHint().height())));
}

void SelfBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        openMenu();
}

void SelfBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Menu:
        openMenu();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SelfBar::enterEvent(QEnterEvent *event)
{
    update();
    QWidget::enterEvent(event);
}

void SelfBar::leaveEvent(QEvent *event)
{
    update();
    QWidget::leaveEvent(event);
}

void SelfBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), tokens.lineWidth()), tokens.colour(ColourRole::Line));
    const QRectF ground = QRectF(rect()).adjusted(tokens.space(Space::Tight), tokens.space(Space::Tight) + 1,
        -tokens.space(Space::Tight), -tokens.space(Space::Tight));
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && m_workspace) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.colour(ColourRole::Hover));
        painter.drawRoundedRect(ground, tokens.controlRadius(), tokens.controlRadius());
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth()));
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), tokens.controlRadius(), tokens.controlRadius());
    }
}

void SelfBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void SelfBar::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    m_row->setContentsMargins(tokens.space(Space::Medium), tokens.px(6), tokens.space(Space::Medium), tokens.px(6));
    m_row->setSpacing(tokens.space(Space::Small));
    setFixedHeight(tokens.px(56));
}

void SelfBar::retranslateUi()
{
    m_online->setText(PeopleText::presence(PresenceState::Online));
    m_away->setText(PeopleText::presence(PresenceState::Away));
    m_busy->setText(PeopleText::presence(PresenceState::Busy));
    m_profile->setText(tr("Name and status…"));
    m_settings->setText(tr("Settings…"));
    m_menu->setTitle(tr("Presence"));
    showSelf();
}

} // namespace salon
