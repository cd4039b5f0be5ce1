// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/room_header.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/rooms/presence_mark.h"
#include "client-gui/widgets/avatar_label.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/workspace.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

RoomHeader::RoomHeader(Theme &theme, QAction &showMembers, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_showMembers(showMembers)
    , m_icon(new QLabel(this))
    , m_avatar(new AvatarLabel(theme, 28, this))
    , m_name(new ElidedLabel(theme, TextRole::Title, ColourRole::Text, this))
    , m_topic(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_members(new IconButton(theme, u"people"_s, this))
    , m_more(new IconButton(theme, u"more"_s, this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"roomHeader"_s);
    m_name->setObjectName(u"roomName"_s);
    m_topic->setObjectName(u"roomTopic"_s);
    m_members->setObjectName(u"membersButton"_s);
    m_members->setCheckable(true);
    m_more->setObjectName(u"roomMenu"_s);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_avatar);
    m_row->addWidget(m_name);
    m_row->addWidget(m_topic, 1, Qt::AlignVCenter);
    m_row->addWidget(m_members);
    m_row->addWidget(m_more);
    connect(m_members, &QAbstractButton::clicked, &showMembers, &QAction::trigger);
    connect(&showMembers, &QAction::changed, this, [this] {
        m_members->setChecked(m_showMembers.isChecked());
        m_members->setVisible(m_room.isValid() && m_showMembers.isEnabled());
    });
    connect(&theme, &Theme::changed, this, &RoomHeader::applyLook);
    applyLook();
    retranslateUi();
}

void RoomHeader::setRoomMenu(QMenu *menu)
{
    // Not the button's own menu: its style would draw an arrow beside the dots.
    connect(m_more, &QAbstractButton::clicked, menu, [this, menu] {
        const QPoint corner = m_more->mapToGlobal(QPoint(m_more->width(), m_more->height()));
        menu->popup(corner - QPoint(menu->sizeHint().width(), 0));
    });
}

void RoomHeader::setRoom(Workspace *workspace, RoomId room)
{
    if (m_workspace) {
        m_workspace->rooms().disconnect(this);
        m_workspace->people().disconnect(this);
    }
    m_workspace = workspace;
    m_room = room;
    if (workspace) {
        connect(&workspace->rooms(), &Rooms::changed, this, [this](RoomId changed) {
            if (changed == m_room)
                showRoom();
        });
        connect(&workspace->people(), &People::changed, this, [this] {
            const RoomSummary *summary = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
            if (summary && summary->kind == RoomKind::Direct)
                showRoom();
        });
    }
    showRoom();
}

void RoomHeader::showRoom()
{
    const RoomSummary *room = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
    for (QWidget *child : std::initializer_list<QWidget *>{ m_icon, m_avatar, m_name, m_topic, m_members, m_more })
        child->setVisible(room);
    if (!room)
        return;
    const bool isDirect = room->kind == RoomKind::Direct;
    const QString name = m_workspace->rooms().displayName(m_room);
    m_name->setFullText(name);
    m_icon->setVisible(!isDirect);
    m_avatar->setVisible(isDirect);
    m_members->setVisible(m_showMembers.isEnabled());
    if (isDirect) {
        const Profile *person = room->others.isEmpty() ? nullptr : m_workspace->people().find(room->others.first().id);
        const PresenceState state = person ? person->presence : PresenceState::Offline;
        m_avatar->setPerson(name, hueOf(room->others.value(0).id.value));
        m_avatar->setPresence(room->others.size() == 1 ? presenceMark(state) : PresenceMark::None);
        m_topic->setFullText(room->others.size() != 1     ? QString()
                : person && !person->statusText.isEmpty() ? person->statusText
                                                          : PeopleText::presence(state));
    } else {
        const QIcon icon = tintedIcon(m_theme, room->kind == RoomKind::Private ? u"lock"_s : u"hash"_s);
        const int size = m_theme.tokens().controlIcon();
        m_icon->setPixmap(icon.pixmap(QSize(size, size), devicePixelRatioF()));
        m_topic->setFullText(room->topic);
    }
}

void RoomHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_room.isValid()
        && (m_name->geometry() | m_topic->geometry()).contains(event->position().toPoint()))
        Q_EMIT propertiesRequested();
}

void RoomHeader::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.colour(ColourRole::Conversation));
    painter.fillRect(
        QRect(0, height() - tokens.lineWidth(), width(), tokens.lineWidth()), tokens.colour(ColourRole::Line));
}

void RoomHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        showRoom();
    }
    QWidget::changeEvent(event);
}

void RoomHeader::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    setFixedHeight(tokens.headerHeight());
    m_row->setContentsMargins(tokens.space(Space::Large), 0, tokens.space(Space::Small), 0);
    m_row->setSpacing(tokens.space(Space::Small));
    m_topic->setContentsMargins(tokens.space(Space::Tight), tokens.px(2), 0, 0);
    showRoom();
}

void RoomHeader::retranslateUi()
{
    m_members->setWords(tr("Members"), m_showMembers.shortcut());
    m_more->setWords(tr("More about this room"));
}

} // namespace salon
