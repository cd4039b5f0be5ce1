// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/room_list_pane.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/nearby/nearby_panel.h"
#include "client-gui/rooms/muted_rooms.h"
#include "client-gui/rooms/room_delegate.h"
#include "client-gui/rooms/room_words.h"
#include "client-gui/rooms/self_bar.h"
#include "client-gui/widgets/empty_state.h"
#include "client-gui/widgets/icon_button.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/client-core/models/room_list_proxy.h"
#include "shared/client-core/settings.h"
#include "shared/client-core/workspace.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int LeastRooms = 2; ///< rows that people nearby leave to the rooms

} // namespace

RoomListPane::RoomListPane(Theme &theme, LanguageManager &languages, SettingsStore &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_server(new QToolButton(this))
    , m_mentions(new IconButton(theme, u"at"_s, this))
    , m_saved(new IconButton(theme, u"bookmark"_s, this))
    , m_create(new IconButton(theme, u"plus"_s, this))
    , m_filterRow(new QHBoxLayout)
    , m_filter(new QLineEdit(this))
    , m_proxy(new RoomListProxy(this))
    , m_words(new RoomWords(
          [this](RoomId room) { return m_workspace && MutedRooms(m_settings).contains(*m_workspace, room); }, this))
    , m_list(new SectionListView(
          theme, RoomListModel::SectionRole,
          [](const QModelIndex &index) {
              return RoomWords::sectionName(index.data(RoomListModel::SectionRole).toInt());
          },
          this))
    , m_empty(new EmptyState(theme, u"no-rooms"_s, this))
    , m_self(new SelfBar(theme, languages, this))
{
    setObjectName(u"roomPane"_s);
    m_server->setObjectName(u"serverMenu"_s);
    m_server->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_server->setLayoutDirection(Qt::RightToLeft); // the chevron stands after the name
    m_server->setAutoRaise(true);
    m_server->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_mentions->setObjectName(u"mentionsButton"_s);
    m_saved->setObjectName(u"savedButton"_s);
    m_create->setObjectName(u"createRoomButton"_s);
    m_filter->setObjectName(u"roomFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(tintedIcon(theme, u"search"_s), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_list->setObjectName(u"roomList"_s);
    m_list->setItemDelegate(new RoomDelegate(*m_list));
    m_words->setSourceModel(m_proxy);
    m_list->setModel(m_words);
    m_empty->hide();

    auto *head = new QHBoxLayout;
    head->addWidget(m_server, 1);
    head->addWidget(m_create);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    m_filterRow->addWidget(m_filter, 1);
    m_filterRow->addWidget(m_mentions);
    m_filterRow->addWidget(m_saved);
    layout->addLayout(m_filterRow);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_self);

    connect(m_mentions, &QAbstractButton::clicked, this, &RoomListPane::mentionsRequested);
    connect(m_saved, &QAbstractButton::clicked, this, &RoomListPane::savedRequested);
    connect(m_create, &QAbstractButton::clicked, this, &RoomListPane::createRoomRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_workspace)
            Q_EMIT browseRoomsRequested();
        else
            Q_EMIT joinServerRequested();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterText(text);
        markCurrent();
    });
    connect(m_list, &SectionListView::chosen, this, [this](const QModelIndex &index) {
        const RoomId room{ index.data(RoomListModel::RoomIdRole).toLongLong() };
        m_filter->clear();
        Q_EMIT roomChosen(room);
    });
    connect(m_list, &SectionListView::glanced, this, [this](const QModelIndex &index) {
        Q_EMIT roomPeeked(RoomId{ index.data(RoomListModel::RoomIdRole).toLongLong() });
    });
    connect(m_list, &SectionListView::badgeClicked, this, [this](const QModelIndex &index) {
        const RoomId room{ index.data(RoomListModel::RoomIdRole).toLongLong() };
        m_filter->clear();
        // What came directly is not in this room; the choice of the room leads there.
        if (index.data(RoomListModel::UnreadRole).toUInt() > 0)
            Q_EMIT firstUnreadWanted(room);
        else
            Q_EMIT roomChosen(room);
    });
    connect(m_list, &SectionListView::menuWanted, this, [this](const QModelIndex &index, QPoint at) {
        Q_EMIT roomMenuWanted(RoomId{ index.data(RoomListModel::RoomIdRole).toLongLong() }, at);
    });
    for (const auto changed : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(m_words, changed, this, [this] {
            updateEmpty();
            markCurrent();
        });
    connect(m_words, &QAbstractItemModel::modelReset, this, &RoomListPane::updateEmpty);
    connect(m_words, &QAbstractItemModel::layoutChanged, this, &RoomListPane::markCurrent);
    connect(&settings, &SettingsStore::changed, m_words, [this](const Settings &now, const Settings &before) {
        if (now.mutedRooms != before.mutedRooms)
            m_words->mutedChanged();
    });
    connect(&theme, &Theme::changed, this, &RoomListPane::applyLook);
    applyLook();
    setWorkspace(nullptr);
    retranslateUi();
}

