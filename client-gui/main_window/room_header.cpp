// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/main_window/room_header.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/main_window/pin_button.h"
#include "client-gui/nearby/device_menu.h"
#include "client-gui/nearby/direct_badge.h"
#include "client-gui/nearby/header_fit.h"
#include "client-gui/nearby/same_people.h"
#include "client-gui/rooms/presence_mark.h"
#include "client-gui/widgets/avatar_label.h"
#include "client-gui/widgets/elided_label.h"
#include "client-gui/widgets/icon_button.h"
#include "shared/client-core/text/people_text.h"
#include "shared/client-core/text/rules_text.h"
#include "shared/client-core/workspace.h"
#include "shared/nearby/nearby_people.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int SearchFrom = 440; ///< width from which the header has a button for it, in pixels of the design
constexpr int LeastTopic = 80;
} // namespace

RoomHeader::RoomHeader(Theme &theme, QAction &showMembers, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_showMembers(showMembers)
    , m_icon(new QLabel(this))
    , m_avatar(new AvatarLabel(theme, 28, this))
    , m_name(new ElidedLabel(theme, TextRole::Title, ColourRole::Text, this))
    , m_badge(new DirectBadge(theme, this))
    , m_topic(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_rules(new ElidedLabel(theme, TextRole::Meta, ColourRole::Muted, this))
    , m_search(new IconButton(theme, u"search"_s, this))
    , m_pins(new PinButton(theme, this))
    , m_direct(new IconButton(theme, u"house"_s, this))
    , m_members(new IconButton(theme, u"people"_s, this))
    , m_more(new IconButton(theme, u"more"_s, this))
    , m_row(new QHBoxLayout(this))
    , m_line(new QHBoxLayout)
{
    setObjectName(u"roomHeader"_s);
    m_name->setObjectName(u"roomName"_s);
    m_topic->setObjectName(u"roomTopic"_s);
    m_rules->setObjectName(u"roomRulesLine"_s);
    m_search->setObjectName(u"searchRoomButton"_s);
    m_badge->setObjectName(u"roomBadge"_s);
    m_badge->setOfServer(true);
    m_direct->setObjectName(u"writeDirectly"_s);
    m_members->setObjectName(u"membersButton"_s);
    m_members->setCheckable(true);
    m_more->setObjectName(u"roomMenu"_s);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_avatar);
    m_line->addWidget(m_name);
    m_line->addWidget(m_badge);
    m_line->addWidget(m_topic, 1, Qt::AlignVCenter);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch(1);
    names->addLayout(m_line);
    names->addWidget(m_rules);
    names->addStretch(1);
    m_row->addLayout(names, 1);
    m_row->addWidget(m_search);
    m_row->addWidget(m_pins);
    m_row->addWidget(m_direct);
    m_row->addWidget(m_members);
    m_row->addWidget(m_more);
    connect(m_members, &QAbstractButton::clicked, &showMembers, &QAction::trigger);
    connect(m_pins, &QAbstractButton::clicked, this, &RoomHeader::pinsRequested);
    connect(m_search, &QAbstractButton::clicked, this, &RoomHeader::searchRequested);
    connect(m_direct, &QAbstractButton::clicked, this, &RoomHeader::writeDirectly);
    connect(&showMembers, &QAction::changed, this, [this] {
        m_members->setChecked(m_showMembers.isChecked());
        m_members->setVisible(m_room.isValid() && m_showMembers.isEnabled());
        fit();
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
        m_workspace->session().disconnect(this);
    }
    m_workspace = workspace;
    m_room = room;
    if (workspace) {
        connect(&workspace->rooms(), &Rooms::changed, this, [this](RoomId changed) {
            if (changed == m_room)
                showRoom();
        });
        const auto personChanged = [this] {
            const RoomSummary *summary = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
            if (summary && summary->kind == RoomKind::Direct)
                showRoom();
        };
        connect(&workspace->people(), &People::changed, this, personChanged);
        connect(&workspace->people(), &People::presenceForgotten, this, personChanged);
        connect(&workspace->session(), &Session::stateChanged, this, personChanged);
    }
    showRoom();
}

void RoomHeader::setSamePeople(const SamePeople *same)
{
    if (m_same)
        m_same->disconnect(this);
    m_same = same;
    if (same)
        connect(same, &SamePeople::changed, this, &RoomHeader::showRoom);
    showRoom();
}

void RoomHeader::setPins(int count, bool hasMore)
{
    m_pins->setCount(count, hasMore);
    fit();
}

void RoomHeader::showRoom()
{
    const RoomSummary *room = m_workspace ? m_workspace->rooms().find(m_room) : nullptr;
    for (QWidget *child :
        std::initializer_list<QWidget *>{ m_icon, m_avatar, m_name, m_topic, m_search, m_members, m_more })
        child->setVisible(room);
    m_badge->setDirect(false);
    m_badge->setServers({});
    m_direct->hide();
    m_rules->hide();
    if (!room)
        return;
    showRules(*room);
    const bool isDirect = room->kind == RoomKind::Direct;
    const QString name = m_workspace->rooms().displayName(m_room);
    m_name->setFullText(name);
    m_icon->setVisible(!isDirect);
    m_avatar->setVisible(isDirect);
    m_members->setVisible(m_showMembers.isEnabled());
    if (isDirect) {
        showPerson(*room);
    } else {
        const QIcon icon = tintedIcon(m_theme, room->kind == RoomKind::Private ? u"lock"_s : u"hash"_s);
        const int size = m_theme.tokens().controlIcon();
        m_icon->setPixmap(icon.pixmap(QSize(size, size), devicePixelRatioF()));
        m_topic->setFullText(room->topic);
    }
    fit();
}

void RoomHeader::showRules(const RoomSummary &room)
{
    const QString line = RulesText::line(room.rules);
    m_rules->setFullText(line);
    //: Of the line under the name of a room, for screen readers; %1 are the rules
    m_rules->setAccessibleName(tr("Rules: %1").arg(line));
    m_rules->setVisible(!line.isEmpty());
}

void RoomHeader::showPerson(const RoomSummary &room)
{
    const Profile *person = room.others.isEmpty() ? nullptr : m_workspace->people().find(room.others.first().id);
    const PresenceState state = person ? person->presence : PresenceState::Offline;
    const std::optional<NearbyPerson> nearby = m_same ? m_same->ofRoom(m_room) : std::nullopt;
    const bool isLinked = nearby && nearby->direct;
    PresenceMark mark = room.others.size() == 1 ? presenceMark(state) : PresenceMark::None;
    if (mark == PresenceMark::Offline && isLinked)
        mark = PresenceMark::Online;
    m_avatar->setPerson(m_workspace->rooms().displayName(m_room), hueOf(room.others.value(0).id.value));
    m_avatar->setPresence(mark);
    QString status;
    if (room.others.size() != 1)
        status.clear();
    else if (person && !person->statusText.isEmpty())
        status = person->statusText;
    else if (state == PresenceState::Offline && isLinked)
        status = NearbyPeople::statusOf(*nearby);
    else if (m_workspace->session().isOnline()) // else nobody knows
        status = PeopleText::presence(state);
    m_topic->setFullText(status);
    if (nearby) {
        m_badge->setServers({ m_workspace->name() });
        m_badge->setDirect(isLinked);
        m_direct->show();
    }
}

void RoomHeader::writeDirectly()
{
    const QList<NearbyPerson> devices = m_same ? m_same->devicesOf(m_room) : QList<NearbyPerson>();
    if (devices.isEmpty())
        return;
    if (devices.size() == 1) {
        Q_EMIT nearbyRequested(devices.constFirst().key);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"deviceMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addDevices(*menu, devices, this, [this](const QByteArray &key) { Q_EMIT nearbyRequested(key); });
    const QPoint corner = m_direct->mapToGlobal(QPoint(m_direct->width(), m_direct->height()));
    menu->popup(corner - QPoint(menu->sizeHint().width(), 0));
}

QSize RoomHeader::minimumSizeHint() const
{
    const Tokens &tokens = m_theme.tokens();
    const QMargins margins = m_row->contentsMargins();
    return { margins.left() + margins.right() + tokens.px(LeastHeaderName)
            + (m_pins->isHidden() ? 0 : m_pins->sizeHint().width() + m_row->spacing())
            + 3 * (m_more->sizeHint().width() + m_row->spacing()),
        tokens.headerHeight() };
}

void RoomHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void RoomHeader::fit()
{
    // There is a key for it, and an entry of a menu: the first to give way.
    m_search->setVisible(!m_name->isHidden() && width() >= m_theme.tokens().px(SearchFrom));
    const HeaderParts parts{ *m_line, *m_name, *m_badge, *m_avatar, *m_topic };
    // What is left to the line of the name, and to the avatar before it.
    const QMargins margins = m_row->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (const QWidget *other :
        std::initializer_list<const QWidget *>{ m_icon, m_search, m_pins, m_direct, m_members, m_more })
        if (!other->isHidden())
            room -= other->sizeHint().width() + m_row->spacing();
    if (!m_badge->text().isEmpty()) {
        fitHeader(m_theme.tokens(), room, parts);
        return;
    }
    unfitHeader(parts);
    // A letter or two of the topic tell nobody anything.
    const int left = room - m_name->sizeHint().width() - (m_avatar->isHidden() ? 0 : m_avatar->width());
    m_topic->setVisible(
        !m_name->isHidden() && left >= std::min(m_topic->sizeHint().width(), m_theme.tokens().px(LeastTopic)));
}

void RoomHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() == Qt::LeftButton && m_room.isValid() && !m_rules->isHidden()
        && m_rules->geometry().contains(point))
        Q_EMIT rulesRequested();
    else if (event->button() == Qt::LeftButton && m_room.isValid()
        && (m_name->geometry() | m_topic->geometry()).contains(point))
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
    m_line->setSpacing(tokens.space(Space::Small));
    m_topic->setContentsMargins(tokens.space(Space::Tight), tokens.px(2), 0, 0);
    showRoom();
}

void RoomHeader::retranslateUi()
{
    m_direct->setWords(tr("Write directly, without the server"));
    m_search->setWords(tr("Search in this room"), QKeySequence(u"Ctrl+F"_s));
    m_members->setWords(tr("Members"), m_showMembers.shortcut());
    m_more->setWords(tr("More about this room"));
}

} // namespace salon