RoomListPane::~RoomListPane() = default;

void RoomListPane::setWorkspace(Workspace *workspace)
{
    if (m_workspace) {
        m_workspace->disconnect(this);
        m_workspace->session().disconnect(this);
    }
    m_workspace = workspace;
    m_proxy->setSourceModel(workspace ? &workspace->roomList() : nullptr);
    m_self->setWorkspace(workspace);
    if (workspace) {
        connect(workspace, &Workspace::nameChanged, this, &RoomListPane::showServerName);
        connect(workspace, &Workspace::loaded, this, &RoomListPane::updateEmpty);
        connect(&workspace->session(), &Session::stateChanged, this, &RoomListPane::updateEmpty);
    }
    showServerName();
    updateEmpty();
}

void RoomListPane::setServerMenu(QMenu *menu)
{
    // Not the button's own menu: its style would draw a second arrow.
    connect(m_server, &QAbstractButton::clicked, menu,
        [this, menu] { menu->popup(m_server->mapToGlobal(QPoint(0, m_server->height()))); });
}

void RoomListPane::setNearbyPanel(NearbyPanel *panel)
{
    m_nearby = panel;
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_self), panel);
    panel->setIconsOnly(isIconsOnly());
    shareHeight();
}

void RoomListPane::setSamePeople(const SamePeople *same)
{
    m_words->setSamePeople(same);
}

void RoomListPane::shareHeight()
{
    if (!m_nearby)
        return;
    const Tokens &tokens = m_theme.tokens();
    int fixed = 0;
    for (int i = 0; i < layout()->count(); ++i) {
        const QLayoutItem *part = layout()->itemAt(i);
        const bool shares = part->widget() == m_list || part->widget() == m_empty || part->widget() == m_nearby;
        if (!shares && !part->isEmpty())
            fixed += std::max(part->sizeHint().height(), part->minimumSize().height());
    }
    const int list = std::max(LeastRooms * tokens.listRowHeight(), m_list->minimumSizeHint().height());
    const int rooms = m_empty->isHidden() ? list : m_empty->minimumSizeHint().height();
    m_nearby->setMostHeight(std::max(1, height() - fixed - rooms));
}

void RoomListPane::setSortedByActivity(bool byActivity)
{
    m_proxy->setOrder(byActivity ? RoomListProxy::Order::Activity : RoomListProxy::Order::Name);
}

void RoomListPane::setCurrentRoom(RoomId room)
{
    m_current = room;
    m_proxy->setKept(room.value);
    markCurrent();
}

void RoomListPane::markCurrent()
{
    for (int row = 0; row < m_words->rowCount(); ++row) {
        const QModelIndex index = m_words->index(row, 0);
        if (index.data(RoomListModel::RoomIdRole).toLongLong() == m_current.value) {
            if (m_list->currentIndex() != index)
                m_list->setCurrentIndex(index);
            return;
        }
    }
    // The current row too: the same room may be marked again.
    m_list->selectionModel()->clear();
}

void RoomListPane::setIconsOnly(bool isIconsOnly)
{
    if (isIconsOnly == m_list->isIconsOnly())
        return;
    m_list->setIconsOnly(isIconsOnly);
    m_self->setIconsOnly(isIconsOnly);
    if (m_nearby)
        m_nearby->setIconsOnly(isIconsOnly);
    for (IconButton *button : { m_mentions, m_saved, m_create })
        button->setVisible(!isIconsOnly);
    m_filter->setVisible(!isIconsOnly);
    showServerName();
    updateEmpty();
    applyLook();
}

bool RoomListPane::isIconsOnly() const
{
    return m_list->isIconsOnly();
}

void RoomListPane::focusFilter()
{
    if (isIconsOnly())
        return;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RoomListPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

RoomId RoomListPane::roomAt(int row) const
{
    return RoomId{ m_words->index(row, 0).data(RoomListModel::RoomIdRole).toLongLong() };
}

RoomId RoomListPane::roomAfter(RoomId room, int direction, bool unreadOnly) const
{
    const int count = m_words->rowCount();
    int start = direction > 0 ? -1 : count;
    for (int row = 0; row < count; ++row)
        if (roomAt(row) == room)
            start = row;
    for (int step = 1; step <= count; ++step) {
        const int row = ((start + direction * step) % count + count) % count;
        const QModelIndex index = m_words->index(row, 0);
        const bool hasUnread = index.data(RoomListModel::UnreadRole).toUInt() > 0
            || index.data(RoomWords::DirectUnreadRole).toUInt() > 0;
        if (roomAt(row) != room && (!unreadOnly || hasUnread))
            return roomAt(row);
    }
    return {};
}

void RoomListPane::updateEmpty()
{
    const bool isWithoutRooms = m_workspace && m_workspace->isLoaded() && m_workspace->session().isOnline()
        && m_workspace->roomList().rowCount() == 0;
    const bool isEmpty = (isWithoutRooms || !m_workspace) && !isIconsOnly();
    m_empty->setSentence(m_workspace ? tr("You are not in any room yet.") : tr("You are on no server."));
    if (m_workspace)
        m_empty->setAction(tr("Find rooms"));
    else
        //: “Join” is short for “Join a server”, where there is little room
        m_empty->setAction(tr("Join a server"), tr("Join"));
    m_filter->setEnabled(m_workspace);
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    shareHeight();
    m_create->setEnabled(m_workspace && m_workspace->session().isOnline());
    m_mentions->setEnabled(m_workspace);
    m_saved->setEnabled(m_workspace);
}

void RoomListPane::showServerName()
{
    const QString name = m_workspace ? m_workspace->name() : u"Salon"_s;
    const Tokens &tokens = m_theme.tokens();
    const QFontMetrics metrics(tokens.font(TextRole::Title));
    const int room = width() - tokens.px(96);
    // An ampersand in a name is no mnemonic.
    m_server->setText(
        isIconsOnly() ? QString() : metrics.elidedText(name, Qt::ElideRight, room).replace(u'&', u"&&"_s));
    setPlainToolTip(m_server, name);
    //: %1 is the name of a server
    m_server->setAccessibleName(tr("Server %1").arg(name));
}

void RoomListPane::applyLook()
{
    const Tokens &tokens = m_theme.tokens();
    m_server->setFont(tokens.font(TextRole::Title));
    m_server->setIcon(tintedIcon(m_theme, isIconsOnly() ? u"server"_s : u"chevron-down"_s));
    m_server->setIconSize(QSize(tokens.rowIcon(), tokens.rowIcon()));
    m_server->setToolButtonStyle(isIconsOnly() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_server->setFixedHeight(tokens.controlHeight());
    auto *layout = static_cast<QVBoxLayout *>(this->layout());
    const int side = tokens.space(Space::Small);
    const int above = (tokens.headerHeight() - tokens.controlHeight()) / 2;
    layout->itemAt(0)->layout()->setContentsMargins(side, above, side, above);
    m_filter->setMaximumHeight(tokens.controlHeight());
    layout->setSpacing(0);
    m_filterRow->setContentsMargins(side, 0, side, 0);
    if (isIconsOnly()) {
        setFixedWidth(tokens.px(56));
    } else {
        setMinimumWidth(tokens.listMinimumWidth());
        setMaximumWidth(tokens.listMaximumWidth());
    }
    shareHeight();
    update();
}

bool RoomListPane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        shareHeight(); // a part needs more room, or less
    return QWidget::event(event);
}

void RoomListPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void RoomListPane::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Window));
}

void RoomListPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showServerName();
    shareHeight();
}

bool RoomListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down && m_words->rowCount() > 0) {
            m_list->setFocus(Qt::TabFocusReason);
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_words->index(0, 0));
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_words->rowCount() > 0) {
            const RoomId room = roomAt(0);
            m_filter->clear();
            Q_EMIT roomChosen(room);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RoomListPane::retranslateUi()
{
    m_filter->setPlaceholderText(tr("Filter rooms"));
    m_filter->setAccessibleName(tr("Filter rooms"));
    m_list->setAccessibleName(tr("Rooms"));
    m_mentions->setWords(tr("Mentions of me"), QKeySequence(u"Ctrl+Shift+M"_s));
    m_saved->setWords(tr("Saved messages"), QKeySequence(u"Ctrl+Shift+S"_s));
    m_create->setWords(tr("New room"));
    updateEmpty();
    m_words->retranslate();
    showServerName();
}

} // namespace salon
